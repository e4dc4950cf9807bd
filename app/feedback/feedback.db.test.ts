import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../tests/database.ts";
import { fillInvented } from "../../tests/invented.ts";
import { makeMorning } from "../../tests/morning.ts";
import { contribution } from "../contribution/tables.ts";
import { link } from "../dialogue/people/tables.ts";
import { dialogue, person } from "../dialogue/tables.ts";
import { letters } from "../letters.server.ts";
import type { Tx } from "../platform/database/change.server.ts";
import type { ContributionId, PersonId, ThemeId } from "../platform/ids.ts";
import { makePostman } from "../platform/mail/send.server.ts";
import { mail, mailbox } from "../platform/mail/tables.ts";
import { gather } from "../report/gather/gather.server.ts";
import { publishReport } from "../report/publish/reports.server.ts";
import { doThemes } from "../themes/themes.server.ts";
import { findHeard, sendFailedAgain } from "./heard.server.ts";
import { findMyInput } from "./mine.server.ts";
import { findTrails } from "./trail.server.ts";

test("from a need to the report and back to its writer, once per version", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const made = await fillInvented(db);
  const [naomi] = await db.insert(person).values({ name: "Naomi" }).returning({ id: person.id });
  const who = naomi?.id as PersonId;
  const me = made.personIds.get("P060") as PersonId;
  const mine = await db.select().from(contribution).where(eq(contribution.personId, me));
  const need = mine.find(({ kind }) => kind === "need");
  const note = mine.find(({ kind }) => kind === "note");
  if (!need || !note) throw new Error("P060 wrote nothing");

  const before = await findMyInput(db, made.dialogueId, me);
  expect(before.version).toBeNull();
  expect(before.contributions.find(({ number }) => number === need.number)).toMatchObject({
    between: { kind: "no-theme" },
    outcome: { status: "waits" },
  });

  const theme = crypto.randomUUID() as ThemeId;
  await doThemes(db, made.dialogueId, who, { deed: "add", theme, name: "Samen", description: "", needs: [need.id] });
  await publishReport(db, made.dialogueId, { person: who }, { number: 1, change: "" });
  const after = await findMyInput(db, made.dialogueId, me);
  expect(after.contributions).toHaveLength(mine.length);
  expect(after.contributions.find(({ number }) => number === need.number)).toMatchObject({
    between: { kind: "theme", name: "Samen" },
    outcome: { status: "in-report" },
  });
  expect(after.contributions.find(({ number }) => number === note.number)).toMatchObject({ outcome: { status: "not-chosen" } });

  const environment = {
    origin: "https://klankbord.example",
    siteName: "Klankbord",
    mailFrom: "post@voorbeeld.example",
    smtpUrl: undefined,
  };
  const postman = makePostman({ db, environment: environment as never, log: () => {} }, letters);
  const waiting = await db.select().from(mail).where(eq(mail.kind, "report.published"));
  for (const { id } of waiting) await postman.send(id);
  for (const { id } of waiting) await postman.send(id);
  const boxes = await db.select().from(mailbox);
  expect(boxes).toHaveLength(72);
  const [own] = boxes.filter(({ address }) => address === "p060@voorbeeld.example");
  expect(own?.text).toMatch(/\/mee\/\S+\?naar=inbreng/);
  expect(own?.text).toContain("/verslag/veerkracht/1");
  expect(await db.select().from(link).where(eq(link.personId, me))).toHaveLength(1);

  expect(await findHeard(db, made.dialogueId)).toMatchObject({
    number: 1,
    mails: { sent: 72, failed: 0, waiting: 0 },
    open: { unplaced: 319 },
  });
  await db.update(mail).set({ state: "failed" }).where(eq(mail.personId, me));
  expect(await sendFailedAgain(db, made.dialogueId, who, 1)).toBe(1);
  expect(await findHeard(db, made.dialogueId)).toMatchObject({ mails: { sent: 71, waiting: 1 } });

  await publishReport(db, made.dialogueId, { person: who }, { number: 2, change: "Aangevuld." });
  expect(await db.select().from(mail).where(eq(mail.kind, "report.published"))).toHaveLength(144);
  await db.update(dialogue).set({ title: "Anders" }).where(eq(dialogue.id, made.dialogueId));
  const jobs = await db.execute<{ n: number }>(sql`select count(*)::int as n from graphile_worker._private_jobs`);
  expect(jobs.rows[0]?.n).toBeGreaterThanOrEqual(144);
});

test("own pages and the report read what they show of the history of themes, however long that is", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const made = await makeMorning(db);
  const [me, who] = made.people as [PersonId, PersonId];
  const themes = Array.from({ length: 12 }, () => crypto.randomUUID() as ThemeId);
  const add = (theme: ThemeId, needs: ContributionId[]) =>
    doThemes(db, made.dialogueId, who, { deed: "add", theme, name: theme.slice(0, 8), description: "", needs });
  const needs = await db
    .insert(contribution)
    .values(
      [1, 2, 3].map((n) => ({
        dialogueId: made.dialogueId,
        sessionId: made.sessionId,
        personId: me,
        number: n,
        kind: "need" as const,
        text: `${n}`,
        shared: "all" as const,
      })),
    )
    .returning({ id: contribution.id });
  const [first, second, third] = needs.map(({ id }) => id) as [ContributionId, ContributionId, ContributionId];
  const [a, b, c] = themes as [ThemeId, ThemeId, ThemeId];
  await add(a, [first, second]);
  for (const theme of themes.slice(1)) await add(theme, []);
  await doThemes(db, made.dialogueId, who, { deed: "put", needs: [third], from: null, to: b });
  // as many needs as a large dialogue has, each placed, and moved to and fro
  await db.execute(sql`
    insert into contribution (dialogue_id, session_id, number, kind, text, shared, person_id)
    select ${made.dialogueId}, ${made.sessionId}, n + 10, 'need', 'n' || n, 'all', ${who} from generate_series(1, 20000) as n`);
  await db.execute(sql`
    insert into theme_event (dialogue_id, kind, payload, by_id)
    select c.dialogue_id, case turn when 0 then 'place' else 'move' end,
      case turn when 0 then jsonb_build_object('need', c.id, 'theme', ${c}::text, 'step', 100)
        when 1 then jsonb_build_object('need', c.id, 'from', ${c}::text, 'to', ${themes[3]}::text, 'step', 101)
        else jsonb_build_object('need', c.id, 'from', ${themes[3]}::text, 'to', ${c}::text, 'step', 102) end, ${who}
    from generate_series(0, 2) as turn, contribution c where c.number > 10 order by turn, c.number`);
  await db.execute(sql`
    insert into placement (contribution_id, theme_id) select id, ${c} from contribution where number > 10`);
  await db.execute(sql`analyze theme_event`);
  await doThemes(db, made.dialogueId, who, {
    deed: "split",
    from: a,
    theme: crypto.randomUUID() as ThemeId,
    name: "Apart",
    description: "",
    needs: [first],
  });
  await doThemes(db, made.dialogueId, who, { deed: "merge", from: b, into: c });

  const readSoFar = async (tx: Tx) => {
    const { rows } = await tx.execute<{ n: number }>(sql`
      select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as n from pg_stat_xact_user_tables where relname = 'theme_event'`);
    return rows[0]?.n ?? 0;
  };
  const readOf = (work: (tx: Tx) => Promise<unknown>) =>
    db.transaction(async (tx) => {
      const before = await readSoFar(tx);
      await work(tx);
      return (await readSoFar(tx)) - before;
    });
  let own: Awaited<ReturnType<typeof findMyInput>> | null = null;
  const read = await readOf(async (tx) => {
    own = await findMyInput(tx, made.dialogueId, me);
  });
  expect(
    (own as unknown as Awaited<ReturnType<typeof findMyInput>>).contributions.map(({ trail }) => trail.map(({ kind }) => kind)),
  ).toEqual([["place", "split"], ["place"], ["place", "merge"]]);
  expect(read).toBeLessThan(20);
  expect(await readOf((tx) => findTrails(tx, made.dialogueId, [third]))).toBeLessThan(20);
  const [of] = await db.select().from(dialogue).where(eq(dialogue.id, made.dialogueId));
  if (!of) throw new Error("no dialogue");
  const texts = { introduction: "", conclusions: "", chosenIds: [] };
  expect(
    await readOf(async (tx) => {
      const { content } = await gather(tx, of, texts, null, new Date());
      expect(content.themes.map(({ needs: own }) => own.length)).toEqual([20_001, 1, 1]);
    }),
  ).toBe(0);
});
