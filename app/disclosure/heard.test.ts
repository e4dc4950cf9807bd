import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Crowd, crowdsOf, type Heard, type HeardLot, nextHeardLots, type Stage, stages, type Told, whole } from "./heard.ts";
import { peopleTable } from "./people-table.ts";
import { rowsTold, type ToldOfPeople, tellHeard } from "./tell-heard.ts";

type Person = Omit<Crowd, "people">;
const fields = ["wonen", "zorg", "werk", "opvoeding"];
const parties = ["praktijk", "gemeente", "bewoner"];
const at = new Date("2026-03-12T12:00:00Z");

function look(people: readonly Person[], before: ToldOfPeople | null, steps: readonly string[] = []): ToldOfPeople | null {
  const took = crowdsOf(people.filter(({ reached }) => reached.includes("took")));
  const provinces = [...new Set(took.map(({ area }) => area).filter(Boolean))].sort();
  const areas = peopleTable(
    { fields: provinces, parties: ["all"] },
    took.map(({ area, people }) => ({ field: area, party: "all", people })),
  );
  return tellHeard(
    {
      ...{ crowds: crowdsOf(people), fields, parties, steps: steps.map((id) => ({ id, title: id })) },
      table: peopleTable({ fields, parties }, took),
      areas: areas.fields.flatMap(({ id, size }) => (size.status === "people" ? [{ name: id, size }] : [])),
    },
    before?.basis ?? null,
    at,
  );
}

const said = (told: readonly Told[], stage: Stage) => told[stages.indexOf(stage)];
const people = (n: number, one: Partial<Person>): Person[] =>
  Array.from({ length: n }, () => ({ field: "wonen", party: "praktijk", area: "", reached: [], ...one }));
const reached = (...of: Stage[]) => of;
const all = reached("signedUp", "admitted", "took", "wrote", "chose");

describe("from an invitation to a quote", () => {
  test("each stage has its number, in all and by row; where few dropped out it says nearly, where few are left nothing", () => {
    const first = look(
      [
        ...people(20, { reached: all }),
        ...people(8, { reached: reached("signedUp", "admitted") }),
        ...people(12, { field: "zorg", reached: all }),
        ...people(2, { field: "zorg", reached: reached("signedUp", "admitted", "took") }),
        ...people(9, { field: "werk", reached: reached("signedUp") }),
      ],
      null,
    );
    const { heard } = first as ToldOfPeople;
    expect(said(heard.all, "signedUp")).toEqual({ status: "people", people: 51 });
    expect(said(heard.all, "took")).toEqual({ status: "people", people: 34 });
    expect(said(heard.all, "wrote")).toEqual({ status: "nearly" });
    const row = (id: string) => heard.fields.find((one) => one.id === id)?.told ?? [];
    expect(said(row("wonen"), "signedUp")).toEqual({ status: "people", people: 28 });
    expect(said(row("zorg"), "wrote")).toEqual({ status: "nearly" });
    expect(said(row("opvoeding"), "signedUp")).toEqual({ status: "withheld" });
    expect(said(heard.all, "quoted")).toEqual({ status: "withheld" });
  });

  test("who was there for a step is told when no few are missing or left", () => {
    const steps = (...of: string[]) => [...all, ...of.map((id) => `step:${id}`)];
    const first = look(
      [
        ...people(18, { reached: steps("een", "twee", "drie") }),
        ...people(7, { reached: steps("een", "twee") }),
        ...people(3, { reached: steps("een") }),
      ],
      null,
      ["een", "twee", "drie"],
    );
    expect(first?.heard.steps.map(({ told }) => told)).toEqual([
      { status: "nearly" },
      { status: "nearly" },
      { status: "people", people: 18 },
    ]);
  });

  test("municipalities of five and more are told by name, unless few are left of their province [RP32]", () => {
    const from = (n: number, area: string, town: string) => people(n, { area, town, reached: all });
    const first = look(
      [
        ...from(9, "Limburg", "Heerlen"),
        ...from(7, "Limburg", "Beek"),
        ...from(3, "Limburg", "Meerssen"),
        ...from(2, "Limburg", ""),
        ...from(8, "Zeeland", "Veere"),
        ...from(2, "Zeeland", "Goes"),
        ...from(6, "Drenthe", "Emmen"),
        ...from(4, "Utrecht", "Zeist"),
        ...from(6, "", ""),
      ],
      null,
    ) as ToldOfPeople;
    expect(first.towns).toEqual([
      { name: "Beek", province: "Limburg", people: 7 },
      { name: "Emmen", province: "Drenthe", people: 6 },
      { name: "Heerlen", province: "Limburg", people: 9 },
    ]);
    expect(new Set(first.basis.lots.flatMap(({ town }) => town ?? []))).toEqual(new Set(["Beek", "Emmen", "Heerlen"]));
    expect(look(from(5, "Zeeland", "Goes"), first)?.towns ?? []).toEqual([]);
  });

  test("one newcomer in a row is not told by a second look; the total moves on when five came", () => {
    const before = [...people(20, { reached: all }), ...people(15, { field: "zorg", reached: all })];
    const first = look(before, null);
    const five = [...people(1, { reached: all }), ...people(4, { field: "zorg", reached: all })];
    const second = look([...before, ...five], first) as ToldOfPeople;
    expect(second.table.total).toEqual({ status: "people", people: 40 });
    expect(rowsTold(second.table)).toBe(1); // the kind of party that all are of
    expect(said(second.heard.all, "wrote")).toEqual({ status: "nearly" });
    expect(look([...before, ...people(4, { reached: all })], first)).toBeNull();
  });
});

/** A reader who solves: which groups have one size only, given all numbers that were told. */
test("no number told at one look, or at three looks together, lets a group of one to four people be reckoned [RP18, RP28, RP32]", () => {
  const stage = fc.subarray([...stages], { minLength: 0 });
  const person = fc.record({
    field: fc.constantFrom(...fields),
    party: fc.constantFrom(...parties),
    area: fc.constantFrom("Drenthe", "Zeeland", ""),
    town: fc.constantFrom("Noord", "Zuid", "Dorp", ""),
    reached: stage.map((some) =>
      [...new Set(some.includes("wrote") || some.includes("chose") ? [...some, "took"] : some)].sort(),
    ),
  });
  const crowd = fc.array(fc.tuple(person, fc.integer({ min: 1, max: 9 })), { minLength: 3, maxLength: 14 });
  fc.assert(
    fc.property(crowd, crowd, crowd, (a, b, c) => {
      let living: Person[] = [];
      let last: ToldOfPeople | null = null;
      let lots: readonly HeardLot[] = [];
      const sums: { vector: number[]; people: number }[] = [];
      const looks = [a, b, c];
      for (const [at, come] of looks.entries()) {
        const there = come.map(([one, n]) => [one.area === "" ? { ...one, town: "" } : one, n] as const);
        living = [...living.slice(at), ...there.flatMap(([one, n]) => Array.from({ length: n }, () => one))];
        const next = look(living, last);
        if (!next) continue;
        const number = last?.basis.looks.length ?? 0;
        lots = nextHeardLots(lots, crowdsOf(living), number);
        last = next;
        sums.splice(0, sums.length, ...lines(lots, last));
      }
      const towns = (last?.basis.looks[0] ?? []).flatMap(({ area, town }) => (town === undefined ? [] : `${area} ${town}`));
      for (const { name, members } of groups(lots, last?.basis.looks.length ?? 0, towns)) {
        const size = members.reduce((sum, at) => sum + (lots[at]?.people ?? 0), 0);
        if (size < 1 || size > 4) continue;
        if (follows(sums, lots.length, members)) throw new Error(`${name} of ${size} people follows`);
      }
    }),
    { numRuns: 60 },
  );

  function lines(lots: readonly HeardLot[], { basis }: ToldOfPeople) {
    return basis.looks.flatMap((told, look) =>
      told.map((sum) => {
        const vector = lots.map((lot) =>
          lot.from <= look &&
          (lot.until === null || lot.until > look) &&
          lot.reached.includes(sum.stage) &&
          (sum.town ?? lot.town) === lot.town &&
          [sum.field ?? lot.field, sum.party ?? lot.party, sum.area ?? lot.area].join() ===
            [lot.field, lot.party, lot.area].join()
            ? 1
            : 0,
        );
        return { vector, people: vector.reduce<number>((all, n, at) => all + n * (lots[at]?.people ?? 0), 0) };
      }),
    );
  }
});

/** Rows, crossings, and rows of each stage, at each look and between looks. */
function groups(lots: readonly HeardLot[], looks: number, towns: readonly string[]) {
  const found: { name: string; members: number[] }[] = [];
  const pick = (name: string, of: (lot: HeardLot) => boolean) =>
    found.push({ name, members: [...lots.keys()].filter((at) => of(lots[at] as HeardLot)) });
  for (let look = 0; look < looks; look++) {
    const here = (lot: HeardLot) => lot.from <= look && (lot.until === null || lot.until > look);
    const took = (lot: HeardLot) => here(lot) && lot.reached.includes("took");
    const apart = (lot: HeardLot) => took(lot) && !towns.includes(`${lot.area} ${lot.town}`);
    pick(`${look} beside the municipalities`, apart);
    for (const area of ["Drenthe", "Zeeland"]) {
      pick(`${look} elsewhere in ${area}`, (lot) => apart(lot) && lot.area === area);
      // of the others nothing is told: that one of them is a group that follows by other ways, nobody can know
      for (const town of ["Noord", "Zuid", "Dorp"].filter((one) => looks === 1 || towns.includes(`${area} ${one}`)))
        pick(`${look} ${area} ${town}`, (lot) => took(lot) && lot.area === area && lot.town === town);
    }
    for (const stage of stages) {
      const far = (lot: HeardLot) => lot.reached.includes(stage);
      pick(`${look} ${stage}`, (lot) => here(lot) && far(lot));
      pick(`${look} took, not ${stage}`, (lot) => here(lot) && lot.reached.includes("took") && !far(lot));
      pick(`came at ${look} ${stage}`, (lot) => look > 0 && lot.from === look && far(lot));
      for (const field of fields) {
        pick(`${look} ${stage} ${field}`, (lot) => here(lot) && far(lot) && lot.field === field);
        pick(
          `${look} took, not ${stage} ${field}`,
          (lot) => here(lot) && lot.reached.includes("took") && !far(lot) && lot.field === field,
        );
        pick(`came at ${look} ${stage} ${field}`, (lot) => look > 0 && lot.from === look && far(lot) && lot.field === field);
        for (const party of parties)
          pick(
            `${look} ${stage} ${field} ${party}`,
            (lot) => here(lot) && far(lot) && lot.field === field && lot.party === party,
          );
      }
      for (const party of parties) pick(`${look} ${stage} ${party}`, (lot) => here(lot) && far(lot) && lot.party === party);
      for (const area of ["Drenthe", "Zeeland"])
        pick(`${look} ${stage} ${area}`, (lot) => here(lot) && far(lot) && lot.area === area);
    }
  }
  return found;
}

/** Whether a group is a combination of sums: exact, with whole numbers modulo a prime. */
function follows(sums: readonly { readonly vector: readonly number[] }[], length: number, members: readonly number[]): boolean {
  const prime = 46_337;
  const inverse = (n: number): number => {
    let [power, base, of] = [1, n, prime - 2];
    for (; of > 0; of = Math.floor(of / 2)) {
      if (of % 2 === 1) power = (power * base) % prime;
      base = (base * base) % prime;
    }
    return power;
  };
  const rows: { row: number[]; pivot: number }[] = [];
  const reduce = (vector: readonly number[]) => {
    const row = [...vector];
    for (const one of rows) {
      const times = row[one.pivot] ?? 0;
      if (times !== 0)
        for (let at = 0; at < length; at++) row[at] = ((row[at] ?? 0) + (prime - times) * (one.row[at] ?? 0)) % prime;
    }
    return row;
  };
  for (const { vector } of sums) {
    const row = reduce(vector);
    const pivot = row.findIndex((n) => n !== 0);
    if (pivot < 0) continue;
    const by = inverse(row[pivot] ?? 1);
    rows.push({ row: row.map((n) => (n * by) % prime), pivot });
  }
  const target = new Array<number>(length).fill(0);
  for (const at of members) target[at] = 1;
  return reduce(target).every((n) => n === 0);
}

test("in a dialogue of 300 people it takes a moment", () => {
  const many = Array.from(
    { length: 300 },
    (_, n): Person => ({
      ...{
        field: fields[n % 4] ?? "",
        party: parties[(n * 7) % 3] ?? "",
        area: ["Drenthe", "Zeeland", "Utrecht", ""][n % 4] ?? "",
        town: n % 4 === 3 ? "" : `Gemeente ${(n * 13) % 29}`,
      },
      reached: [
        ...all.slice(0, 1 + (n % 5)),
        ...Array.from({ length: 12 }, (_, step) => `step:${step}`).filter((_, step) => (n * (step + 3)) % 7 > 0),
      ],
    }),
  );
  const begun = performance.now();
  const told = look(
    many,
    null,
    Array.from({ length: 12 }, (_, step) => String(step)),
  ) as { heard: Heard };
  console.error(`${Math.round(performance.now() - begun)} ms`);
  expect(said(told.heard.all, "signedUp")).toEqual({ status: "people", people: 300 });
  expect(whole("took").field).toBeNull();
});
