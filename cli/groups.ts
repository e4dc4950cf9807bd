import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { deal } from "../app/session/grouping/deal.ts";
import { pairsOf, type Quality } from "../app/session/grouping/deal-quality.ts";
import type { WishKind } from "../app/session/grouping/gave-way.ts";
import { dealing as words } from "../app/session/grouping/messages/dealing.nl.ts";
import type { Outcome } from "./command.ts";
import { readPeople } from "./groups-people.ts";

const usage = "Gebruik: klankbord groups --people people.csv --size 6 --rounds 3 [--seed N] --json";

/** Deals the people of a file for one or more rounds, and says which wishes gave way; `problem` is one line for the error output (exit 2). */
export async function run(args: readonly string[]): Promise<Outcome> {
  const asked = readArguments(args);
  if ("problem" in asked) return asked;
  const start = performance.now();
  const text = await readFile(asked.people, "utf8").catch((fault: NodeJS.ErrnoException) => ({
    problem: unreadable(asked.people, fault),
  }));
  if (typeof text !== "string") return text;
  const list = readPeople(text);
  if ("problem" in list) return { problem: `${asked.people}, ${list.problem}` };

  const rounds: string[][][] = [];
  const gaveWay: { round: number; wish: WishKind; times: number; sentence: string }[] = [];
  const qualities: Quality[] = [];
  let earlier: [string, string][] = [];
  for (let round = 1; round <= asked.rounds; round++) {
    const dealt = deal(list.people, { size: asked.size, mix: list.mix, earlier, seed: `${asked.seed}/${round}` });
    rounds.push(dealt.groups);
    qualities.push(dealt.quality);
    for (const { wish, times, forced } of dealt.gaveWay)
      gaveWay.push({ round, wish, times, sentence: words.gaveWay[wish]({ times, forced }) });
    earlier = [...earlier, ...dealt.groups.flatMap(pairsOf)];
  }
  return { json: { rounds, quality: overall(qualities), gaveWay, ms: Math.round(performance.now() - start) } };
}

function readArguments(
  args: readonly string[],
): { people: string; size: number; rounds: number; seed: number } | { problem: string } {
  const options = {
    people: { type: "string" },
    size: { type: "string" },
    rounds: { type: "string" },
    seed: { type: "string" },
  } as const;
  let values: { people?: string; size?: string; rounds?: string; seed?: string };
  try {
    values = parseArgs({ args: [...args], options: { ...options, json: { type: "boolean" } } }).values;
  } catch (fault) {
    return { problem: `${(fault as Error).message.split("\n")[0]} ${usage}` }; // parseArgs throws TypeErrors only
  }
  const { people, size = "6", rounds = "1", seed = "1" } = values;
  if (people === undefined) return { problem: `--people ontbreekt. ${usage}` };
  for (const [name, value] of Object.entries({ size, rounds }))
    if (!/^[1-9]\d{0,5}$/.test(value)) return { problem: `--${name} "${value}": geef een heel getal vanaf 1. ${usage}` };
  if (!/^-?\d{1,15}$/.test(seed)) return { problem: `--seed "${seed}": geef een heel getal. ${usage}` };
  return { people, size: Number(size), rounds: Number(rounds), seed: Number(seed) };
}

function overall(rounds: readonly Quality[]): Quality {
  const sum = (of: (quality: Quality) => number) => rounds.reduce((total, quality) => total + of(quality), 0);
  return {
    coverage: sum((quality) => quality.coverage) / rounds.length,
    sameOrganisation: sum((quality) => quality.sameOrganisation),
    repeatedPairs: sum((quality) => quality.repeatedPairs),
    sizeSpread: Math.max(...rounds.map((quality) => quality.sizeSpread)),
  };
}

function unreadable(file: string, fault: NodeJS.ErrnoException): string {
  if (fault.code === "ENOENT") return `${file}: dit bestand is er niet. Geef het pad van een CSV met personen.`;
  return `${file}: dit bestand is niet te lezen (${fault.code}). Controleer het pad en de rechten.`;
}
