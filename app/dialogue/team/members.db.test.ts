import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { acceptInvitation, findInvitation } from "../../organisation/team/invitation.server.ts";
import { makeDialogue } from "../../organisation/team/new-dialogue.server.ts";
import type { DialogueId, PersonId } from "../../platform/ids.ts";
import { mail } from "../../platform/mail/tables.ts";
import { mintLink } from "../people/links.server.ts";
import { findPersonByMail, personOf } from "../people/people.server.ts";
import { device, membership } from "../people/tables.ts";
import { dialogue } from "../tables.ts";
import type { DialogueRole } from "./member.ts";
import { changeRole, endRole, invite, inviteAgain, listTeam } from "./members.server.ts";

const arrival = { device: "Firefox, Linux", before: undefined, way: "mail", hours: 24 } as const;
let database: FreshDatabase;
let by: PersonId;
beforeAll(async () => {
  database = await freshDatabase();
  by = await database.db.transaction((tx) => personOf(tx, "samira@example.org", "Samira", "nl"));
});
afterAll(() => database[Symbol.asyncDispose]());

async function begin() {
  const dialogueId = randomUUID() as DialogueId;
  const startsAt = new Date("2030-04-15T07:00Z");
  await makeDialogue(database.db, by, {
    id: dialogueId,
    title: "Team",
    startsAt,
    endsAt: new Date(+startsAt + 7200e3),
    from: "template",
    language: "nl",
  });
  return { dialogueId, by };
}
const ask = (at: { dialogueId: DialogueId; by: PersonId }, address: string, role: DialogueRole, name = "Joris Vos") =>
  invite(database.db, at, { name, mail: address, role, locale: "nl" });
const mailsOf = (dialogueId: DialogueId) => database.db.select().from(mail).where(eq(mail.dialogueId, dialogueId));
const rolesIn = (dialogueId: DialogueId) =>
  database.db
    .select()
    .from(membership)
    .where(and(eq(membership.dialogueId, dialogueId), isNull(membership.endedAt)));
async function linkFor(dialogueId: DialogueId, address: string) {
  const found = await findPersonByMail(database.db, address);
  if (!found) throw new Error("nobody");
  return database.db.transaction((tx) => mintLink(tx, "invite", { personId: found.id, dialogueId, minutes: 60 }));
}

test("the same person and role is one membership and one mail, however often it is pressed", async () => {
  const at = await begin();
  const told = await Promise.all(
    [1, 2, 3].map((n) => ask(at, n === 2 ? " Joris@Example.org" : "joris@example.org", "facilitator")),
  );
  expect(told.toSorted()).toEqual(["already-invited", "already-invited", "invited"]);
  expect(await rolesIn(at.dialogueId)).toHaveLength(2);
  expect(await mailsOf(at.dialogueId)).toHaveLength(1);
});

test("an invitation again is mailed once a minute, and not to who takes part", async () => {
  const at = await begin();
  await ask(at, "joris@example.org", "analyst");
  const invited = (await rolesIn(at.dialogueId)).find(({ role }) => role === "analyst");
  if (!invited) throw new Error("not invited");
  await Promise.all([inviteAgain(database.db, at, invited.id), inviteAgain(database.db, at, invited.id)]);
  expect((await mailsOf(at.dialogueId)).length).toBeLessThanOrEqual(3);
  await acceptInvitation(database.db, await linkFor(at.dialogueId, "joris@example.org"), { name: "", arrival });
  await expect(inviteAgain(database.db, at, invited.id)).rejects.toMatchObject({ code: "already-joined" });
});

test("an invitation joins once and signs in; the other links end", async () => {
  const at = await begin();
  await ask(at, "noor@example.org", "facilitator", "Noor");
  await ask(at, "noor@example.org", "observer", "Noor");
  const [first, second] = [await linkFor(at.dialogueId, "noor@example.org"), await linkFor(at.dialogueId, "noor@example.org")];
  expect((await findInvitation(database.db, first))?.roles.toSorted()).toEqual(["facilitator", "observer"]);
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () => acceptInvitation(database.db, first, { name: "", arrival })),
  );
  expect(outcomes.filter(Boolean)).toHaveLength(1);
  expect(await findInvitation(database.db, first)).toBeNull();
  expect(await findInvitation(database.db, second)).toBeNull();
  const noor = await findPersonByMail(database.db, "noor@example.org");
  expect(
    await database.db
      .select()
      .from(device)
      .where(eq(device.personId, noor?.id as PersonId)),
  ).toHaveLength(1);
  expect(
    (await listTeam(database.db, at.dialogueId)).find(({ name }) => name === "Noor")?.roles.every(({ joined }) => joined),
  ).toBe(true);
  expect(await ask(at, "noor@example.org", "analyst")).toBe("added");
});

test("an ended invitation no longer works", async () => {
  const at = await begin();
  await ask(at, "joris@example.org", "observer");
  const token = await linkFor(at.dialogueId, "joris@example.org");
  const [one] = (await rolesIn(at.dialogueId)).filter(({ role }) => role === "observer");
  await endRole(database.db, at, one?.id ?? "");
  expect(await acceptInvitation(database.db, token, { name: "", arrival })).toBeNull();
});

test("the last organiser stays: of two who end each other at once one remains", async () => {
  const at = await begin();
  const [mine] = await rolesIn(at.dialogueId);
  if (!mine) throw new Error("no organiser");
  await expect(endRole(database.db, at, mine.id)).rejects.toMatchObject({ code: "last-organiser" });
  await expect(changeRole(database.db, at, mine.id, "observer")).rejects.toMatchObject({ code: "last-organiser" });
  await ask(at, "joris@example.org", "organiser");
  await expect(endRole(database.db, at, mine.id)).rejects.toMatchObject({ code: "last-organiser" });
  await acceptInvitation(database.db, await linkFor(at.dialogueId, "joris@example.org"), { name: "", arrival });
  const both = await rolesIn(at.dialogueId);
  const ended = await Promise.allSettled(both.map(({ id }) => endRole(database.db, at, id)));
  expect(ended.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await rolesIn(at.dialogueId)).toHaveLength(1);
});

test("a role of another dialogue is out of reach", async () => {
  const [here, there] = [await begin(), await begin()];
  const [theirs] = await rolesIn(there.dialogueId);
  await expect(endRole(database.db, here, theirs?.id ?? "")).rejects.toMatchObject({ code: "gone" });
});

test("another role takes the place of the old one, and a new letter leaves when it was not accepted yet", async () => {
  const at = await begin();
  await ask(at, "joris@example.org", "observer");
  const one = (await rolesIn(at.dialogueId)).find(({ role }) => role === "observer");
  await changeRole(database.db, at, one?.id ?? "", "note-taker");
  expect((await rolesIn(at.dialogueId)).map(({ role }) => role).toSorted()).toEqual(["note-taker", "organiser"]);
  expect(await mailsOf(at.dialogueId)).toHaveLength(2);
});

test("nobody is invited into a closed dialogue", async () => {
  const at = await begin();
  await database.db.update(dialogue).set({ state: "archived" }).where(eq(dialogue.id, at.dialogueId));
  await expect(ask(at, "joris@example.org", "observer")).rejects.toMatchObject({ code: "not-now" });
});

test("the installation keeps an administrator, and an invitation there leaves those of dialogues alone", async () => {
  const here = { dialogueId: null, by };
  const ours = () =>
    database.db
      .select()
      .from(membership)
      .where(and(isNull(membership.dialogueId), isNull(membership.endedAt)));
  await invite(database.db, here, { name: "Pim", mail: "pim@example.org", role: "administrator", locale: "nl" });
  const at = await begin();
  await ask(at, "pim@example.org", "observer", "Pim");
  const pim = await findPersonByMail(database.db, "pim@example.org");
  if (!pim) throw new Error("nobody");
  const elsewhere = await linkFor(at.dialogueId, "pim@example.org");
  const token = await database.db.transaction((tx) => mintLink(tx, "invite", { personId: pim.id, minutes: 60 }));
  expect(await acceptInvitation(database.db, token, { name: "", arrival })).toMatchObject({ slug: null });
  expect(await findInvitation(database.db, elsewhere)).toMatchObject({ roles: ["observer"] });
  const [one] = await ours();
  await expect(endRole(database.db, here, one?.id ?? "")).rejects.toMatchObject({ code: "last-administrator" });
});
