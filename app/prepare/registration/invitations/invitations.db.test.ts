import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../../tests/database.ts";
import {
  answersOf,
  findRegistration,
  openDialogue,
  postOf,
  register,
  secretIn,
  statesOf,
} from "../../../../tests/registrants.ts";
import { registration } from "../../../dialogue/people/tables.ts";
import type { PersonId } from "../../../platform/ids.ts";
import { signOff } from "../my-page/mine.server.ts";
import { completeInvitation, findInvitation, findOffer, invite, offerPlace, retractOffer } from "./invitations.server.ts";
import type { Invitee } from "./invitees.ts";

const by = "00000000-0000-4000-8000-000000000001" as PersonId;
const browser = { name: "Chrome, Android", signedInAs: null };
const now = () => new Date();
const invitee = (mail: string): Invitee => ({
  ...{ name: "Genodigde", mail, organisation: "De Linde", function: "", party: null, field: null, area: null },
  locale: "nl",
});

test("a colleague takes over the very place, and whoever waited stays waiting", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const post = postOf(db);
  const at = await openDialogue(db, { session: { capacity: 1 } });
  await register(db, at, "noor@zorg.example");
  await register(db, at, "wacht@zorg.example");
  await post.deliver();
  const mine = await findRegistration(db, at, "noor@zorg.example");
  await offerPlace(db, mine, { name: "Karim", mail: "karim@zorg.example" }, now());
  expect(await findOffer(db, mine.id)).toEqual({ name: "Karim", mail: "karim@zorg.example" });
  const [letter] = await post.deliver();
  expect(letter).toMatchObject({ to: "karim@zorg.example", kind: "registration.substitute" });
  expect(letter?.text).toContain("noor kan niet meedoen");
  expect((await findRegistration(db, at, "noor@zorg.example")).state).toBe("admitted");
  const token = secretIn(letter?.text, "uitnodiging");
  const done = await Promise.all(
    [1, 2, 3].map(() => completeInvitation(db, token, answersOf(at, "karim@zorg.example"), browser, now())),
  );
  expect(done.map(({ status }) => status).sort()).toEqual(["done", "used", "used"]);
  expect((await findRegistration(db, at, "karim@zorg.example")).state).toBe("admitted");
  expect((await findRegistration(db, at, "noor@zorg.example")).state).toBe("withdrawn");
  expect(await statesOf(db, at)).toEqual({ admitted: 1, waiting: 1, withdrawn: 1 });
  const letters = await post.deliver();
  expect(letters.map(({ to, kind }) => [to, kind]).sort()).toEqual([
    ["karim@zorg.example", "registration.admitted"],
    ["noor@zorg.example", "registration.withdrawn"],
  ]);
  expect(letters.find(({ to }) => to === "noor@zorg.example")?.text).toContain("Uw collega heeft uw plaats overgenomen");
});

test("an offer that was taken back, or whose giver signed off, gives no place away", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const post = postOf(db);
  const at = await openDialogue(db, { session: { capacity: 1 } });
  await register(db, at, "noor@zorg.example");
  await register(db, at, "wacht@zorg.example");
  await post.deliver();
  const mine = await findRegistration(db, at, "noor@zorg.example");
  await offerPlace(db, mine, { name: "Karim", mail: "karim@zorg.example" }, now());
  const token = secretIn((await post.deliver())[0]?.text, "uitnodiging");
  await retractOffer(db, mine);
  expect(await findInvitation(db, token)).toMatchObject({ status: "open", from: null });
  await completeInvitation(db, token, answersOf(at, "karim@zorg.example"), browser, now());
  expect(await statesOf(db, at)).toEqual({ admitted: 1, waiting: 2 });
  await signOff(db, mine, { person: mine.personId }, now());
  expect((await findRegistration(db, at, "wacht@zorg.example")).state).toBe("admitted");
});

test("one cannot offer the place to oneself, nor a place that one has not", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const at = await openDialogue(db);
  await register(db, at, "noor@zorg.example");
  const mine = await findRegistration(db, at, "noor@zorg.example");
  await expect(offerPlace(db, mine, { name: "Ik", mail: "noor@zorg.example" }, now())).rejects.toMatchObject({
    code: "same-person",
  });
  await signOff(db, mine, { person: mine.personId }, now());
  await expect(offerPlace(db, mine, { name: "K", mail: "k@zorg.example" }, now())).rejects.toMatchObject({ code: "no-place" });
});

test("who is on the waiting list may get a colleague's place; who has one keeps it, and so does the colleague", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const post = postOf(db);
  const at = await openDialogue(db, { session: { capacity: 2 } });
  for (const one of ["noor", "karim", "wacht"]) await register(db, at, `${one}@zorg.example`);
  await post.deliver();
  const mine = await findRegistration(db, at, "noor@zorg.example");
  await offerPlace(db, mine, { name: "Karim", mail: "karim@zorg.example" }, now());
  const token = secretIn((await post.deliver())[0]?.text, "uitnodiging");
  await completeInvitation(db, token, answersOf(at, "karim@zorg.example"), browser, now());
  expect(await statesOf(db, at)).toEqual({ admitted: 2, waiting: 1 });
  await offerPlace(db, mine, { name: "W", mail: "wacht@zorg.example" }, now());
  const other = secretIn((await post.deliver())[0]?.text, "uitnodiging");
  await completeInvitation(db, other, answersOf(at, "wacht@zorg.example"), browser, now());
  expect(await statesOf(db, at)).toEqual({ admitted: 2, withdrawn: 1 });
});

test("who is invited takes a place on sending the form, also where the organiser chooses; again invites nobody twice", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const post = postOf(db);
  const at = await openDialogue(db, { settings: { admission: "selection" }, session: { capacity: 1 } });
  const where = { dialogueId: at.dialogueId, sessionId: at.sessionId, by };
  const people = [invitee("een@zorg.example"), invitee("twee@zorg.example")];
  expect(await invite(db, where, people)).toEqual({ invited: 2, known: 0 });
  expect(await invite(db, where, people)).toEqual({ invited: 0, known: 2 });
  const letters = await post.deliver();
  expect(letters.map(({ kind }) => kind)).toEqual(["registration.invite", "registration.invite"]);
  for (const { to, text } of letters)
    await completeInvitation(db, secretIn(text, "uitnodiging"), answersOf(at, to), browser, now());
  expect(await statesOf(db, at)).toEqual({ admitted: 1, waiting: 1 });
});

test("who is invited while the session is on comes straight in", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const post = postOf(db);
  for (const state of ["lobby", "live"] as const) {
    const at = await openDialogue(db, { session: { state } });
    await invite(db, { dialogueId: at.dialogueId, sessionId: at.sessionId, by }, [invitee("een@zorg.example")]);
    const token = secretIn((await post.deliver())[0]?.text, "uitnodiging");
    await completeInvitation(db, token, answersOf(at, "een@zorg.example"), browser, now());
    expect(await statesOf(db, at)).toEqual({ admitted: 1 });
    // the door is open: no letter says when it opens
    expect((await post.deliver())[0]?.text).not.toContain("voor het begin open");
  }
});

test("nobody is invited to a session that is over", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const at = await openDialogue(db, { session: { state: "ended" } });
  const where = { dialogueId: at.dialogueId, sessionId: at.sessionId, by };
  await expect(invite(db, where, [invitee("een@zorg.example")])).rejects.toMatchObject({ code: "session-over" });
  expect(await db.select().from(registration).where(eq(registration.sessionId, at.sessionId))).toEqual([]);
});
