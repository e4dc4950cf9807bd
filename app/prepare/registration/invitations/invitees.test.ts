import { describe, expect, test } from "vitest";
import type { FieldId, PartyId } from "../../../platform/ids.ts";
import { type InviteeLists, readInvitees } from "./invitees.ts";

const lists: InviteeLists = {
  fields: [{ id: "f1" as FieldId, name: "Wonen" }],
  parties: [{ id: "p1" as PartyId, name: "Professionele praktijk" }],
  areaOf: (typed) => (typed === "Delft" ? { code: "GM0503", year: 2025 } : null),
};
const problems = (text: string) => readInvitees(text, lists).problems.map((p) => `${p.row} ${p.column}: ${p.code}`);

describe("a file of people to invite", () => {
  test("is read with what is known of each", () => {
    const text =
      "\uFEFFE-mail;Naam;Vakgebied;Soort partij;Gebied;Taal\r\nNoor@Example.nl; Noor  Verhagen ;wonen;professionele praktijk;Delft;en\r\n\r\n";
    expect(readInvitees(text, lists)).toEqual({
      problems: [],
      invitees: [
        {
          name: "Noor Verhagen",
          mail: "noor@example.nl",
          organisation: "",
          function: "",
          party: "p1",
          field: "f1",
          area: { code: "GM0503", year: 2025 },
          locale: "en",
        },
      ],
    });
  });

  test("each mistake is told by row and column, and then nobody is read", () => {
    const text =
      "naam,e-mail,vakgebied,gebied,taal\n,a@example.nl,,,\nB,b@example,tuinen,Delf,fr\nC,c@example.nl,,,\nD,C@example.nl,,,";
    expect(problems(text)).toEqual([
      "2 naam: missing",
      "3 e-mail: invalid",
      "3 gebied: unknown",
      "3 taal: unknown",
      "3 vakgebied: unknown",
      "5 e-mail: twice",
    ]);
    expect(readInvitees(text, lists).invitees).toEqual([]);
  });

  test("columns that fail or are not known are told at once", () => {
    expect(problems("")).toEqual(["1 naam: empty-file"]);
    expect(problems("naam\nA")).toEqual(["1 e-mail: missing-column"]);
    expect(problems("naam,e-mail,bsn\nA,a@example.nl,1")).toEqual(["1 bsn: unknown-column"]);
    expect(problems("naam,e-mail")).toEqual(["2 naam: no-rows"]);
    expect(problems("naam,e-mail\nA")).toEqual(["2 e-mail: too-few-cells"]);
    expect(problems(`naam,e-mail\n${"A,a@example.nl\n".repeat(1001)}`)).toEqual(["1002 naam: too-many-rows"]);
  });

  test.each([
    ["a mail program", 'Noor Verhagen <noor@example.nl>; "Vries, Jan de" <jan@example.nl>'],
    ["a mail program with commas", "Noor Verhagen <noor@example.nl>, Jan de Vries <jan@example.nl>"],
    ["two columns of a sheet", "Noor Verhagen\tnoor@example.nl\r\nJan de Vries\tjan@example.nl\r\n"],
    ["lines", "Noor Verhagen, noor@example.nl\n\nJan de Vries jan@example.nl"],
    ["a sheet with its header", "e-mail\tnaam\nnoor@example.nl\tNoor Verhagen\njan@example.nl\tJan de Vries"],
  ])("people are pasted as they stand in %s", (_, text) => {
    const { invitees, problems } = readInvitees(text, lists);
    expect(problems).toEqual([]);
    expect(invitees.map(({ name, mail }) => `${name} ${mail}`)).toEqual([
      "Noor Verhagen noor@example.nl",
      "Jan de Vries jan@example.nl",
    ]);
  });

  test("without a header lines are counted from the first person, and nothing beside name and address is dropped", () => {
    expect(problems("Noor <noor@example.nl>\njan@example.nl\nPiet <piet>")).toEqual(["2 naam: missing", "3 e-mail: invalid"]);
    expect(problems("Noor;noor@example.nl;wonen")).toContain("1 naam: missing-column");
  });

  test("too long is refused, not cut off", () => {
    expect(problems(`naam,e-mail,functie\nA,a@example.nl,${"x".repeat(121)}`)).toEqual(["2 functie: too-long"]);
  });
});
