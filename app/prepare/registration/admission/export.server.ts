import { writeCsv } from "../../../method/text/csv.ts";
import { change, type Db, deedBy } from "../../../platform/database/change.server.ts";
import type { DialogueId, PersonId, SessionId } from "../../../platform/ids.ts";
import { listOtherFields, listPeople } from "./people-of-session.server.ts";

/** Stable: who has a spreadsheet on these columns keeps it. What people need is not among them. */
const exportColumns = [
  "stand",
  "naam",
  "e-mail",
  "organisatie",
  "functie",
  "soort partij",
  "vakgebied",
  "andere vakgebieden",
  "gebied",
  "gebiedscode",
  "brengt mee",
  "naam te zien als",
  "hoe aangemeld",
  "aangemeld op",
  "bevestigd op",
] as const;

const states = {
  pending: "nog niet bevestigd",
  confirmed: "nog te kiezen",
  waiting: "wachtlijst",
  admitted: "doet mee",
  declined: "niet gekozen",
  withdrawn: "afgemeld",
} as const;
const shown = { full: "naam en functie", function: "functie", none: "geen naam" } as const;
const sources = {
  form: "oproep",
  invitation: "uitnodiging",
  substitute: "collega",
  import: "invoer",
  demo: "voorbeeld",
} as const;

/** The list of a session as CSV, for the organiser alone; that it was taken out is written down. */
export async function exportRegistrations(
  db: Db,
  at: { readonly dialogueId: DialogueId; readonly sessionId: SessionId; readonly by: PersonId },
): Promise<string> {
  return change(db, deedBy(at.by, at.dialogueId, "registration.export", "session", at.sessionId), async (tx) => {
    const people = await listPeople(tx, at.sessionId);
    const others = await listOtherFields(tx, at.sessionId);
    const rows = people.map((one) => [
      ...[states[one.state], one.name, one.mail ?? "", one.organisation, one.function, one.party ?? "", one.field ?? ""],
      ...[(others.get(one.id) ?? []).join(", "), one.area ?? "", one.areaCode ?? "", one.brings, shown[one.shownAs]],
      ...[sources[one.source], one.createdAt.toISOString(), one.confirmedAt?.toISOString() ?? ""],
    ]);
    return writeCsv(exportColumns, rows, { bom: true, separator: ";" });
  });
}
