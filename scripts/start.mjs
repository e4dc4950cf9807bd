// npm start: build when the build is missing or older than the sources, then run.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

const major = Number(process.versions.node.split(".")[0]);
if (major < 24) {
  console.error(`Klankbord draait op Node 24 (dit is ${process.version}). Voer eerst \`npm ci\` uit en start met \`npm start\`.`);
  process.exit(1);
}
const root = path.resolve(import.meta.dirname, "..");
const newest = (entry) => {
  const found = statSync(entry);
  if (!found.isDirectory()) return /\.(test|e2e)\.tsx?$/.test(entry) ? 0 : found.mtimeMs;
  return Math.max(0, ...readdirSync(entry).map((name) => newest(path.join(entry, name))));
};
const built = path.join(root, "build/server/index.js");
const sources = ["app", "package-lock.json", "vite.config.ts", "react-router.config.ts"].map((name) => path.join(root, name));
if (!existsSync(built) || Math.max(...sources.map(newest)) > statSync(built).mtimeMs) {
  console.error("Klankbord wordt gebouwd (eenmalig, tot een halve minuut) ...");
  const started = performance.now();
  const cli = path.join(root, "node_modules/@react-router/dev/bin.cjs");
  const made = spawnSync(process.execPath, [cli, "build"], {
    cwd: root,
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (made.status !== 0) {
    process.stderr.write(made.stderr);
    process.exit(made.status ?? 1);
  }
  await import("./compress.mjs");
  console.error(`Gebouwd in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}
await import("./run.mjs");
