import { eq } from "drizzle-orm";
import { contribution } from "../app/contribution/tables.ts";
import { registration } from "../app/dialogue/people/tables.ts";
import { dialogue, field, party, session } from "../app/dialogue/tables.ts";
import { independent, invent, planted } from "../app/method/analysis/votes/invented-votes.ts";
import { random } from "../app/method/random.ts";
import type { Db } from "../app/platform/database/change.server.ts";
import type { InsightId } from "../app/platform/ids.ts";
import { updateAnalysis } from "../app/session/analysis/analyse.server.ts";
import { ballot, insight } from "../app/session/insights/tables.ts";
import { type Morning, makeMorning } from "./morning.ts";

/** Of which it is known what they hold; each with seven fields and two kinds of party, and answers to whether it fits. */
export type Opinions = "groups" | "gradient" | "no-clear-groups";

const sayings = [
  "Eén vaste contactpersoon per gezin werkt beter dan een loket per onderwerp.",
  "Bewoners die vanaf het begin meedenken, blijven langer betrokken.",
  "Een wijkteam moet zelf over kleine bedragen kunnen beslissen.",
  "De school is de beste plek om gezinnen te bereiken.",
  "Wie in de wijk werkt, moet er ook een werkplek hebben.",
  "Samenwerken lukt alleen met dezelfde mensen over meerdere jaren.",
  "Een wijkaanpak heeft vijftien jaar vaste financiering nodig.",
  "Jongeren bereik je op straat, niet achter een bureau.",
  "Gegevens delen tussen organisaties levert meer op dan het kost.",
  "Vrijwilligers kunnen een groot deel van de lichte hulp overnemen.",
  "Een buurthuis dat elke avond open is, bespaart meer aan zorg dan het kost.",
  "Zichtbare handhaving is de eerste stap; daarna heeft sociaal werk zin.",
  "Wie dreigt te worden ontruimd, hoort eerst een gesprek te krijgen.",
  "Taalles hoort bij het werk, onder werktijd.",
  "Schulden kun je beter in één keer kwijtschelden dan jarenlang aflossen.",
  "In elk wijkteam hoort een ervaringsdeskundige in vaste dienst.",
  "Een huisarts hoort bij het wijkteam.",
  "Renovatie helpt alleen als er tegelijk sociale begeleiding is.",
  "Scholen in deze wijken moeten tot zes uur open zijn.",
  "Digitale loketten maken hulp makkelijker te vinden.",
] as const;

/** Where a field's people stand beside those of others, in standard deviations, in the order of the fields. */
const fieldLeans = [1.1, 0.7, 0.3, 0, -0.3, -0.7, -1.1] as const;

/** One factor; on it people stand spread around where their field stands. */
function slope(people: number, statements: number) {
  const chance = random(5, 97);
  const places = Array.from({ length: people }, (_, person) => chance.normal() + (fieldLeans[person % 7] ?? 0));
  const loadings = Array.from({ length: statements }, () => 1.6 * chance.normal());
  return (person: number, statement: number) => (places[person] ?? 0) * (loadings[statement] ?? 0);
}

/** A session that was held, with people over seven fields, and analysed. The first two insights are shared by all. */
export async function fillOpinions(db: Db, kind: Opinions, slug: string, people = 84): Promise<Morning> {
  const morning = await makeMorning(db, people, slug);
  const { dialogueId } = morning;
  const fields = await db.select().from(field).where(eq(field.dialogueId, dialogueId)).orderBy(field.position);
  const parties = await db.select().from(party).where(eq(party.dialogueId, dialogueId)).orderBy(party.position);
  const statements = sayings.length;
  const lean = {
    groups: planted(3, statements, 3, 2.2),
    gradient: slope(people, statements),
    "no-clear-groups": independent(statements, 2),
  }[kind];
  const votes = invent({ people, statements, filled: 0.8, skips: 0.08, seed: 11 }, (person, statement) =>
    statement < 2 ? 2.6 : lean(person, statement),
  );
  const made = await db
    .insert(insight)
    .values(sayings.map((text, at) => ({ dialogueId, number: at + 1, position: at, text })))
    .returning({ id: insight.id });
  const ids: readonly InsightId[] = made.map(({ id }) => id);
  const rows = votes.people.flatMap((name, row) => {
    const person = Number(name.slice(1));
    const standing = { fieldId: fields[person % 7]?.id ?? null, partyId: parties[person % 2]?.id ?? null };
    return Array.from({ length: (votes.rowStart[row + 1] ?? 0) - (votes.rowStart[row] ?? 0) }, (_, i) => {
      const at = (votes.rowStart[row] ?? 0) + i;
      const statement = votes.columns[at] ?? 0;
      const cast = votes.choices[at] ?? 0;
      const personId = morning.people[person];
      if (!personId) throw new Error("nobody");
      const outside = cast === 0 && (person + statement) % 3 === 0;
      const choice = outside ? "not-my-field" : cast > 0 ? "agree" : cast < 0 ? "disagree" : "skip";
      const fit = cast > 0 ? ((person + statement) % 3 === 0 ? "conditions" : "fits") : cast < 0 ? "not" : null;
      return {
        insightId: ids[statement] as InsightId,
        personId,
        choice,
        fit,
        ...standing,
        sessionId: morning.sessionId,
      } as const;
    });
  });
  await db.insert(ballot).values(rows);
  const asked = morning.steps.find(({ kind: step }) => step === "practice-check");
  const said = rows
    .filter(({ fit }, at) => (fit === "conditions" && at % 4 === 0) || (fit === "not" && at % 9 === 0))
    .map(({ insightId, personId, fit, fieldId, partyId }, at) => ({
      ...{ dialogueId, sessionId: morning.sessionId, stepId: asked?.id ?? null, insightId, personId, fieldId, partyId },
      ...{ number: at + 1, shared: "all" as const, kind: fit === "not" ? ("example" as const) : ("condition" as const) },
      text: fit === "not" ? "Bij ons is het werk anders verdeeld." : (conditions[at % conditions.length] ?? ""),
    }));
  await db.insert(contribution).values(said);
  await db.update(registration).set({ confirmedAt: new Date() }).where(eq(registration.dialogueId, dialogueId));
  await db.update(session).set({ state: "ended" }).where(eq(session.id, morning.sessionId));
  await db.update(dialogue).set({ state: "harvest" }).where(eq(dialogue.id, dialogueId));
  await updateAnalysis(db, dialogueId);
  return morning;
}

const conditions = ["Er is vervanging bij ziekte en vakantie.", "Het gezin kiest zelf.", "Er is tijd voor in het rooster."];
