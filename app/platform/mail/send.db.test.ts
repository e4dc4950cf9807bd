import { eq } from "drizzle-orm";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { freePort } from "../../../tests/klankbord.ts";
import { startMailServer } from "../../../tests/mail-server.ts";
import { openDialogue, register, secretIn } from "../../../tests/registrants.ts";
import { link } from "../../dialogue/people/tables.ts";
import { person } from "../../dialogue/tables.ts";
import { letters } from "../../letters.server.ts";
import type { Db } from "../database/change.server.ts";
import { readEnvironment } from "../environment.ts";
import type { MailId } from "../ids.ts";
import { pickUpLost } from "./outbox.server.ts";
import { makePostman } from "./send.server.ts";
import { mail } from "./tables.ts";

function postmanOf(db: Db, smtpUrl: string) {
  const environment = readEnvironment({
    ORIGIN: "https://dialoog.example",
    SMTP_URL: smtpUrl,
    MAIL_FROM: "Dialoogteam <team@dialoog.example>",
  });
  if (!environment.ok) throw new Error(environment.line);
  return makePostman({ db, environment: environment.value, log: () => {} }, letters);
}

async function admitted(db: Db, address: string): Promise<MailId> {
  const at = await openDialogue(db);
  await register(db, at, address);
  const [row] = await db.select({ id: mail.id }).from(mail).where(eq(mail.kind, "registration.admitted"));
  if (!row) throw new Error("no letter");
  return row.id;
}
const stateOf = async (db: Db, id: MailId) => (await db.select().from(mail).where(eq(mail.id, id)))[0];

test("a letter leaves over SMTP with text, HTML and the appointment, and once", async () => {
  await using database = await freshDatabase();
  await using server = await startMailServer();
  const { db } = database;
  const id = await admitted(db, "zoë@zorg.example");
  await db.update(person).set({ name: "Zoë\r\nBcc: x@y.example" });
  const postman = postmanOf(db, server.url);
  await Promise.all([postman.send(id), postman.send(id), postman.send(id)]);
  await postman.send(id);
  expect(server.got).toHaveLength(1);
  const [got] = server.got;
  expect(got?.subject).toBe("U doet mee met ‘Veerkracht’");
  expect(got?.from?.value).toEqual([{ name: "Dialoogteam", address: "team@dialoog.example" }]);
  expect(got?.bcc).toBeUndefined();
  expect(got?.headers.get("auto-submitted")).toBe("auto-generated");
  expect(got?.text).toContain("Wanneer:");
  expect(got?.html).toContain('<html lang="nl">');
  expect(got?.html).not.toMatch(/<img|<link|<script/);
  const token = secretIn(got?.text, "mee");
  expect(got?.html).toContain(token);
  const invitation = got?.attachments.find(
    ({ contentType }) => contentType === "text/calendar" || contentType === "application/ics",
  );
  const parsed = new ICAL.Component(ICAL.parse(invitation?.content.toString("utf8") ?? ""));
  expect(parsed.getFirstPropertyValue("method")).toBe("REQUEST");
  expect(new ICAL.Event(parsed.getFirstSubcomponent("vevent") ?? undefined).location).toContain(token);
  expect(await stateOf(db, id)).toMatchObject({ state: "sent", attempts: 0, error: null });
});

test("while the mail server is down nothing is lost; when it is back each letter leaves once, with links that work", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const port = await freePort();
  const id = await admitted(db, "noor@zorg.example");
  const postman = postmanOf(db, `smtp://127.0.0.1:${port}`);
  await expect(postman.send(id)).rejects.toThrow();
  await expect(postman.send(id)).rejects.toThrow();
  expect(await stateOf(db, id)).toMatchObject({ state: "waiting", attempts: 2, error: "ESOCKET" });
  await using server = await startMailServer({ port });
  await postman.send(id);
  await postman.send(id);
  expect(server.got).toHaveLength(1);
  expect(await stateOf(db, id)).toMatchObject({ state: "sent" });
});

test("a letter that arrived before its process died has links that work, and comes again as the same message", async () => {
  await using database = await freshDatabase();
  await using server = await startMailServer();
  const { db } = database;
  const id = await admitted(db, "noor@zorg.example");
  server.state.holds = true;
  // Cut off between the mail server's having it and our noting it.
  const cut = postmanOf(db, server.url)
    .send(id)
    .catch(() => "cut");
  while (server.got.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  const living = await db.select({ kind: link.kind }).from(link).where(eq(link.kind, "personal"));
  expect(living).toHaveLength(1);
  const idle = "from pg_stat_activity where datname = current_database() and state = 'idle in transaction'";
  await database.pool.query(`select pg_terminate_backend(pid) ${idle}`);
  // It is told to stop, and lets go of the letter when it has.
  await expect.poll(async () => (await database.pool.query(`select pid ${idle}`)).rows).toEqual([]);
  server.state.holds = false;
  await postmanOf(db, server.url).send(id);
  expect(server.got.map(({ messageId }) => messageId)).toHaveLength(2);
  expect(new Set(server.got.map(({ messageId }) => messageId)).size).toBe(1);
  expect(await db.select().from(link).where(eq(link.kind, "personal"))).toHaveLength(2);
  await server.close();
  await cut;
});

test("an address that the mail server does not know fails at once, for the organiser to see", async () => {
  await using database = await freshDatabase();
  await using server = await startMailServer({ refuses: "weg@zorg.example" });
  const { db } = database;
  const id = await admitted(db, "weg@zorg.example");
  await postmanOf(db, server.url).send(id);
  expect(await stateOf(db, id)).toMatchObject({ state: "failed", error: "550" });
});

test("a letter whose job was lost is picked up, one that waits for its time is left alone", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const id = await admitted(db, "noor@zorg.example");
  expect(await db.transaction(pickUpLost)).toBe(0);
  await db
    .update(mail)
    .set({ dueAt: new Date(Date.now() - 120_000) })
    .where(eq(mail.id, id));
  await database.pool.query("select graphile_worker.remove_job($1)", [`mail:${id}`]);
  expect(await db.transaction(pickUpLost)).toBe(1);
  const { rows } = await database.pool.query("select key from graphile_worker.jobs where key = $1", [`mail:${id}`]);
  expect(rows).toHaveLength(1);
  expect(await db.transaction(pickUpLost)).toBe(0);
});
