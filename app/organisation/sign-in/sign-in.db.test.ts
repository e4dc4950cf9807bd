import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { membership } from "../../dialogue/people/tables.ts";
import { person } from "../../dialogue/tables.ts";
import type { PersonId } from "../../platform/ids.ts";
import { mail } from "../../platform/mail/tables.ts";
import { askSignIn, sendSignIn } from "./sign-in.server.ts";

test("asking for a link does the same for every address; a member of a team hears, once a minute and six times an hour", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const [who] = await db.insert(person).values({ name: "Samira", mail: "samira@team.example" }).returning({ id: person.id });
  const personId = who?.id as PersonId;
  await db.insert(membership).values({ personId, role: "administrator", dialogueId: null, acceptedAt: sql`now()` });
  await db.insert(person).values({ name: "Noor", mail: "noor@zorg.example" });
  const jobs = async () =>
    (
      await db.execute<{ task: string; n: number }>(
        sql`select task_identifier as task, count(*)::int as n from graphile_worker.jobs group by 1`,
      )
    ).rows;
  for (const one of ["samira@team.example", "samira@team.example", "noor@zorg.example", "vreemd@zorg.example"])
    await askSignIn(db, { mail: one });
  expect(await jobs()).toEqual([{ task: "sign-in-link", n: 3 }]);
  expect(await db.$count(mail), "nothing was looked up yet").toBe(0);

  const now = new Date();
  for (const one of ["samira@team.example", "samira@team.example", "noor@zorg.example", "vreemd@zorg.example"])
    await sendSignIn(db, { mail: one, to: "/team" }, now);
  expect(await db.select({ personId: mail.personId, details: mail.details }).from(mail)).toEqual([
    { personId, details: { to: "/team" } },
  ]);
  for (let minute = 1; minute < 9; minute++)
    await sendSignIn(db, { mail: "samira@team.example" }, new Date(now.getTime() + minute * 61_000));
  expect(await db.$count(mail, eq(mail.kind, "team.sign-in"))).toBe(6);
  await db.update(membership).set({ role: "organiser" });
  await db.delete(mail);
  await sendSignIn(db, { mail: "samira@team.example", only: true }, now);
  expect(await db.$count(mail), "others sign in at their organisation").toBe(0);
});
