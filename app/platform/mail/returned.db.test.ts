import type { HttpBindings } from "@hono/node-server";
import { eq } from "drizzle-orm";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { startMailServer } from "../../../tests/mail-server.ts";
import { openDialogue, register } from "../../../tests/registrants.ts";
import { letters } from "../../letters.server.ts";
import { readEnvironment } from "../environment.ts";
import { postAgain } from "./outbox.server.ts";
import { takeReturns } from "./returned.server.ts";
import { makePostman } from "./send.server.ts";
import { mail } from "./tables.ts";

const token = "een-lang-geheim-voor-de-mailserver";

test("a letter that comes back later is marked, by the mail server of the organisation only, and never the one sent since", async () => {
  await using database = await freshDatabase();
  await using server = await startMailServer();
  const { db } = database;
  const lines: unknown[] = [];
  const log = (...line: unknown[]) => lines.push(line);
  const appWith = (given: string) => {
    const environment = readEnvironment({ ORIGIN: "https://dialoog.example", SMTP_URL: server.url, MAIL_RETURN_TOKEN: given });
    if (!environment.ok) throw new Error(environment.line);
    const app = new Hono<{ Bindings: HttpBindings }>();
    takeReturns(app, { db, environment: environment.value, log });
    const bring = (body: string, authorization = `Bearer ${token}`) =>
      app.request("http://localhost/mail/terug", { method: "POST", headers: { authorization }, body });
    return { environment: environment.value, bring };
  };
  const { environment, bring } = appWith(token);
  await register(db, await openDialogue(db), "weg@zorg.example");
  const [row] = await db.select().from(mail).where(eq(mail.kind, "registration.admitted"));
  if (!row) throw new Error("no letter");
  const postman = makePostman({ db, environment, log: () => {} }, letters);
  await postman.send(row.id);
  const report = (messageId = server.got.at(-1)?.messageId) =>
    [
      "Content-Type: multipart/report; report-type=delivery-status; boundary=x",
      ...["", "--x", "Content-Type: message/delivery-status", "", "Action: failed", "Status: 5.1.1", ""],
      ...["--x", "Content-Type: message/rfc822", "", `Message-ID: ${messageId}`, "Subject: Geheime inhoud", "", "--x--"],
    ].join("\r\n");
  const state = async () => (await db.select().from(mail).where(eq(mail.id, row.id)))[0];

  for (const [app, shown] of [
    [bring, "Bearer anders"],
    [bring, token],
    [appWith("").bring, "Bearer "],
    [appWith("").bring, `Bearer ${token}`],
  ] as const)
    expect((await app(report(), shown)).status).toBe(404);
  expect((await bring("Ik ben op vakantie.")).status).toBe(202);
  expect(await state()).toMatchObject({ state: "sent" });

  const answers = await Promise.all([bring(report()), bring(report())]);
  expect(await Promise.all(answers.map((one) => one.text()))).toEqual(expect.arrayContaining(["marked\n", "known already\n"]));
  expect(await state()).toMatchObject({ state: "failed", error: "5.1.1", sentAt: expect.any(Date) });
  expect(JSON.stringify(lines)).toContain(row.id);
  expect(JSON.stringify(lines)).not.toMatch(/zorg|Geheime/);

  const old = report();
  await db.transaction((tx) => postAgain(tx, row.id, new Date()));
  await postman.send(row.id);
  expect(await (await bring(old)).text()).toBe("known already\n");
  expect(await state()).toMatchObject({ state: "sent", error: null });
  await bring(report());
  expect(await state()).toMatchObject({ state: "failed" });
});
