import fc from "fast-check";
import { expect, test } from "vitest";
import type { FieldId, PartyId, RegistrationId } from "../../../platform/ids.ts";
import type { Area } from "../../areas/area.ts";
import { balance, type Person } from "../admission/balance.ts";
import { targetsOf } from "../admission/coverage.ts";
import { gapQuery, gapsIn } from "./gaps.ts";

const area = (code: string, name: string, kind: Area["kind"], parentCode: string | null = null): Area => ({
  ...{ code, year: 2025, name, kind, parentCode, everydayName: null },
});
const known = [
  area("GM1", "Heerlen", "municipality"),
  area("GM2", "Delft", "municipality"),
  area("WK1", "Heerlen-Noord", "focus", "GM1"),
  area("PV1", "Limburg", "province"),
];
const fields = ["opvoeding", "wonen", "sport"].map((id) => ({ id: id as FieldId, target: 4 }));
const parties = ["praktijk", "gemeente"].map((id) => ({ id: id as PartyId, target: 6 }));
const lists = { fields: fields.map(({ id }) => id), parties: parties.map(({ id }) => id), areas: [] };

type Row = readonly [field: string | null, party: string | null, area: string | null];
function gaps(rows: readonly Row[]) {
  const people = rows.map(
    ([field, party, code], at): Person => ({
      ...{ id: String(at) as RegistrationId, state: "confirmed", queue: at, area: code },
      ...{ field: field as FieldId | null, party: party as PartyId | null },
    }),
  );
  return gapsIn(
    balance(people, lists, targetsOf(fields, parties)),
    people.map(({ field, area: areaCode }) => ({ field, areaCode })),
    known,
  );
}

test("nobody yet of a field, of a kind of party, where the two cross, and of a field in a town that people come from", () => {
  const found = gaps([
    ["wonen", "praktijk", "WK1"],
    ["wonen", "gemeente", "GM2"],
    ["opvoeding", "praktijk", "GM2"],
    ["opvoeding", "praktijk", "PV1"],
  ]);
  expect(found.rows).toEqual([{ field: "sport", party: null, area: null }]);
  expect(found.cells).toEqual([{ field: "opvoeding", party: "gemeente", area: null }]);
  expect(found.towns.map(({ field, towns }) => [field, towns.map(({ name }) => name)])).toEqual([
    ["opvoeding", ["Heerlen"]],
    ["sport", ["Delft", "Heerlen"]],
  ]);
  expect(gapQuery({ field: "opvoeding" as FieldId, party: null, area: "GM1" })).toBe("vakgebied=opvoeding&gebied=GM1");
});

test("a gap is never of a group that somebody is of", () => {
  const row = fc.tuple(
    fc.constantFrom("opvoeding", "wonen", "sport", null),
    fc.constantFrom("praktijk", "gemeente", null),
    fc.constantFrom("GM1", "GM2", "WK1", null),
  );
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
      const found = gaps(rows);
      for (const { field, party } of [...found.rows, ...found.cells])
        expect(rows.some(([f, p]) => (field === null || f === field) && (party === null || p === party))).toBe(false);
      for (const { field, towns } of found.towns)
        for (const { code } of towns)
          expect(rows.some(([f, , at]) => f === field && (at === code || (code === "GM1" && at === "WK1")))).toBe(false);
    }),
  );
});
