// npm start: build when the build is missing or older than the sources, then run.
import { buildOnce } from "./build-once.mjs";

const major = Number(process.versions.node.split(".")[0]);
if (major < 24) {
  console.error(`Klankbord draait op Node 24 (dit is ${process.version}). Voer eerst \`npm ci\` uit en start met \`npm start\`.`);
  process.exit(1);
}
const problem = await buildOnce();
if (problem) {
  process.stderr.write(problem);
  process.exit(1);
}
await import("./run.mjs");
