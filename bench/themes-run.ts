// One measurement of the method in a process of its own: node bench/themes-run.ts TEXTS.json duplicates|suggestions
import { readFileSync } from "node:fs";
import { makeSplitter } from "../app/method/text/compounds.ts";
import { readLexicon } from "../app/method/text/lexicon.server.ts";
import { makeSimilarIndex } from "../app/method/text/similar.ts";
import { duplicatesOf, gather, orderOf, read, suggestionsOf } from "../app/method/text/theming.ts";
import type { Invented } from "./themes-texts.ts";

const [file = "", what] = process.argv.slice(2);
const { texts, planted, themes, coded } = JSON.parse(readFileSync(file, "utf8")) as Invented; // written by themes.ts
/** Also what the processor spent: that says the same on a machine that has more to do. */
const timed = <T>(work: () => T) => {
  const [begun, spent] = [performance.now(), process.cpuUsage()];
  const done = work();
  const { user, system } = process.cpuUsage(spent);
  return { done, ms: performance.now() - begun, cpu: (user + system) / 1000 };
};

const measured: Record<string, number> = {};
if (what === "all") {
  const { done: found, ms, cpu } = timed(() => duplicatesOf(gather(texts)));
  measured["duplicates-ms"] = ms;
  measured["duplicates-cpu-ms"] = cpu;
  const keys = new Set(found.map(([a, b]) => [a, b].sort().join(" ")));
  const right = planted.filter(({ pair }) => keys.has(pair));
  measured["duplicates-f1"] = (2 * right.length) / (keys.size + planted.length);
  for (const [edit, own] of Map.groupBy(planted, (one) => one.edit))
    measured[`duplicates-recall.${edit}`] = right.filter((one) => one.edit === edit).length / own.length;
  const suggested = timed(() => {
    const reading = read(gather(texts), { split: makeSplitter(readLexicon()) });
    return { reading, ...suggestionsOf(reading, themes, coded) };
  });
  measured["suggestions-ms"] = suggested.ms;
  measured["suggestions-cpu-ms"] = suggested.cpu;
  measured["decision-ms"] = timed(() => suggestionsOf(suggested.done.reading, themes, coded.slice(1))).ms;
  measured["order-ms"] = timed(() => orderOf(suggested.done.reading)).ms;
} else {
  const index = makeSimilarIndex({ split: () => [] });
  measured["similar.fill-ms"] = timed(() => {
    for (const { id, text } of texts) index.put(id, text);
  }).ms;
  const asked = texts.filter((_, at) => at % 40 === 0).map(({ text }, at) => text.slice(0, 15 + (at % 6) * 30));
  const times = asked.map((text) => timed(() => index.nearest(text, 3)).ms).sort((a, b) => a - b);
  measured["similar.p95-ms"] = times[Math.floor(times.length * 0.95)] ?? 0;
  measured["similar.max-ms"] = times.at(-1) ?? 0;
}
measured.mib = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify(measured));
