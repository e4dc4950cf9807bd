import { and, asc, eq, gt, inArray, lte, sql } from "drizzle-orm";
import { findLink } from "../../dialogue/people/links.server.ts";
import { dialogue } from "../../dialogue/tables.ts";
import { change, type Db, deedBy, type Reader, systemDeed, type Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { DialogueId, ItemId, PersonId } from "../../platform/ids.ts";
import { postAll } from "../../platform/mail/outbox.server.ts";
import { programmeItem, programmeNews, progress } from "../tables.ts";
import type { NewsChoice } from "./news.ts";

const portion = 500;
/** What was just told may still be followed by another line: it waits this long, in minutes. */
const calm = 15;

/** People behind items: who wrote or recognised a need that it serves, and whose reaction is with it. */
const behind = sql`
  select distinct it.item_id, who.person_id from item_theme it
    join placement p on p.theme_id = it.theme_id
    join contribution c on c.id = p.contribution_id and c.state = 'visible' and c.shared in ('group', 'all')
    cross join lateral (select c.person_id union select b.person_id from backing b where b.contribution_id = c.id) who
    where who.person_id is not null
  union select distinct d.item_id, who.person_id from decision d
    join contribution c on c.id = d.contribution_id and c.state = 'visible' and c.shared in ('group', 'all')
    cross join lateral (select c.person_id union select b.person_id from backing b where b.contribution_id = c.id) who
    where who.person_id is not null and d.item_id is not null
  union select r.item_id, r.person_id from item_reaction r`;

/**
 * Puts one letter for each person in the outbox who has something new to hear and whose time it is. A portion at a time, each in one
 * transaction with what was heard: killed in between, it goes on where it was, and nobody hears a line twice [PR17].
 * @returns how many letters
 */
export async function sendProgrammeNews(db: Db, now: Date): Promise<number> {
  const dialogues = await db
    .select({ id: dialogue.id })
    .from(dialogue)
    .where(sql`${dialogue.programmeShownAt} is not null and ${dialogue.rehearsalOf} is null and ${dialogue.state} <> 'archived'`);
  let all = 0;
  for (const { id } of dialogues) for (let sent = portion; sent === portion; all += sent) sent = await sendPortion(db, id, now);
  return all;
}

async function sendPortion(db: Db, dialogueId: DialogueId, now: Date): Promise<number> {
  if ((await listDue(db, dialogueId, now)).length === 0) return 0;
  const deed = systemDeed(dialogueId, "programme.news", "dialogue", dialogueId);
  return change(db, deed, async (tx, { unchanged }) => {
    const due = await listDue(tx, dialogueId, now);
    if (due.length === 0) return unchanged(0);
    await postAll(
      tx,
      due.map(({ personId, from, to }) => ({
        ...{ personId, dialogueId, kind: "programme.news" as const, event: `${dialogueId}:${to}` },
        details: { from: String(from), to: String(to) },
      })),
    );
    await tx
      .insert(programmeNews)
      .values(due.map(({ personId, to }) => ({ dialogueId, personId, upTo: to, mailedAt: now })))
      .onConflictDoUpdate({
        target: [programmeNews.dialogueId, programmeNews.personId],
        set: { upTo: sql`excluded.up_to`, mailedAt: sql`excluded.mailed_at` },
      });
    return due.length;
  });
}

async function listDue(db: Reader, dialogueId: DialogueId, now: Date) {
  const at = now.toISOString();
  const { rows } = await db.execute<{ personId: PersonId; from: number; to: number }>(sql`
    select b.person_id as "personId", coalesce(max(n.up_to), 0)::int as "from", max(l.id)::int as "to"
    from progress l join programme_item i on i.id = l.item_id and i.dialogue_id = ${dialogueId} and i.removed_at is null
      join (${behind}) b on b.item_id = l.item_id
      join person p on p.id = b.person_id and p.mail is not null and p.erased_at is null
      left join programme_news n on n.dialogue_id = ${dialogueId} and n.person_id = b.person_id
    where l.id > coalesce(n.up_to, 0) and l.at <= ${at}::timestamptz - make_interval(mins => ${calm})
      and coalesce(n.choice, 'weekly') <> 'never'
      and (n.mailed_at is null or n.choice = 'each' or n.mailed_at <= ${at}::timestamptz - interval '7 days')
    group by 1 order by 1 limit ${portion}`);
  return rows;
}

/** The lines that one letter tells of: of living items that somebody is behind, the newest item first. */
export async function linesFor(db: Reader, dialogueId: DialogueId, personId: PersonId, from: number, to: number) {
  const { rows } = await db.execute<{ id: ItemId }>(
    sql`select distinct b.item_id as id from (${behind}) b where b.person_id = ${personId}`,
  );
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const lines = await db
    .select({
      itemId: programmeItem.id,
      number: programmeItem.number,
      title: programmeItem.title,
      kind: progress.kind,
      state: progress.state,
      text: progress.text,
      at: progress.at,
      id: progress.id,
    })
    .from(progress)
    .innerJoin(programmeItem, eq(programmeItem.id, progress.itemId))
    .where(
      and(
        eq(programmeItem.dialogueId, dialogueId),
        inArray(programmeItem.id, ids),
        sql`${programmeItem.removedAt} is null`,
        gt(progress.id, from),
        lte(progress.id, to),
      ),
    )
    .orderBy(asc(progress.id));
  return [...Map.groupBy(lines, ({ itemId }) => itemId).values()].toSorted((a, b) => (b.at(-1)?.id ?? 0) - (a.at(-1)?.id ?? 0));
}

export async function findChoice(db: Reader, dialogueId: DialogueId, personId: PersonId): Promise<NewsChoice> {
  const [row] = await db
    .select({ choice: programmeNews.choice })
    .from(programmeNews)
    .where(matches(programmeNews, { dialogueId, personId }));
  return row?.choice ?? "weekly";
}

/** How often somebody wants to hear. Who begins again hears what comes from now on, not what they did not want to hear. */
export async function chooseNews(db: Db, dialogueId: DialogueId, personId: PersonId, choice: NewsChoice): Promise<void> {
  const deed = deedBy(personId, dialogueId, "programme.choose", "person", personId);
  await change(db, deed, async (tx, { unchanged }) => {
    const before = await findChoice(tx, dialogueId, personId);
    if (before === choice) return unchanged(undefined);
    const upTo = before === "never" ? await newestLine(tx, dialogueId) : undefined;
    await tx
      .insert(programmeNews)
      .values({ dialogueId, personId, choice, ...(upTo === undefined ? {} : { upTo }) })
      .onConflictDoUpdate({
        target: [programmeNews.dialogueId, programmeNews.personId],
        set: { choice, ...(upTo === undefined ? {} : { upTo }) },
      });
  });
}

async function newestLine(tx: Tx, dialogueId: DialogueId): Promise<number> {
  const [row] = await tx
    .select({ id: sql<number>`coalesce(max(${progress.id}), 0)::int` })
    .from(progress)
    .innerJoin(programmeItem, eq(programmeItem.id, progress.itemId))
    .where(eq(programmeItem.dialogueId, dialogueId));
  return row?.id ?? 0;
}

/** Whose choice a link from a letter is about. */
export async function findNewsLink(db: Reader, token: string) {
  const link = await findLink(db, "programme-news", token);
  return link?.personId && link.dialogueId ? { personId: link.personId, dialogueId: link.dialogueId } : null;
}
