import fc from "fast-check";
import { expect, test } from "vitest";
import { random } from "../random.ts";
import { analyse } from "./analysis.ts";
import type { Analysis } from "./result.ts";
import { independent, invent, planted } from "./votes/invented-votes.ts";
import { pick, type Votes } from "./votes/votes.ts";

const options = { seed: 7, nullRuns: 3, stabilityRuns: 3 };

/** Rows and columns dealt anew, and everybody and everything under another name. */
function disguised(votes: Votes, seed: number) {
  const chance = random(seed);
  const dealt = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ i, key: chance.next() }))
      .sort((a, b) => a.key - b.key)
      .map(({ i }) => i);
  const shuffled = pick(votes, dealt(votes.people.length), dealt(votes.statements.length));
  const names = (ids: readonly string[]) =>
    new Map(ids.map((id) => [`${Math.floor(chance.next() * 1e9)}-${id.length}-${id}`, id]));
  const [people, statements] = [names(shuffled.people), names(shuffled.statements)];
  return { votes: { ...shuffled, people: [...people.keys()], statements: [...statements.keys()] }, people, statements };
}

/** A result in which names and order have no part, with the true names given back. */
function plain(result: Analysis, person = (id: string) => id, statement = (id: string) => id) {
  const point = result.projection.people.map(
    (id, row) => [person(id), result.projection.x[row], result.projection.y[row]] as const,
  );
  const sorted = <T>(items: readonly T[]) => items.map((one) => JSON.stringify(one)).sort();
  return {
    ...result,
    projection: sorted(point),
    groups: result.groups.map((group) => ({
      ...group,
      members: group.members.map(person).sort(),
      representative: group.representative.map((one) => ({ ...one, statement: statement(one.statement) })),
    })),
    perStatement: sorted(result.perStatement.map((one) => ({ ...one, id: statement(one.id) }))),
    commonGround: sorted(result.commonGround.map((one) => ({ ...one, statement: statement(one.statement) }))),
    commonRejection: sorted(result.commonRejection.map((one) => ({ ...one, statement: statement(one.statement) }))),
    divides: sorted(result.divides.map((one) => ({ ...one, statement: statement(one.statement) }))),
    axis: result.axis && {
      ...result.axis,
      low: result.axis.low.map((one) => ({ ...one, statement: statement(one.statement) })),
      high: result.axis.high.map((one) => ({ ...one, statement: statement(one.statement) })),
    },
  };
}

/**
 * Whether two insights that are no copies look the same from all that was chosen, however far one looks: of those one is taken as the
 * first, and which is all one but for the last bit.
 */
function hasMirror({ people, statements, rowStart, columns, choices }: Votes): boolean {
  const cells = people.flatMap((_, row) =>
    Array.from({ length: (rowStart[row + 1] ?? 0) - (rowStart[row] ?? 0) }, (_cell, at) => {
      const t = (rowStart[row] ?? 0) + at;
      return { row, column: columns[t] ?? 0, choice: choices[t] ?? 0 };
    }),
  );
  const numbered = (texts: readonly string[]) => {
    const known = [...new Set(texts)].sort();
    return texts.map((text) => known.indexOf(text));
  };
  const looks = (count: number, of: "row" | "column", other: readonly number[], by: "row" | "column") =>
    numbered(
      Array.from({ length: count }, (_, one) =>
        cells
          .filter((cell) => cell[of] === one)
          .map((cell) => `${other[cell[by]]}:${cell.choice}`)
          .sort()
          .join(),
      ),
    );
  let column = statements.map(() => 0);
  for (let round = 0; round < 6; round++) {
    const row = looks(people.length, "row", column, "column");
    column = looks(statements.length, "column", row, "row");
  }
  const copies = looks(statements.length, "column", [...people.keys()], "row");
  return new Set(column).size < new Set(copies).size;
}

/** One name for insights on which everybody chose the same: nothing tells which of them is which. */
function oneNameForCopies({ people, statements, rowStart, columns, choices, notMyField }: Votes): (id: string) => string {
  const chosen = statements.map((_, column) => [`${notMyField[column]}`]);
  for (const [row] of people.entries())
    for (let t = rowStart[row] ?? 0; t < (rowStart[row + 1] ?? 0); t++) chosen[columns[t] ?? 0]?.push(`${row}:${choices[t]}`);
  const nameOf = new Map<string, string>();
  const names = statements.map((id, column) => {
    const all = chosen[column]?.join() ?? "";
    if (!nameOf.has(all)) nameOf.set(all, id);
    return [id, nameOf.get(all) ?? id] as const;
  });
  const known = new Map(names);
  return (id) => known.get(id) ?? id;
}

const shapes = fc.record({
  people: fc.integer({ min: 12, max: 60 }),
  statements: fc.integer({ min: 4, max: 14 }),
  filled: fc.double({ min: 0.4, max: 1, noNaN: true }),
  skips: fc.double({ min: 0, max: 0.3, noNaN: true }),
  seed: fc.nat(1e6),
  groups: fc.boolean(),
});

test("[OG4] other rows, other columns and other names change nothing, to the bit", () => {
  fc.assert(
    fc.property(shapes, fc.nat(1e6), ({ groups, ...shape }, deal) => {
      const leaning = groups ? planted(2, shape.statements, shape.seed, 1.5) : independent(shape.statements, shape.seed);
      const votes = invent(shape, leaning);
      fc.pre(!hasMirror(votes));
      const other = disguised(votes, deal);
      const again = analyse(other.votes, options);
      const named = oneNameForCopies(votes);
      expect(
        plain(
          again,
          (id) => other.people.get(id) ?? id,
          (id) => named(other.statements.get(id) ?? id),
        ),
      ).toEqual(plain(analyse(votes, options), undefined, named));
    }),
    { numRuns: 60 },
  );
});

test("[OG4] also where people and insights cannot be told apart: the same figures come out", () => {
  // two halves that mirror each other, each person with a twin
  const ballots = Array.from({ length: 24 }, (_, p) => Array.from({ length: 8 }, (_, s) => (p % 2 === s % 2 ? 1 : -1)));
  const votes: Votes = {
    people: ballots.map((_, p) => `p${p}`),
    statements: ballots[0]!.map((_, s) => `s${s}`),
    rowStart: Uint32Array.from({ length: 25 }, (_, row) => 8 * row),
    columns: Uint32Array.from({ length: 192 }, (_, t) => t % 8),
    choices: Int8Array.from(ballots.flat()),
    notMyField: new Uint32Array(8),
  };
  const figures = ({ status, silhouettes, null: tests, stability, groups }: Analysis) => ({
    status,
    silhouettes,
    tests,
    stability,
    sizes: groups.map(({ size }) => size),
  });
  const first = figures(analyse(votes, options));
  expect(first.sizes).toEqual([12, 12]);
  for (let deal = 0; deal < 10; deal++) expect(figures(analyse(disguised(votes, deal).votes, options))).toEqual(first);
});

test("the same votes and seed give the same result; another seed leaves the groups of clear votes", () => {
  const votes = invent({ people: 120, statements: 20, filled: 0.6, skips: 0.1, seed: 4 }, planted(2, 20, 4, 2));
  expect(analyse(votes, options)).toEqual(analyse(votes, options));
  const members = (seed: number) => analyse(votes, { ...options, seed }).groups.map((group) => group.members);
  expect(members(8)).toEqual(members(9));
});
