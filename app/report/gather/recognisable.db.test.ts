import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { fillInvented, type Invented } from "../../../tests/invented.ts";
import { postOf } from "../../../tests/registrants.ts";
import { contribution } from "../../contribution/tables.ts";
import { registration } from "../../dialogue/people/tables.ts";
import { dialogue, person } from "../../dialogue/tables.ts";
import type { BlockId, PersonId } from "../../platform/ids.ts";
import { mail } from "../../platform/mail/tables.ts";
import { seedAreas } from "../../prepare/areas/areas.server.ts";
import { hideField } from "../review/own-words.server.ts";
import { findReadAlong, type ReadAlong } from "../review/review-page.server.ts";
import { planReview, refreshCopy } from "../review/reviews.server.ts";
import { findBlockPage } from "../write/block-page.server.ts";
import { saveBlock } from "../write/blocks.server.ts";
import { listRecognisable } from "./recognisable.server.ts";

let database: FreshDatabase;
let made: Invented;
let organiser: PersonId;
/** Of the first field: the only one from Drenthe, and somebody of the many from Limburg. */
let few: { number: number; personId: PersonId };
let many: typeof few;
const block = crypto.randomUUID() as BlockId;

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  await seedAreas(db);
  made = await fillInvented(db);
  const [row] = await db.insert(person).values({ name: "Naomi" }).returning({ id: person.id });
  organiser = row?.id as PersonId;
  const rows = await db
    .selectDistinctOn([contribution.personId], {
      ...{ number: contribution.number, personId: contribution.personId, fieldId: contribution.fieldId },
    })
    .from(contribution)
    .where(eq(contribution.kind, "need"));
  const wonen = rows.filter(({ fieldId }) => fieldId === made.fieldIds.get("wonen")) as (typeof few)[];
  if (wonen.length < 3) throw new Error("too few of one field");
  [few, many] = wonen as [typeof few, typeof few];
  await db
    .update(registration)
    .set({ areaCode: "PV31", areaYear: 2025 })
    .where(eq(registration.fieldId, made.fieldIds.get("wonen") as never));
  await db.update(registration).set({ areaCode: "PV22" }).where(eq(registration.personId, few.personId));
  const typed = { place: "kort" as const, version: 0, text: `> #${few.number}\n\n> #${many.number}` };
  await saveBlock(db, made.dialogueId, organiser, block, typed);
});
afterAll(() => database?.[Symbol.asyncDispose]());

const of = async () => {
  const [row] = await database.db.select().from(dialogue).where(eq(dialogue.id, made.dialogueId));
  if (!row) throw new Error("no dialogue");
  return row;
};
const asked = async (me: PersonId) => ((await findReadAlong(database.db, await of(), me, new Date())) as ReadAlong).recognisable;

test("who is quoted and of few is asked, in the mail and in the copy; the team sees which quotes [RP30]", async () => {
  const { db } = database;
  const { page } = await findBlockPage(db, await of(), block, new Date());
  const texts = { taken: page.content.taken, blocks: [{ text: `> #${few.number}\n\n> #${many.number}` }] };
  expect(await listRecognisable(db, made.dialogueId, texts)).toEqual([few.number]);
  const inAWeek = new Date(Date.now() + 7 * 86_400_000);
  await planReview(db, made.dialogueId, organiser, { opensAt: new Date(), closesAt: inAWeek });
  await db.update(mail).set({ dueAt: new Date() }).where(eq(mail.kind, "review.open"));
  const sent = await postOf(db).deliver();
  const telling = sent.filter(({ text }) => text?.includes(`Uw woorden van bijdrage ${few.number} staan er als citaat in`));
  const [writer] = await db.select({ mail: person.mail }).from(person).where(eq(person.id, few.personId));
  expect(telling.map(({ to }) => to)).toEqual([writer?.mail]);
  expect(await asked(few.personId)).toEqual([few.number]);
  expect(await asked(many.personId)).toEqual([]);
});

test("who takes their field away is asked no more, and neither is who withdraws [RP30]", async () => {
  const { db } = database;
  await hideField(db, made.dialogueId, few.personId, few.number, true);
  await refreshCopy(db, made.dialogueId, organiser);
  expect(await asked(few.personId)).toEqual([]);
});
