import { type AddressInfo, createServer } from "node:net";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { startMailServer } from "../../../tests/mail-server.ts";
import { openDialogue, register } from "../../../tests/registrants.ts";
import { letters } from "../../letters.server.ts";
import type { Db } from "../database/change.server.ts";
import { readEnvironment } from "../environment.ts";
import type { MailId } from "../ids.ts";
import { makePostman } from "./send.server.ts";
import { mail } from "./tables.ts";

const stateOf = async (db: Db, id: MailId) => (await db.select().from(mail).where(eq(mail.id, id)))[0];

test("a mail server that answers nothing holds up one letter, which leaves when it does answer", {
  timeout: 60_000,
}, async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const silent = createServer((socket) => socket.on("error", () => {}));
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const { port } = silent.address() as AddressInfo;
  await register(db, await openDialogue(db), "noor@zorg.example");
  const [row] = await db.select({ id: mail.id }).from(mail).where(eq(mail.kind, "registration.admitted"));
  const id = row?.id as MailId;
  const environment = readEnvironment({ SMTP_URL: `smtp://127.0.0.1:${port}` });
  if (!environment.ok) throw new Error(environment.line);
  const postman = makePostman({ db, environment: environment.value, log: () => {} }, letters);
  await expect(postman.send(id)).rejects.toThrow();
  expect(await stateOf(db, id)).toMatchObject({ state: "waiting" });
  await new Promise((resolve) => silent.close(resolve));
  await using server = await startMailServer({ port });
  await postman.send(id);
  expect([server.got.length, (await stateOf(db, id))?.state]).toEqual([1, "sent"]);
});
