// npm run -s bench -- [--long] [--processes N] [NAME ...]: JSON lines on stdout, progress on stderr. Without a name all of them.
import { parseArgs } from "node:util";
import type { Bench } from "./measure.ts";
import { asLine } from "./measure.ts";

const benches: Readonly<Record<string, () => Promise<{ default: Bench }>>> = {
  start: () => import("./start.ts"),
  groups: () => import("./groups.ts"),
  pages: () => import("./pages.ts"),
  ballots: () => import("./ballots.ts"),
  live: () => import("./live.ts"),
  turn: () => import("./turn.ts"),
  storm: () => import("./storm.ts"),
  themes: () => import("./themes.ts"),
  desk: () => import("./desk.ts"),
  analysis: () => import("./analysis.ts"),
  results: () => import("./results.ts"),
  network: () => import("./network.ts"),
  media: () => import("./media.ts"),
  report: () => import("./report.ts"),
};

const { values, positionals: asked } = parseArgs({
  options: { long: { type: "boolean", default: false }, processes: { type: "string", default: "1" } },
  allowPositionals: true,
});
const options = { long: values.long, processes: Number(values.processes) };
const unknown = asked.find((name) => !Object.hasOwn(benches, name));
if (unknown === undefined) for (const name of asked.length > 0 ? asked : Object.keys(benches)) await measure(name);
else {
  console.error(`"${unknown}" is geen meting. Kies uit: ${Object.keys(benches).join(", ")}.`);
  process.exitCode = 2;
}

async function measure(name: string): Promise<void> {
  const begun = performance.now();
  const bench = (await benches[name]?.())?.default;
  if (!bench) return;
  console.error(`${name} ...`);
  for await (const one of bench(options)) console.log(asLine(one));
  console.error(`${name}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}
