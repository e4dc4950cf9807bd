import { type CsvProblemCode, parseCsvChunks } from "../../../method/text/csv.ts";
import type { FieldId, PartyId } from "../../../platform/ids.ts";
import { mailAddress } from "../../../platform/mail/mail-address.ts";
import { cleanLine, textLength } from "../../../platform/text.ts";
import { type AreaRef, registrationLimits } from "../form/registration.ts";
import { asCsv } from "./invitee-list.ts";

export type Invitee = {
  readonly name: string;
  readonly mail: string;
  readonly organisation: string;
  readonly function: string;
  readonly party: PartyId | null;
  readonly field: FieldId | null;
  readonly area: AreaRef | null;
  readonly locale: "nl" | "en";
};

/** The columns of the file, in this order in the example; only the first two must be there. */
export const inviteeColumns = {
  name: "naam",
  mail: "e-mail",
  organisation: "organisatie",
  function: "functie",
  party: "soort partij",
  field: "vakgebied",
  area: "gebied",
  locale: "taal",
} as const;
type Column = keyof typeof inviteeColumns;

/** Row counted from 1, with the header as row 1 where there is one; column by its name. */
export type InviteeProblem = {
  readonly row: number;
  readonly column: string;
  readonly code:
    | CsvProblemCode
    | "missing-column"
    | "unknown-column"
    | "missing"
    | "invalid"
    | "too-long"
    | "unknown"
    | "twice"
    | "no-rows"
    | "too-many-rows";
  readonly value: string;
};

export type InviteeLists = {
  readonly fields: readonly { readonly id: FieldId; readonly name: string }[];
  readonly parties: readonly { readonly id: PartyId; readonly name: string }[];
  readonly areaOf: (typed: string) => AreaRef | null;
};

const mostInvitees = 1000;

/** Reads people to invite; with one problem or more nobody should be invited. */
export function readInvitees(pasted: string, lists: InviteeLists): { invitees: Invitee[]; problems: InviteeProblem[] } {
  const { text, headless } = asCsv(pasted);
  const read = readTable(text, lists);
  // without a header the first person stands on the first line
  return headless ? { ...read, problems: read.problems.map((one) => ({ ...one, row: one.row - 1 })) } : read;
}

function readTable(text: string, lists: InviteeLists): { invitees: Invitee[]; problems: InviteeProblem[] } {
  const [header, ...records] = parseCsvChunks([text], { undoGuard: true });
  if (!header) return { invitees: [], problems: [{ row: 1, column: inviteeColumns.name, code: "empty-file", value: "" }] };
  const names = header.cells.map((name) => cleanLine(name).toLowerCase());
  const problems: InviteeProblem[] = [header, ...records].flatMap(({ row, cells, problems: found }) =>
    found.map(({ column, code }) => ({ row, column: names[column - 1] || String(column), code, value: cells[column - 1] ?? "" })),
  );
  const known: readonly string[] = Object.values(inviteeColumns);
  for (const column of [inviteeColumns.name, inviteeColumns.mail])
    if (!names.includes(column)) problems.push({ row: 1, column, code: "missing-column", value: "" });
  for (const name of names)
    if (name !== "" && !known.includes(name)) problems.push({ row: 1, column: name, code: "unknown-column", value: name });
  if (records.length === 0) problems.push({ row: 2, column: inviteeColumns.name, code: "no-rows", value: "" });
  if (records.length > mostInvitees)
    problems.push({ row: mostInvitees + 2, column: inviteeColumns.name, code: "too-many-rows", value: String(records.length) });
  if (problems.length > 0) return { invitees: [], problems };

  const invitees: Invitee[] = [];
  const seen = new Set<string>();
  for (const { row, cells } of records) {
    const { invitee, wrong } = readRow((column) => cells[names.indexOf(inviteeColumns[column])] ?? "", lists);
    if (wrong.length === 0 && seen.has(invitee.mail)) wrong.push({ column: "mail", code: "twice", value: invitee.mail });
    seen.add(invitee.mail);
    problems.push(...wrong.map(({ column, code, value }) => ({ row, column: inviteeColumns[column], code, value })));
    invitees.push(invitee);
  }
  return problems.length > 0 ? { invitees: [], problems } : { invitees, problems: [] };
}

type Wrong = { column: Column; code: InviteeProblem["code"]; value: string };

function readRow(cell: (column: Column) => string, lists: InviteeLists): { invitee: Invitee; wrong: Wrong[] } {
  const wrong: Wrong[] = [];
  const say = (column: Column, code: Wrong["code"]) => wrong.push({ column, code, value: cell(column).slice(0, 80) });
  const line = (column: "name" | "organisation" | "function") => {
    const value = cleanLine(cell(column));
    if (textLength(value) > registrationLimits[column]) say(column, "too-long");
    return value;
  };
  const oneOf = <T extends string>(column: "party" | "field", list: readonly { id: T; name: string }[]): T | null => {
    const wanted = cleanLine(cell(column)).toLowerCase();
    if (wanted === "") return null;
    const found = list.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted);
    if (!found) say(column, "unknown");
    return found?.id ?? null;
  };
  const name = line("name");
  // whose name it is can be seen from the address
  if (name === "") wrong.push({ column: "name", code: "missing", value: cleanLine(cell("mail")).slice(0, 80) });
  const mail = mailAddress.safeParse(cleanLine(cell("mail")));
  if (!mail.success) say("mail", mail.error.issues[0]?.message === "missing" ? "missing" : "invalid");
  const area = cleanLine(cell("area"));
  const foundArea = area === "" ? null : lists.areaOf(area);
  if (area !== "" && !foundArea) say("area", "unknown");
  const locale = cleanLine(cell("locale")).toLowerCase();
  if (!["", "nl", "en"].includes(locale)) say("locale", "unknown");
  const invitee = {
    name,
    mail: mail.success ? mail.data : "",
    organisation: line("organisation"),
    function: line("function"),
    party: oneOf("party", lists.parties),
    field: oneOf("field", lists.fields),
    area: foundArea,
    locale: locale === "en" ? ("en" as const) : ("nl" as const),
  };
  return { invitee, wrong };
}
