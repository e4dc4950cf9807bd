import type { Same } from "../app/language/locale.ts";
import type { Analysis } from "../app/method/analysis/result.ts";
import type { Status } from "../app/method/analysis/status.ts";
import type { Input } from "./analyse-json.ts";

const nl = {
  size: (p: { people: string; statements: string; votes: string; filled: string }) =>
    `${p.people} mensen, ${p.statements} stellingen, ${p.votes} stemmen (${p.filled} van wat had gekund).`,
  statuses: {
    groups: "Er zijn groepen: mensen kiezen gelijk op, meer dan toeval of een verloop verklaart.",
    gradient:
      "Er is een verloop: meningen lopen in elkaar over. De twee kanten hieronder zijn geen groepen waar mensen bij horen.",
    "no-clear-groups": "Er zijn geen duidelijke groepen: het verschil is niet groter dan toeval geeft.",
    "too-few-votes": "Er zijn te weinig stemmen om groepen te zoeken.",
  } satisfies Record<Status, string>,
  untested: "Niet getoetst of er groepen zijn (--no-null): elke verdeling hieronder kan toeval zijn.",
  tested: (p: { silhouette: string; chance: string; slope: string; runs: number }) =>
    `Scherpte ${p.silhouette}; 95% van wat toeval geeft blijft onder ${p.chance}, van een verloop onder ${p.slope} (${p.runs} proeven).`,
  needed: (p: { people: number; statements: number }) =>
    `Nodig: ${p.people} mensen met genoeg stemmen, en ${p.statements} stellingen.`,
  group: (p: { id: string; size: string; share: string }) => `Groep ${p.id}: ${p.size} mensen (${p.share})`,
  side: (p: { id: string; size: string; share: string }) => `Kant ${p.id}: ${p.size} mensen (${p.share})`,
  choices: { agree: "eens", disagree: "oneens" },
  typical: (p: { share: string; low: string; high: string; choice: string; rest: string }) =>
    `${p.share} ${p.choice} (${p.low} tot ${p.high}), elders ${p.rest}`,
  noTypical: "geen stelling die deze mensen van de anderen onderscheidt",
  common: "Gedeeld door allen",
  rejected: "Afgewezen door allen",
  noCommon: "Geen stelling waar elke groep het over eens is.",
  lowest: (p: { share: string; low: string; high: string }) => `laagste aandeel ${p.share} (${p.low} tot ${p.high})`,
  divides: "Verdeelt het meest",
  apart: (p: { most: string; high: string; least: string; low: string }) => `${p.most} ${p.high} eens, ${p.least} ${p.low}`,
  more: (p: { n: number }) => `en ${p.n} meer (met --json staan ze er alle)`,
  stability: (p: { ari: string; runs: number }) =>
    `Stabiliteit ${p.ari} (1 is gelijk) over ${p.runs} herhalingen met andere mensen.`,
  assumed: "Niets in het bestand zegt welk teken eens is: 1 is als eens gelezen.",
  replaced: (p: { n: string }) => `${p.n} stemmen of rijen stonden er eerder of dubbel; de laatste telt.`,
  limits: "Dit zegt wat deze mensen kozen, niet wat wie niet meedeed vindt. Een punt op de kaart zegt niets over een mens.",
  method: (p: { method: number; seed: number }) => `Methode ${p.method}, zaad ${p.seed}.`,
};

const en: Same<typeof nl> = {
  size: (p) => `${p.people} people, ${p.statements} statements, ${p.votes} votes (${p.filled} of what could be).`,
  statuses: {
    groups: "There are groups: people choose alike, more than chance or a slope explains.",
    gradient: "There is a gradient: opinions differ by degree. The two sides below are no groups that people belong to.",
    "no-clear-groups": "There are no clear groups: the difference is not larger than chance gives.",
    "too-few-votes": "There are too few votes to look for groups.",
  },
  untested: "Not tested whether there are groups (--no-null): any division below may be chance.",
  tested: (p) =>
    `Sharpness ${p.silhouette}; 95% of what chance gives stays below ${p.chance}, of a slope below ${p.slope} (${p.runs} runs).`,
  needed: (p) => `Needed: ${p.people} people with enough votes, and ${p.statements} statements.`,
  group: (p) => `Group ${p.id}: ${p.size} people (${p.share})`,
  side: (p) => `Side ${p.id}: ${p.size} people (${p.share})`,
  choices: { agree: "agree", disagree: "disagree" },
  typical: (p) => `${p.share} ${p.choice} (${p.low} to ${p.high}), elsewhere ${p.rest}`,
  noTypical: "no statement that sets these people apart from the others",
  common: "Shared by all",
  rejected: "Rejected by all",
  noCommon: "No statement that every group agrees with.",
  lowest: (p) => `lowest share ${p.share} (${p.low} to ${p.high})`,
  divides: "Divides most",
  apart: (p) => `${p.most} ${p.high} agree, ${p.least} ${p.low}`,
  more: (p) => `and ${p.n} more (--json has them all)`,
  stability: (p) => `Stability ${p.ari} (1 is the same) over ${p.runs} repetitions with other people.`,
  assumed: "Nothing in the file tells which sign is agree: 1 was read as agree.",
  replaced: (p) => `${p.n} votes or rows stood there earlier or twice; the last counts.`,
  limits:
    "This says what these people chose, not what those who took no part think. A point on the map says nothing of a person.",
  method: (p) => `Method ${p.method}, seed ${p.seed}.`,
};

const most = 8;

/** The result as a page of text. */
export function analysisInWords(
  language: "nl" | "en",
  found: Analysis,
  input: Pick<Input, "sign" | "replaced">,
  textOf: (statement: string) => string,
): string {
  const say = { nl, en }[language];
  const number = new Intl.NumberFormat(language);
  const count = (n: number) => number.format(n);
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  const decimal = (value: number) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: 2, minimumFractionDigits: 2 }).format(value);
  const name = (id: string) => [id, textOf(id)].filter(Boolean).join(": ");
  const range = ({ low, high }: { readonly low: number; readonly high: number }) => ({ low: percent(low), high: percent(high) });
  const list = <T>(title: string, all: readonly T[], line: (one: T) => string) =>
    all.length === 0
      ? []
      : [
          "",
          title,
          ...all.slice(0, most).map((one) => `  ${line(one)}`),
          ...(all.length > most ? [`  ${say.more({ n: all.length - most })}`] : []),
        ];
  const tests = found.null;
  const shareOf = (size: number) => percent(size / Math.max(1, found.participants));

  return [
    say.size({
      people: count(found.participants),
      statements: count(found.statements),
      votes: count(found.votes),
      filled: percent(found.filled),
    }),
    found.groups.length > 0 && !tests && found.status === "groups" ? say.untested : say.statuses[found.status],
    ...(found.needed ? [say.needed(found.needed)] : []),
    ...(tests
      ? [
          say.tested({
            silhouette: decimal(tests.continuum.observed),
            chance: decimal(tests.shuffled.p95),
            slope: decimal(tests.continuum.p95),
            runs: tests.shuffled.runs + tests.continuum.runs,
          }),
        ]
      : []),
    ...found.groups.flatMap(({ id, size, representative }) => [
      "",
      (found.status === "gradient" ? say.side : say.group)({ id, size: count(size), share: shareOf(size) }),
      ...(representative.length === 0 ? [`  ${say.noTypical}`] : []),
      ...representative.map(
        ({ statement, choice, share, interval, rest }) =>
          `  ${name(statement)}\n    ${say.typical({ share: percent(share), ...range(interval), choice: say.choices[choice], rest: percent(rest) })}`,
      ),
    ]),
    ...(found.status === "too-few-votes" || found.commonGround.length > 0 ? [] : ["", say.noCommon]),
    ...list(
      say.common,
      found.commonGround,
      (one) => `${name(one.statement)} (${say.lowest({ share: percent(one.lowestShare), ...range(one.interval) })})`,
    ),
    ...list(
      say.rejected,
      found.commonRejection,
      (one) => `${name(one.statement)} (${say.lowest({ share: percent(one.lowestShare), ...range(one.interval) })})`,
    ),
    ...list(say.divides, found.divides, (one) => {
      const apart = say.apart({
        most: one.most.group,
        high: percent(one.most.share),
        least: one.least.group,
        low: percent(one.least.share),
      });
      return `${name(one.statement)} (${apart})`;
    }),
    "",
    ...(found.stability ? [say.stability({ ari: decimal(found.stability.ari), runs: found.stability.runs })] : []),
    ...(input.sign === "assumed" ? [say.assumed] : []),
    ...(input.replaced > 0 ? [say.replaced({ n: count(input.replaced) })] : []),
    say.limits,
    say.method({ method: found.method, seed: found.seed }),
  ].join("\n");
}
