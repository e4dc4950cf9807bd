import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../../tests/database.ts";
import { answersOf, findRegistration, openDialogue, postOf, register } from "../../../../tests/registrants.ts";
import { registration } from "../../../dialogue/people/tables.ts";
import { person, session } from "../../../dialogue/tables.ts";
import { audit } from "../../../platform/database/tables.ts";
import { mail } from "../../../platform/mail/tables.ts";
import { erasePerson } from "../../../privacy/erase/erase.server.ts";
import { receiveForm } from "../admission/arrivals.server.ts";
import { readAccessNeeds } from "../admission/people-of-session.server.ts";
import { accessNeed, registrationForm } from "../tables.ts";
import { tidyRegistrations } from "./tidy.server.ts";

test("access needs go when the session is over, and each look at them was written down", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const at = await openDialogue(db);
  await register(db, at, "noor@zorg.example", { accessKinds: ["sign-language"], accessNeeds: "voor in het midden" });
  const { personId } = await findRegistration(db, at, "noor@zorg.example");
  const seen = await readAccessNeeds(db, { dialogueId: at.dialogueId, sessionId: at.sessionId, by: personId });
  expect(seen).toMatchObject([{ name: "noor", kinds: ["sign-language"], text: "voor in het midden" }]);
  expect(await db.select().from(audit).where(eq(audit.what, "access-needs.read"))).toHaveLength(1);
  await tidyRegistrations(db);
  expect(await db.select().from(accessNeed)).toHaveLength(1);
  await db.update(session).set({ state: "ended" });
  await tidyRegistrations(db);
  expect(await db.select().from(accessNeed)).toEqual([]);
});

test("an address that was typed once and never confirmed is forgotten, one that is confirmed stays", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const at = await openDialogue(db);
  await register(db, at, "blijft@zorg.example");
  await receiveForm(db, at, answersOf(at, "vreemd@zorg.example"), new Date());
  await postOf(db).deliver();
  await tidyRegistrations(db);
  expect(await db.select().from(registrationForm)).toHaveLength(1);
  await db.update(registration).set({ createdAt: sql`now() - interval '15 days'` });
  await db.update(registrationForm).set({ createdAt: sql`now() - interval '15 days'` });
  await tidyRegistrations(db);
  expect((await db.select({ mail: person.mail }).from(person)).map((row) => row.mail)).toEqual(["blijft@zorg.example"]);
  expect(await db.select().from(registrationForm)).toEqual([]);
});

test("who leaves altogether gives the place to the next in line", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const at = await openDialogue(db, { session: { capacity: 1 } });
  await register(db, at, "noor@zorg.example");
  await register(db, at, "wacht@zorg.example");
  const { personId } = await findRegistration(db, at, "noor@zorg.example");
  await erasePerson(db, personId, { person: personId });
  expect((await findRegistration(db, at, "wacht@zorg.example")).state).toBe("admitted");
  expect(await db.select().from(mail).where(eq(mail.kind, "reminder.1d"))).toHaveLength(1);
});
