import { eq } from "drizzle-orm";
import { guardWords } from "../../../contribution/flags.server.ts";
import { card } from "../../../contribution/tables.ts";
import { registration } from "../../../dialogue/people/tables.ts";
import type { Tx } from "../../../platform/database/change.server.ts";
import { matches } from "../../../platform/database/matches.server.ts";
import type { DialogueId, PersonId, RegistrationId } from "../../../platform/ids.ts";
import { accessNeed, consent, registrationField } from "../tables.ts";
import type { Registration } from "./registration.ts";

/** Of the sentence beside the box; a new wording is a new version. */
const licenceTextVersion = "cc-by-4.0:1";
const accessTextVersion = "access-needs:1";

interface Whose {
  readonly registrationId: RegistrationId;
  readonly personId: PersonId;
  readonly dialogueId: DialogueId;
}

/** Makes what was filled in the registration's own, and logs what was agreed to. */
export async function writeAnswers(tx: Tx, whose: Whose, answers: Registration): Promise<void> {
  await tx
    .update(registration)
    .set({
      name: answers.name,
      organisation: answers.organisation,
      function: answers.function,
      partyId: answers.party,
      fieldId: answers.field,
      areaCode: answers.area?.code ?? null,
      areaYear: answers.area?.year ?? null,
      brings: answers.brings,
      shownAs: answers.shownAs,
    })
    .where(eq(registration.id, whose.registrationId));
  await tx.delete(registrationField).where(eq(registrationField.registrationId, whose.registrationId));
  if (answers.otherFields.length > 0)
    await tx
      .insert(registrationField)
      .values(answers.otherFields.map((fieldId) => ({ registrationId: whose.registrationId, fieldId })));
  await flagFirstCard(tx, whose, answers);
  await writeAccessNeeds(tx, whose, answers);
  await logConsents(tx, whose, answers);
}

/** What somebody brings stands on their card, until they write one: what was sent after a warning goes to the facilitator. */
async function flagFirstCard(tx: Tx, { registrationId, personId, dialogueId }: Whose, { brings }: Registration): Promise<void> {
  const [own] = await tx.select({ personId: card.personId }).from(card).where(matches(card, { dialogueId, personId }));
  const [at] = await tx
    .select({ sessionId: registration.sessionId })
    .from(registration)
    .where(eq(registration.id, registrationId));
  if (!own && at) await guardWords(tx, { dialogueId, sessionId: at.sessionId }, { kind: "card", id: personId }, [brings]);
}

async function writeAccessNeeds(tx: Tx, { registrationId }: Whose, answers: Registration): Promise<void> {
  await tx.delete(accessNeed).where(eq(accessNeed.registrationId, registrationId));
  if (!hasAccessNeeds(answers)) return;
  await tx.insert(accessNeed).values({ registrationId, kinds: [...answers.accessKinds], text: answers.accessNeeds });
}

const hasAccessNeeds = (answers: Registration): boolean => answers.accessKinds.length > 0 || answers.accessNeeds !== "";

/** One line per purpose, and only where something became different: the log says since when. */
async function logConsents(tx: Tx, { personId, dialogueId }: Whose, answers: Registration): Promise<void> {
  const now = [
    { purpose: "privacy", given: true, textVersion: `privacy:${answers.privacyVersion}` },
    { purpose: "licence", given: true, textVersion: licenceTextVersion },
    { purpose: "access-needs", given: hasAccessNeeds(answers), textVersion: accessTextVersion },
  ];
  const before = await tx.select().from(consent).where(matches(consent, { personId, dialogueId })).orderBy(consent.id);
  for (const one of now) {
    const last = before.findLast(({ purpose }) => purpose === one.purpose);
    if (last ? last.given === one.given && last.textVersion === one.textVersion : !one.given) continue;
    await tx.insert(consent).values({ personId, dialogueId, ...one });
  }
}
