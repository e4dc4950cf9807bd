import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { random } from "../app/method/random.ts";
import { type Deal, deal } from "../app/session/grouping/deal.ts";
import { pairsOf, quality } from "../app/session/grouping/deal-quality.ts";
import { type Invited, invitePeople, mix, mostCoverage } from "./groups-people.ts";
import type { Measure } from "./measure.ts";

const run = promisify(execFile);
const size = 6;

/**
 * Three rounds for 1,000 and for 10,000 skewed people, beside groups by chance and the most that could be; and one round of 300 beside the
 * package anti-clustering, where there is Python.
 */
export default async function* groups(): AsyncGenerator<Measure> {
  deal(invitePeople(200, 9), { size, mix, earlier: [], seed: 1 }); // the first run is compiling
  for (const count of [1_000, 10_000]) {
    const people = invitePeople(count, 1);
    const rounds = threeRounds(people);
    const name = `groups.${count}`;
    const mean = (of: (round: (typeof rounds)[number]) => number) =>
      rounds.reduce((sum, one) => sum + of(one), 0) / rounds.length;
    const total = (of: (round: (typeof rounds)[number]) => number) => rounds.reduce((sum, one) => sum + of(one), 0);
    yield { name: `${name}.ms-per-round`, value: mean(({ ms }) => ms), unit: "ms" };
    if (count === 10_000) yield { name: `${name}.ms`, value: Math.max(...rounds.map(({ ms }) => ms)), unit: "ms" };
    yield {
      name: `${name}.coverage`,
      value: mean(({ dealt }) => dealt.quality.coverage),
      unit: "share",
      against: mean(({ byChance }) => byChance.coverage),
    };
    const most = mostCoverage(
      people,
      (rounds[0]?.dealt.groups ?? []).map((ids) => ids.length),
    );
    yield { name: `${name}.coverage-of-most`, value: mean(({ dealt }) => dealt.quality.coverage), unit: "share", against: most };
    yield {
      name: `${name}.repeated`,
      value: total(({ dealt }) => dealt.quality.repeatedPairs),
      unit: "pairs",
      against: total(({ byChance }) => byChance.repeatedPairs),
    };
    yield {
      name: `${name}.colleagues`,
      value: total(({ dealt }) => dealt.quality.sameOrganisation),
      unit: "pairs",
      against: total(({ byChance }) => byChance.sameOrganisation),
    };
    yield {
      name: `${name}.size-spread`,
      value: Math.max(...rounds.map(({ dealt }) => dealt.quality.sizeSpread)),
      unit: "people",
    };
  }
  yield* besideAntiClustering(invitePeople(300, 1));
}

function threeRounds(people: readonly Invited[]) {
  let earlier: [string, string][] = [];
  let earlierByChance: [string, string][] = [];
  return [1, 2, 3].map((seed) => {
    const begun = performance.now();
    const dealt = deal(people, { size, mix, earlier, seed });
    const ms = performance.now() - begun;
    const shuffled = random(seed).shuffle(people.map(({ id }) => id));
    const sat = dealt.groups.map((ids) => shuffled.splice(0, ids.length));
    const byChance = quality(people, sat, mix, earlierByChance);
    earlier = [...earlier, ...dealt.groups.flatMap(pairsOf)];
    earlierByChance = [...earlierByChance, ...sat.flatMap(pairsOf)];
    return { dealt, ms, byChance };
  });
}

/** Its own measure is the diversity of the maximally diverse grouping problem; ours weighs colleagues more. */
async function* besideAntiClustering(people: readonly Invited[]): AsyncGenerator<Measure> {
  const folder = await mkdtemp(path.join(tmpdir(), "klankbord-groups-"));
  try {
    const python = path.join(folder, "venv/bin/python");
    try {
      await run("python3", ["-m", "venv", path.join(folder, "venv")]);
      await run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "anti-clustering==0.4.1"]);
    } catch (fault) {
      const why = (fault as NodeJS.ErrnoException).code === "ENOENT" ? "er is geen python3" : "het is niet te installeren";
      console.error(`groups: niet naast anti-clustering gelegd, want ${why}`);
      return;
    }
    const file = path.join(folder, "people.json");
    await writeFile(file, JSON.stringify(people.map(({ id, attributes }) => ({ id, ...attributes }))));
    const script = path.join(import.meta.dirname, "groups-anticlustering.py");
    const { stdout } = await run(python, [script, file, String(Math.ceil(people.length / size))], { maxBuffer: 1 << 24 });
    const theirs = JSON.parse(stdout) as Record<string, { ms: number; groups: string[][] }>; // of our own script
    const begun = performance.now();
    const dealt = deal(people, { size, mix, earlier: [], seed: 1 });
    const ms = performance.now() - begun;
    for (const [name, their] of Object.entries(theirs)) {
      const of = quality(people, their.groups, mix, []);
      const at = `groups.300.${name}`;
      yield { name: `${at}.ms`, value: ms, unit: "ms", against: their.ms };
      yield { name: `${at}.coverage`, value: dealt.quality.coverage, unit: "share", against: of.coverage };
      yield { name: `${at}.colleagues`, value: dealt.quality.sameOrganisation, unit: "pairs", against: of.sameOrganisation };
      yield {
        name: `${at}.diversity`,
        value: diversity(people, dealt.groups),
        unit: "differences",
        against: diversity(people, their.groups),
      };
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Differences between all who sit together, over all attributes. */
function diversity(people: readonly Invited[], sat: Deal<string>["groups"]): number {
  const known = new Map(people.map((person) => [person.id, person.attributes]));
  return sat
    .flatMap(pairsOf)
    .reduce((sum, [a, b]) => sum + mix.filter((attribute) => known.get(a)?.[attribute] !== known.get(b)?.[attribute]).length, 0);
}
