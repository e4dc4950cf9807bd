import { describe, expect, test } from "vitest";
import { random } from "../method/random.ts";
import type { Standing } from "./lots.ts";
import { fewOthers, type Line, type Published } from "./suppression.ts";
import { type Telling, tellNext } from "./tell.ts";

const columns = {
  ballots: ["agree", "disagree", "skip", "not-my-field"],
  fits: ["fits", "conditions", "not"],
  kin: { ballots: [["skip", "not-my-field"]], fits: [["fits", "conditions"]] },
} as const;
type Choice = (typeof columns.ballots)[number];
type Fit = (typeof columns.fits)[number];
type Told = Telling<Choice, Fit>;

/** One ballot as it was cast: by somebody of a field and party, standing from one look until a later one. */
interface Cast {
  readonly field: string;
  readonly party: string;
  readonly choice: string;
  readonly fit: string | null;
  readonly from: number;
  until: number | null;
}
interface Look {
  /** What was shown after this look; the same object as before when nothing moved. */
  readonly told: Told | null;
}

/** Looks one after the other; `what` at each. Moments are only those looks at which figures moved. */
function looks(
  casts: readonly Cast[],
  what: readonly ("total" | "breakdown")[],
  lists: { fields: string[]; parties: string[] },
): Look[] {
  let told: Told | null = null;
  const moved: number[] = [];
  return what.map((kind, look) => {
    const standing = casts.filter(({ from, until }) => from <= look && (until === null || until > look));
    const now = standing.map(({ field, party, choice, fit, from }): Standing => {
      const since = moved.findIndex((at) => at >= from);
      return { field, party, choice, fit, people: 1, since: since < 0 ? moved.length : since };
    });
    const next: Told | null = tellNext(told, now, columns, lists, String(look), kind);
    if (next && next.history.moments.length > (told?.history.moments.length ?? 0)) moved.push(look);
    told = next ?? told;
    return { told };
  });
}

const people = (n: number, choice: Choice, more: Partial<Cast> = {}): Cast[] =>
  Array.from({ length: n }, () => ({ field: "wonen", party: "praktijk", choice, fit: null, from: 0, until: null, ...more }));
const lists = { fields: ["wonen", "zorg"], parties: ["praktijk"] };
const total = (look: Look | undefined) => look?.told?.figures.ballots.total;

describe("figures over time", () => {
  test("a result stands still until five people more have chosen", () => {
    const casts = [
      ...people(6, "agree"),
      ...people(4, "disagree"),
      ...people(2, "agree", { from: 1 }),
      ...people(2, "disagree", { from: 1 }),
      ...people(1, "agree", { from: 2 }),
    ];
    const shown = looks(casts, ["total", "total", "total"], lists);
    expect(shown.map(total)).toEqual([
      { status: "counts", people: 10, counts: [6, 4, 0, 0] },
      { status: "counts", people: 10, counts: [6, 4, 0, 0] },
      { status: "counts", people: 15, counts: [9, 6, 0, 0] },
    ]);
  });

  test("five who all chose alike are not told by subtraction; with one who differs they are", () => {
    const casts = [...people(5, "agree"), ...people(5, "disagree"), ...people(5, "agree", { from: 1 })];
    expect(looks(casts, ["total", "total"], lists).map(total)[1]).toMatchObject({ people: 10 });
    expect(looks([...casts, ...people(1, "disagree", { from: 1 })], ["total", "total"], lists).map(total)[1]).toMatchObject({
      people: 16,
    });
  });

  test("who changes their mind alone moves nothing; the figures wait for others", () => {
    const stay = [...people(7, "agree"), ...people(7, "disagree")];
    const one = [...people(1, "agree", { until: 1 }), ...people(1, "disagree", { from: 1 })];
    const shown = looks([...stay, ...one], ["total", "total"], lists);
    expect(shown[1]?.told).toBe(shown[0]?.told);
  });

  test("five who withdrew are taken off when they chose differently, and stay counted when they chose alike", () => {
    const stay = ["wonen", "zorg"].flatMap((field) => [...people(6, "agree", { field }), ...people(6, "disagree", { field })]);
    const [, mixed] = looks(
      [...stay, ...people(3, "agree", { until: 1 }), ...people(2, "disagree", { until: 1 })],
      ["breakdown", "breakdown"],
      lists,
    );
    expect(total(mixed)).toMatchObject({ people: 24 });
    const [, alike] = looks([...stay, ...people(5, "agree", { until: 1 })], ["breakdown", "breakdown"], lists);
    expect(total(alike)).toMatchObject({ people: 29 });
  });

  test("rows come with a breakdown, also of what was told in all before", () => {
    const casts = [
      ...people(6, "agree"),
      ...people(5, "disagree"),
      ...people(5, "agree", { field: "zorg" }),
      ...people(6, "disagree", { field: "zorg" }),
    ];
    const [first, second] = looks(casts, ["total", "breakdown"], lists);
    expect(first?.told?.figures.ballots.fields.map(({ line }) => line.status)).toEqual(["withheld", "withheld"]);
    expect(second?.told?.figures.ballots.fields).toEqual(
      [
        { id: "wonen", line: { status: "counts", people: 11, counts: [6, 5] } },
        { id: "zorg", line: { status: "counts", people: 11, counts: [5, 6] } },
      ].map((row) => ({ ...row, line: { ...row.line, counts: [...row.line.counts, 0, 0] } })),
    );
  });

  test("newcomers of whom one stands in a field leave the breakdown as it was, and move the total", () => {
    const casts = [
      ...people(6, "agree"),
      ...people(5, "disagree"),
      ...people(5, "agree", { field: "zorg" }),
      ...people(6, "disagree", { field: "zorg" }),
      ...people(3, "agree", { from: 1 }),
      ...people(2, "disagree", { from: 1 }),
      ...people(1, "agree", { from: 1, field: "zorg" }),
    ];
    const [first, second] = looks(casts, ["breakdown", "breakdown"], lists);
    expect(total(second)).toMatchObject({ people: 28 });
    expect(second?.told?.figures.ballots.fields).toEqual(first?.told?.figures.ballots.fields);
  });

  test("newcomers enough in each field move the breakdown too", () => {
    const casts = ["wonen", "zorg"].flatMap((field) => [
      ...people(6, "agree", { field }),
      ...people(5, "disagree", { field }),
      ...people(3, "agree", { from: 1, field }),
      ...people(3, "disagree", { from: 1, field }),
    ]);
    const [, second] = looks(casts, ["breakdown", "breakdown"], lists);
    expect(second?.told?.figures.ballots.fields.map(({ line }) => line)).toMatchObject([{ people: 17 }, { people: 17 }]);
  });

  test("nearly everybody agrees: said from five on, and again as more come", () => {
    const casts = [...people(8, "agree"), ...people(7, "agree", { from: 1 })];
    expect(looks(casts, ["total", "total"], lists).map(total)).toEqual([
      { status: "nearly-all", people: 8, columns: ["agree"] },
      { status: "nearly-all", people: 15, columns: ["agree"] },
    ]);
  });
});

/** What an attacker sees at one look: every figure of both tables. */
type Seen = { ballots: Published<Choice>; fits: Published<Fit> };
type World = readonly { readonly choice: string; readonly fit: string | null }[];

describe("an attacker who knows everybody, sees every look, and tries every world", () => {
  const shapes = [
    {
      name: "totals",
      fields: 1,
      parties: 1,
      most: 12,
      options: [
        ["agree", null],
        ["disagree", null],
      ],
      what: ["total", "total"],
      rounds: 25,
    },
    {
      name: "a field",
      fields: 2,
      parties: 1,
      most: 12,
      options: [
        ["agree", null],
        ["disagree", null],
      ],
      what: ["total", "breakdown"],
      rounds: 25,
    },
    {
      name: "breakdown twice",
      fields: 2,
      parties: 1,
      most: 12,
      options: [
        ["agree", null],
        ["disagree", null],
      ],
      what: ["breakdown", "breakdown"],
      rounds: 25,
    },
    {
      name: "fields and parties",
      fields: 2,
      parties: 2,
      most: 12,
      options: [
        ["agree", null],
        ["disagree", null],
      ],
      what: ["breakdown", "total"],
      rounds: 25,
    },
    {
      name: "ballots and fits",
      fields: 1,
      parties: 1,
      most: 7,
      options: [
        ["agree", "fits"],
        ["agree", "not"],
        ["disagree", "not"],
        ["skip", null],
      ],
      what: ["total", "breakdown"],
      rounds: 25,
    },
    {
      name: "fits by field",
      fields: 2,
      parties: 1,
      most: 7,
      options: [
        ["agree", "fits"],
        ["agree", "not"],
        ["disagree", "fits"],
        ["skip", null],
      ],
      what: ["breakdown"],
      rounds: 30,
    },
    {
      name: "a rare column joined with its kin",
      fields: 2,
      parties: 1,
      most: 10,
      options: [
        ["agree", null],
        ["skip", null],
        ["not-my-field", null],
      ],
      what: ["breakdown"],
      rounds: 30,
    },
    {
      name: "a rare column joined with its kin, looked at twice",
      fields: 1,
      parties: 2,
      most: 8,
      options: [
        ["agree", null],
        ["skip", null],
        ["not-my-field", null],
      ],
      what: ["breakdown", "breakdown"],
      rounds: 30,
    },
  ] as const;
  test.each(shapes)(
    "cannot pin what one to four people chose: $name",
    (shape) => {
      const chance = random(`over time ${shape.name}`);
      const own = {
        fields: Array.from({ length: shape.fields }, (_, i) => `f${i}`),
        parties: Array.from({ length: shape.parties }, (_, i) => `p${i}`),
      };
      let moves = 0;
      for (let round = 0; round < shape.rounds; round++) {
        // Those of one field who come together often choose alike: that is what a difference would tell
        const favourites = new Map<string, number>();
        const lean = chance.next();
        const draw = (field: string, from: number) => {
          const key = `${field} ${from}`;
          const favourite = favourites.get(key) ?? chance.below(shape.options.length);
          favourites.set(key, favourite);
          const [choice, fit] = shape.options[chance.next() < lean ? favourite : chance.below(shape.options.length)] ?? [
            "agree",
            null,
          ];
          return { choice, fit };
        };
        const leaving = chance.pick([0, 0.2, 0.5]) ?? 0;
        const casts: Cast[] = [];
        const length = Math.ceil(shape.most * (0.6 + 0.4 * chance.next()));
        for (let i = 0; i < length; i++) {
          const cell = { field: chance.pick(own.fields) ?? "", party: chance.pick(own.parties) ?? "" };
          const from = chance.below(shape.what.length);
          const goes = from + 1 < shape.what.length && chance.next() < leaving;
          const changes = goes && i + 1 < length && chance.next() < 0.5;
          casts.push({ ...cell, ...draw(cell.field, from), from, until: goes ? from + 1 : null });
          if (changes) casts.push({ ...cell, ...draw(cell.field, from + 1), from: from + 1, until: null });
        }
        const shown = looks(casts, shape.what, own);
        moves += shown.filter(({ told }, i) => told && told !== shown[i - 1]?.told).length;
        const worlds = allWorlds(casts.length, shape.options).filter((world) => couldBe(world, casts, shown));
        expect(worlds.length).toBeGreaterThan(0);
        expect(pinned(worlds, casts.length), JSON.stringify({ round, casts, shown })).toEqual([]);
      }
      expect(moves).toBeGreaterThan(shape.rounds / 3); // the rule does not win by silence
    },
    60_000,
  );
});

function allWorlds(people: number, options: readonly (readonly [string, string | null])[]): World[] {
  const ways = options.map(([choice, fit]) => ({ choice, fit }));
  let worlds: World[] = [[]];
  for (let i = 0; i < people; i++) worlds = worlds.flatMap((world) => ways.map((way) => [...world, way]));
  return worlds;
}

/** Whether these choices could have led to all that was shown. Knows at which looks figures moved, and nothing of the program. */
function couldBe(world: World, casts: readonly Cast[], shown: readonly Look[]): boolean {
  return shown.every(({ told }, look) => {
    if (!told || told === shown[look - 1]?.told) return true;
    const { ballots, fits }: Seen = told.figures;
    // A breakdown that did not move is of an earlier look; a moment told again is of the last that moved
    const moments = told.history.moments;
    const at = Number(moments.at(-1)?.at ?? look);
    const counted = (moment: number) => [...casts.keys()].filter((i) => standsAt(casts[i], moment));
    const broken = (table: "ballots" | "fits") => Number(moments.findLast((one) => one[table])?.at ?? at);
    return (
      agrees(ballots, columns.ballots, counted(at), counted(broken("ballots")), casts, (i) => world[i]?.choice ?? null) &&
      agrees(fits, columns.fits, counted(at), counted(broken("fits")), casts, (i) => world[i]?.fit ?? null)
    );
  });
}
const standsAt = (cast: Cast | undefined, look: number) =>
  cast !== undefined && cast.from <= look && (cast.until === null || cast.until > look);

function agrees<C extends string>(
  published: Published<C>,
  all: readonly C[],
  now: readonly number[],
  then: readonly number[],
  casts: readonly Cast[],
  columnOf: (i: number) => string | null,
): boolean {
  const single = all.map((column) => [column]);
  const line = (told: Line<C>, groups: readonly (readonly C[])[], some: readonly number[]) => {
    const chosen = some.flatMap((i) => columnOf(i) ?? []);
    const inGroup = (group: readonly string[]) => chosen.filter((column) => group.includes(column)).length;
    if (told.status === "withheld") return true;
    if (told.people !== chosen.length) return false;
    if (told.status === "counts") return groups.every((group, i) => inGroup(group) === told.counts[i]);
    return told.people - inGroup(told.columns) <= fewOthers(told.people);
  };
  return (
    line(published.total, single, now) &&
    published.fields.every(({ id, line: told }) =>
      line(
        told,
        published.columns,
        then.filter((i) => casts[i]?.field === id),
      ),
    ) &&
    published.parties.every(({ id, line: told }) =>
      line(
        told,
        published.columns,
        then.filter((i) => casts[i]?.party === id),
      ),
    )
  );
}

/** Sets of one to four people of whom it is known how many chose something, and that somebody did. */
function pinned(worlds: readonly World[], people: number): string[] {
  const found: string[] = [];
  const sets = (from: number, most: number): number[][] =>
    most === 0
      ? [[]]
      : [
          [],
          ...Array.from({ length: people - from }, (_, i) => from + i).flatMap((i) =>
            sets(i + 1, most - 1).map((rest) => [i, ...rest]),
          ),
        ];
  const values = new Set(worlds[0]?.flatMap(({ choice, fit }) => (fit === null ? [choice] : [choice, fit])));
  const bits = new Map<string, number[]>();
  for (const value of values)
    bits.set(
      value,
      worlds.map((world) =>
        world.reduce((mask, one, i) => (one.choice === value || one.fit === value ? mask | (1 << i) : mask), 0),
      ),
    );
  for (const set of sets(0, 4)) {
    if (set.length === 0) continue;
    const mask = set.reduce((all, i) => all | (1 << i), 0);
    for (const [value, masks] of bits) {
      const first = count((masks[0] ?? 0) & mask);
      if (first > 0 && masks.every((one) => count(one & mask) === first)) found.push(`${set}: ${value}`);
    }
  }
  return found;
}

function count(bits: number): number {
  let n = 0;
  for (let rest = bits; rest > 0; rest &= rest - 1) n++;
  return n;
}
