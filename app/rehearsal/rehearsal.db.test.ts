import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/database.ts";
import { fillInvented, type Invented } from "../../tests/invented.ts";
import { scanEverywhere } from "../../tests/scan.ts";
import { fingerprint } from "../../tests/world.ts";
import { contribution } from "../contribution/tables.ts";
import { registration } from "../dialogue/people/tables.ts";
import { keptHours } from "../dialogue/rehearsal.ts";
import { dialogue, person, session, step } from "../dialogue/tables.ts";
import { sealAudit } from "../organisation/audit/seal.server.ts";
import { verifyAudit } from "../organisation/audit/verify.server.ts";
import { countAll } from "../organisation/installation/mails.server.ts";
import { audit, ledger } from "../platform/database/tables.ts";
import type { NamingId, PersonId, StepId, ThemeId } from "../platform/ids.ts";
import { post } from "../platform/mail/outbox.server.ts";
import { mail } from "../platform/mail/tables.ts";
import { updateAnalysis } from "../session/analysis/analyse.server.ts";
import { announce, steer } from "../session/clock/steer.server.ts";
import { moveNaming, openNaming } from "../themes/naming/naming.server.ts";
import { nameChoice, theme, themeNaming } from "../themes/tables.ts";
import { eraseRehearsal } from "./erase.server.ts";
import { findRehearsal, openFreePlace, startRehearsal, stopRehearsal } from "./make.server.ts";
import { botWords } from "./messages/rehearsal-bots.ts";
import { tendRehearsals, tickRehearsal } from "./run.server.ts";

let database: FreshDatabase;
let made: Invented;
let by: PersonId;

beforeAll(async () => {
  database = await freshDatabase();
  made = await fillInvented(database.db);
  const [organiser] = await database.db.insert(person).values({ name: "Samira", mail: "samira@team.example" }).returning();
  by = organiser?.id as PersonId;
});
afterEach(() => eraseRehearsal(database.db, made.dialogueId, "system"));
afterAll(() => database?.[Symbol.asyncDispose]());

const real = async () => {
  const [row] = await database.db.select().from(dialogue).where(eq(dialogue.id, made.dialogueId));
  if (!row) throw new Error("no dialogue");
  return row;
};
const begin = async (people = 6) =>
  startRehearsal(database.db, await real(), by, "nl", { bijeenkomst: made.sessionId, tempo: 30, aantal: people });
const found = async () => {
  const rehearsal = await findRehearsal(database.db, { of: made.dialogueId });
  if (!rehearsal) throw new Error("no rehearsal");
  return rehearsal;
};
const tick = (id: Awaited<ReturnType<typeof found>>["dialogue"]["id"]) => tickRehearsal(database, id);

/** The time of the lobby, or of a step, is over. */
async function timeGoes(): Promise<void> {
  const { session: now, dialogue: copy } = await found();
  await database.db.update(dialogue).set({ createdAt: sql`now() - interval '1 minute'` }).where(eq(dialogue.id, copy.id));
  if (now.state === "live")
    await database.db
      .update(session)
      .set({ stepStartedAt: sql`now() - interval '60 seconds'`, stepEndsAt: sql`now() - interval '1 second'` })
      .where(eq(session.id, now.id));
}
/** The tables but those in which the whole installation counts. */
async function allButLines(): Promise<Record<string, string>> {
  const { audit: _, ledger: __, ...rest } = await fingerprint(database.db);
  return rest;
}

describe("a rehearsal", () => {
  test("goes through the whole run sheet, leaves the real dialogue as it was, and is erased to the last row", async () => {
    const { db } = database;
    await sealAudit(db);
    const before = await allButLines();
    const lines = await db.$count(audit);
    const counted = await countAll(db);
    await begin();
    const { dialogue: copy, session: held } = await found();
    await tick(copy.id);
    for (let guard = 30; guard > 0 && (await found()).session.state !== "ended"; guard--) {
      await timeGoes();
      // what is done twice is done once: as by a process that takes over
      await Promise.all(guard % 3 === 0 ? [tick(copy.id), tick(copy.id)] : [tick(copy.id)]);
    }
    expect((await found()).session.state).toBe("ended");

    const { rows } = await db.execute<Record<string, number>>(sql`
      select (select count(*)::int from contribution where dialogue_id = ${copy.id} and kind = 'need') as needs,
        (select count(distinct person_id)::int from contribution where dialogue_id = ${copy.id}) as writers,
        (select count(*)::int from ballot b join insight i on i.id = b.insight_id where i.dialogue_id = ${copy.id}) as ballots,
        (select count(*)::int from mark where session_id = ${held.id}) as marks,
        (select count(*)::int from seat s join grouping g on g.id = s.grouping_id where g.session_id = ${held.id}) as seats,
        (select count(*)::int from attendance where session_id = ${held.id}) as came,
        (select count(distinct together_id)::int from contribution where dialogue_id = ${copy.id}) as together,
        (select count(*)::int from contribution where dialogue_id = ${copy.id} and brought_at is not null) as brought,
        (select count(*)::int from contribution where dialogue_id = ${copy.id} and kind = 'talk') as said,
        (select count(*)::int from insight where dialogue_id = ${copy.id} and state = 'proposed') as proposed,
        (select count(*)::int from floor where session_id = ${held.id}) as asked,
        (select count(*)::int from insight where dialogue_id = ${made.dialogueId}) as insights`);
    const [did] = rows;
    expect(did).toMatchObject({ writers: 6, ballots: 6 * (did?.insights ?? 0), marks: 18, seats: 12, came: 6 });
    expect(did?.needs).toBeGreaterThan(12);
    expect(did).toMatchObject({ together: 1, brought: 2, said: 12, proposed: 1, asked: 1 });
    // Of what it makes, nothing is the real one's; and the installation counts none of it.
    await updateAnalysis(db, copy.id);
    expect(await countAll(db)).toEqual(counted);
    expect(await db.$count(mail)).toBe(0);

    const bots = await db.select({ id: registration.personId }).from(registration).where(eq(registration.dialogueId, copy.id));
    expect(bots).toHaveLength(7);
    await openFreePlace(db, made.dialogueId, by);
    await eraseRehearsal(db, made.dialogueId, { person: by });
    expect(await allButLines()).toEqual(before);
    const needles = [copy.id, copy.slug, held.id, ...bots.map(({ id }) => id), botWords.nl.name(3), botWords.nl.need[0] ?? ""];
    expect((await scanEverywhere(db, needles)).found).toEqual([]);
    expect(await db.$count(ledger, eq(ledger.passing, true))).toBe(0);
    const left = await db.select({ what: audit.what, scope: audit.scope }).from(audit).orderBy(audit.at);
    expect(left.slice(lines)).toEqual([
      { what: "rehearsal.start", scope: made.dialogueId },
      { what: "rehearsal.erase", scope: made.dialogueId },
    ]);
    // and the log is whole
    await sealAudit(db);
    expect((await verifyAudit(db)).broken).toBeNull();
    await tick(copy.id);
  });

  test("one at a time for a dialogue, however often it is asked for; another server goes on with it", async () => {
    const { db } = database;
    await Promise.all([begin(), begin(), begin()]);
    const { dialogue: copy } = await found();
    expect(await db.$count(dialogue, eq(dialogue.rehearsalOf, made.dialogueId))).toBe(1);
    const waiting = () =>
      db.execute(sql`select from graphile_worker.jobs where key = ${`rehearsal:${copy.id}`}`).then(({ rows }) => rows.length);
    expect(await waiting()).toBe(1);
    // The process was killed in mid-job.
    await db.execute(sql`select graphile_worker.remove_job(${`rehearsal:${copy.id}`})`);
    await tendRehearsals(db, new Date());
    expect(await waiting()).toBe(1);
    await stopRehearsal(db, made.dialogueId, by);
    await tick(copy.id);
    expect((await found()).session.state).toBe("cancelled");
    await tendRehearsals(db, new Date(Date.now() + (keptHours - 1) * 3_600_000));
    expect(await findRehearsal(db, { of: made.dialogueId })).not.toBeNull();
    await tendRehearsals(db, new Date(Date.now() + (keptHours + 1) * 3_600_000));
    expect(await findRehearsal(db, { of: made.dialogueId })).toBeNull();
  });

  test("the facilitator leads when they want to; it waits while the clock stands still", async () => {
    const { db } = database;
    await begin();
    const { dialogue: copy, session: held } = await found();
    const at = { dialogueId: copy.id, sessionId: held.id };
    await timeGoes();
    await tick(copy.id);
    const first = (await found()).session;
    expect(first.state).toBe("live");
    await steer(db, at, by, { type: "next", seenTurn: first.turn });
    const { currentStepId, turn } = (await found()).session;
    expect(currentStepId).not.toBe(first.currentStepId);
    await steer(db, at, by, { type: "pause", seenTurn: turn });
    await timeGoes();
    await tick(copy.id);
    expect((await found()).session.currentStepId).toBe(currentStepId);
    await announce(db, at, by, "Tot zo");
    await stopRehearsal(db, made.dialogueId, by);
    expect((await found()).session.state).toBe("ended");
    await eraseRehearsal(db, made.dialogueId, "system");
  });

  test("a theme that the facilitator lets the plenary name gets names, and a choice of each", async () => {
    const { db } = database;
    await begin(12);
    const { dialogue: copy, session: held } = await found();
    const at = { dialogueId: copy.id, sessionId: held.id };
    const [named] = await db.insert(theme).values({ dialogueId: copy.id, name: "Toegang", position: 0 }).returning();
    await timeGoes();
    await tick(copy.id);
    for (let guard = 30; guard > 0; guard--) {
      const { session: now } = await found();
      const [here] = await db
        .select()
        .from(step)
        .where(eq(step.id, now.currentStepId as StepId));
      if (here?.setting === "plenary" && here.kind !== "break") break;
      await timeGoes();
      await tick(copy.id);
    }
    await openNaming(db, at, by, named?.id as ThemeId, { phrases: ["schulden"], central: [] });
    await tick(copy.id);
    const [naming] = await db.select().from(themeNaming).where(eq(themeNaming.sessionId, held.id));
    const id = naming?.id as NamingId;
    expect(await db.$count(contribution, eq(contribution.namingId, id))).toBe(2);
    await moveNaming(db, at, by, id, "let-choose");
    // twice, as by a process that takes over
    await Promise.all([tick(copy.id), tick(copy.id)]);
    expect(await db.$count(nameChoice, eq(nameChoice.namingId, id))).toBe(12);
    await eraseRehearsal(db, made.dialogueId, "system");
    expect(await db.$count(themeNaming, eq(themeNaming.sessionId, held.id))).toBe(0);
  });

  test("nothing of it is mailed, whoever asks for it", async () => {
    const { db } = database;
    await begin();
    const { dialogue: copy, session: held } = await found();
    const asked = await db.transaction(async (tx) => [
      await post(tx, { personId: by, kind: "registration.link", event: "a", dialogueId: copy.id }),
      await post(tx, { personId: by, kind: "registration.link", event: "b", sessionId: held.id }),
      await post(tx, { personId: by, kind: "registration.link", event: "c", dialogueId: made.dialogueId }),
    ]);
    expect(asked).toEqual([false, false, true]);
    await eraseRehearsal(db, made.dialogueId, "system");
    await db.delete(mail);
  });

  test("its lines in the log can go, those of a dialogue cannot, nor can a dialogue be made to pass", async () => {
    const { db } = database;
    const refused = (query: ReturnType<typeof sql>) =>
      db.execute(query).then(
        () => "done",
        () => "refused",
      );
    expect(await refused(sql`delete from audit where scope = ${made.dialogueId}`)).toBe("refused");
    expect(await refused(sql`update ledger set passing = true where scope = ${made.dialogueId}`)).toBe("refused");
    expect(await db.$count(contribution, eq(contribution.dialogueId, made.dialogueId))).toBeGreaterThan(0);
  });
});
