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
import { device } from "../../../dialogue/people/tables.ts";
import { session } from "../../../dialogue/tables.ts";
import { matches } from "../../../platform/database/matches.server.ts";
import { mail } from "../../../platform/mail/tables.ts";
import { signOff } from "../my-page/mine.server.ts";
import { accessNeed, consent, registrationForm } from "../tables.ts";
import { confirmForm, findConfirm, receiveForm } from "./arrivals.server.ts";

const browser = { name: "Firefox, Windows", signedInAs: null };
const now = () => new Date();

test("a hundred confirm at once for twenty places: twenty get one, eighty wait, in one line", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const post = postOf(db);
  const at = await openDialogue(db, { session: { capacity: 20 } });
  const addresses = Array.from({ length: 100 }, (_, n) => `p${n}@zorg.example`);
  for (const one of addresses) await receiveForm(db, at, answersOf(at, one), now());
  const letters = await post.deliver();
  expect(new Set(letters.map(({ to }) => to)).size).toBe(100);
  const tokens = letters.map(({ text }) => secretIn(text, "bevestig"));
  const outcomes = await Promise.all([...tokens, ...tokens].map((token) => confirmForm(db, token, browser, now())));
  expect(outcomes.filter(({ status }) => status === "done")).toHaveLength(100);
  expect(outcomes.filter(({ status }) => status === "used" || status === "replaced")).toHaveLength(100);
  expect(await statesOf(db, at)).toEqual({ admitted: 20, waiting: 80 });
  const told = (await post.deliver()).map(({ kind }) => kind);
  expect([
    told.filter((k) => k === "registration.admitted").length,
    told.filter((k) => k === "registration.waiting").length,
  ]).toEqual([20, 80]);
  expect(await post.deliver()).toEqual([]);
});

test("nothing is known of a person before the address is confirmed, and then all of it", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const post = postOf(db);
  const at = await openDialogue(db);
  const answers = answersOf(at, "noor@zorg.example", { accessKinds: ["captions"], accessNeeds: "", brings: "Een vraag" });
  await receiveForm(db, at, answers, now());
  expect(await findRegistration(db, at, "noor@zorg.example")).toMatchObject({
    state: "pending",
    organisation: "",
    fieldId: null,
  });
  expect(await db.select().from(accessNeed)).toEqual([]);
  const [letter] = await post.deliver();
  await confirmForm(db, secretIn(letter?.text, "bevestig"), browser, now());
  const mine = await findRegistration(db, at, "noor@zorg.example");
  expect(mine).toMatchObject({ state: "admitted", organisation: "Zorggroep De Linde", brings: "Een vraag" });
  expect(await db.select({ kinds: accessNeed.kinds }).from(accessNeed)).toEqual([{ kinds: ["captions"] }]);
  const agreed = await db.select().from(consent).where(eq(consent.personId, mine.personId));
  expect(agreed.map((c) => [c.purpose, c.given, c.textVersion])).toEqual([
    ["privacy", true, "privacy:1"],
    ["licence", true, "cc-by-4.0:1"],
    ["access-needs", true, "access-needs:1"],
  ]);
  expect(await db.select({ name: device.name }).from(device).where(eq(device.personId, mine.personId))).toEqual([
    { name: "Firefox, Windows" },
  ]);
  expect(await db.select().from(registrationForm).where(eq(registrationForm.registrationId, mine.id))).toEqual([]);
});

test("whoever fills in another's address changes nothing of theirs", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const at = await openDialogue(db);
  await register(db, at, "eigen@zorg.example");
  const before = await findRegistration(db, at, "eigen@zorg.example");
  await receiveForm(db, at, answersOf(at, "EIGEN@zorg.example".toLowerCase(), { name: "Grapjas", brings: "Onzin" }), now());
  expect(await findRegistration(db, at, "eigen@zorg.example")).toEqual(before);
});

test("the newer of two forms holds when it is confirmed; the older link says that it was replaced", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const post = postOf(db);
  const at = await openDialogue(db);
  await receiveForm(db, at, answersOf(at, "twee@zorg.example", { brings: "eerst" }), new Date(Date.now() - 120_000));
  await receiveForm(db, at, answersOf(at, "twee@zorg.example", { brings: "later" }), now());
  const later = new Date(Date.now() + 61_000);
  const [first, second] = (await post.deliver(later)).map(({ text }) => secretIn(text, "bevestig"));
  await confirmForm(db, second ?? "", browser, now());
  expect((await findRegistration(db, at, "twee@zorg.example")).brings).toBe("later");
  expect((await confirmForm(db, first ?? "", browser, now())).status).toBe("replaced");
  expect((await findConfirm(db, second ?? "")).status).toBe("used");
  expect((await findRegistration(db, at, "twee@zorg.example")).brings).toBe("later");
});

test("the same form twice is one mail; the second another minute; the sixth in an hour is refused", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const post = postOf(db);
  const at = await openDialogue(db);
  const send = (brings: string) => receiveForm(db, at, answersOf(at, "vaak@zorg.example", { brings }), now());
  expect([await send("a"), await send("a")]).toEqual(["kept", "kept"]);
  expect(await post.deliver()).toHaveLength(1);
  await send("b");
  expect(await post.deliver()).toHaveLength(0);
  expect(await post.deliver(new Date(Date.now() + 61_000))).toHaveLength(1);
  expect([await send("c"), await send("d"), await send("e"), await send("f")]).toEqual(["kept", "kept", "kept", "too-many"]);
});

test("a link of before signing off brings nobody back; a new form does, at the end of the line", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const post = postOf(db);
  const at = await openDialogue(db, { session: { capacity: 1 } });
  const id = await register(db, at, "weg@zorg.example");
  await register(db, at, "wacht@zorg.example");
  await receiveForm(db, at, answersOf(at, "weg@zorg.example", { brings: "oud" }), new Date(Date.now() - 90_000));
  const old = (await post.deliver(new Date(Date.now() + 61_000))).find(({ kind }) => kind === "registration.confirm");
  const mine = await findRegistration(db, at, "weg@zorg.example");
  await signOff(db, { id, dialogueId: at.dialogueId }, { person: mine.personId }, now());
  expect((await confirmForm(db, secretIn(old?.text, "bevestig"), browser, now())).status).toBe("replaced");
  expect((await findRegistration(db, at, "wacht@zorg.example")).state).toBe("admitted");
  await receiveForm(db, at, answersOf(at, "weg@zorg.example", { brings: "weer" }), now());
  const again = (await post.deliver(new Date(Date.now() + 200_000))).find(({ kind }) => kind === "registration.confirm");
  await confirmForm(db, secretIn(again?.text, "bevestig"), browser, now());
  expect((await findRegistration(db, at, "weg@zorg.example")).state).toBe("waiting");
});

test("after the session nothing can be confirmed any more", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const post = postOf(db);
  const at = await openDialogue(db);
  await receiveForm(db, at, answersOf(at, "laat@zorg.example"), now());
  const [letter] = await post.deliver();
  await db.update(session).set({ state: "ended" }).where(eq(session.id, at.sessionId));
  expect((await confirmForm(db, secretIn(letter?.text, "bevestig"), browser, now())).status).toBe("over");
});

test("where the organiser chooses, who confirms is told so", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const post = postOf(db);
  const at = await openDialogue(db, { settings: { admission: "selection" } });
  await register(db, at, "keuze@zorg.example");
  expect(await statesOf(db, at)).toEqual({ confirmed: 1 });
  expect((await post.deliver()).map(({ kind }) => kind)).toEqual(["registration.confirmed"]);
  const reminders = matches(mail, { sessionId: at.sessionId, kind: "reminder.1d" });
  expect(await db.select().from(mail).where(reminders)).toEqual([]);
});
