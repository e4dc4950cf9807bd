import { setImmediate as nextTurn } from "node:timers/promises";
import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import { mayDialogue } from "../../dialogue/dialogue.ts";
import { dialogue } from "../../dialogue/tables.ts";
import { change, type Db, type Reader, systemDeed } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { AskId, DialogueId, PersonId } from "../../platform/ids.ts";
import { postAll } from "../../platform/mail/outbox.server.ts";
import { mondayOf, type Rarity, type Reason, rarityOf, reasonFor, wordsByStem } from "../asks/match.ts";
import { networkLanguage } from "../people/language.server.ts";
import type { Member } from "../people/members.server.ts";
import { networkAsk, networkDigest, networkMember } from "../tables.ts";

/** At most so many in one overview [NW15]. */
const mostInDigest = 5;
/** What is older is in the network for who looks, and in no overview. */
const daysFresh = 21;
const batch = 500;
const slice = 25;
/** Of one word or field the newest so many are looked at. */
const mostOfOne = 60;

type Language = Awaited<ReturnType<typeof networkLanguage>>;
export interface FreshAsk {
  readonly id: AskId;
  readonly number: number;
  readonly personId: PersonId;
  readonly kind: "ask" | "offer";
  readonly title: string;
  readonly stems: ReadonlySet<string>;
  readonly fields: readonly string[];
  readonly municipality: string | null;
}

/** Prepares the overviews of all networks for this week; again after a crash it goes on where it was, and nobody hears twice [NW15]. */
export async function prepareDigests(db: Db, now: Date): Promise<number> {
  const rows = await db
    .selectDistinct({ id: dialogue.id, state: dialogue.state })
    .from(dialogue)
    .innerJoin(networkMember, eq(networkMember.dialogueId, dialogue.id))
    .where(eq(networkMember.digest, true));
  let made = 0;
  for (const { id, state } of rows) if (mayDialogue(state, "network")) made += await prepareDigest(db, id, now);
  return made;
}

/** @returns how many mails were put in the outbox */
export async function prepareDigest(db: Db, dialogueId: DialogueId, now: Date): Promise<number> {
  const week = mondayOf(now);
  const language = await networkLanguage();
  const fresh = await freshAsks(db, dialogueId, now);
  const holders = holdersOf(fresh);
  const rarity = rarityOf(new Map([...holders].map(([stem, some]) => [stem, some.length])), fresh.length);
  let made = 0;
  for (;;) {
    const members = await waiting(db, dialogueId, week);
    if (members.length === 0) return made;
    const told = await toldBefore(db, dialogueId, members);
    const chosen: { personId: PersonId; askIds: AskId[] }[] = [];
    for (const [at, member] of members.entries()) {
      const asks = fittingFor(member, fresh, holders, rarity, language)
        .filter(({ id }) => !told.get(member.personId)?.has(id))
        .slice(0, mostInDigest);
      chosen.push({ personId: member.personId, askIds: asks.map(({ id }) => id) });
      if (at % slice === slice - 1) await nextTurn();
    }
    made += await keep(db, dialogueId, week, chosen);
  }
}

/** Writes a batch: rows and mails in one transaction, so that a crash leaves both or neither. */
async function keep(
  db: Db,
  dialogueId: DialogueId,
  week: string,
  chosen: readonly { readonly personId: PersonId; readonly askIds: AskId[] }[],
): Promise<number> {
  const deed = systemDeed(dialogueId, "network.digest", "dialogue", dialogueId);
  return change(db, deed, async (tx) => {
    // who left meanwhile, or was done by another process, is not told
    const { rows } = await tx.execute<{ person_id: PersonId }>(sql`
      insert into network_digest (dialogue_id, person_id, week, ask_ids)
      select ${dialogueId}::uuid, m.person_id, ${week}::date, array(select jsonb_array_elements_text(c."askIds")::uuid)
      from jsonb_to_recordset(${JSON.stringify(chosen)}::jsonb) as c("personId" uuid, "askIds" jsonb)
      join network_member m on m.person_id = c."personId" and m.dialogue_id = ${dialogueId}::uuid and m.digest
      on conflict do nothing returning person_id`);
    const mine = new Set(rows.map(({ person_id }) => person_id));
    const heard = chosen.filter(({ personId, askIds }) => mine.has(personId) && askIds.length > 0);
    return postAll(
      tx,
      heard.map(({ personId, askIds }) => ({
        ...{ personId, dialogueId, kind: "network.digest" as const, event: `${dialogueId}:${week}` },
        details: { asks: askIds.join(","), week },
      })),
    );
  });
}

const waiting = (db: Reader, dialogueId: DialogueId, week: string) =>
  db
    .select()
    .from(networkMember)
    .where(
      and(
        matches(networkMember, { dialogueId, digest: true }),
        sql`not exists (select from network_digest d where d.dialogue_id = ${networkMember.dialogueId}
          and d.person_id = ${networkMember.personId} and d.week = ${week}::date)`,
      ),
    )
    .orderBy(asc(networkMember.personId))
    .limit(batch);

async function toldBefore(db: Reader, dialogueId: DialogueId, members: readonly Member[]) {
  const rows = await db
    .select({ personId: networkDigest.personId, askIds: networkDigest.askIds })
    .from(networkDigest)
    .where(
      and(
        eq(networkDigest.dialogueId, dialogueId),
        inArray(
          networkDigest.personId,
          members.map(({ personId }) => personId),
        ),
        sql`${networkDigest.week} > current_date - 60`,
      ),
    );
  const told = new Map<PersonId, Set<AskId>>();
  for (const { personId, askIds } of rows) {
    const own = told.get(personId) ?? new Set();
    for (const id of askIds) own.add(id);
    told.set(personId, own);
  }
  return told;
}

/** Open asks and offers of the last weeks, the newest first. */
async function freshAsks(db: Reader, dialogueId: DialogueId, now: Date): Promise<FreshAsk[]> {
  const rows = await db
    .select()
    .from(networkAsk)
    .where(
      and(
        matches(networkAsk, { dialogueId, state: "open" }),
        gt(networkAsk.createdAt, new Date(now.getTime() - daysFresh * 86_400_000)),
        sql`(${networkAsk.until} is null or ${networkAsk.until} >= ${now.toISOString()}::date)`,
      ),
    )
    .orderBy(sql`${networkAsk.number} desc`);
  return rows.map(({ id, number, personId, kind, title, stems, fieldIds: fields, municipality }) => ({
    ...{ id, number, personId, kind, title, fields, municipality },
    stems: new Set(stems),
  }));
}

/** The asks of each stem and of each field, by their place. */
function holdersOf(asks: readonly FreshAsk[]): Map<string, number[]> {
  const holders = new Map<string, number[]>();
  for (const [at, { stems, fields }] of asks.entries())
    for (const by of [...stems, ...fields.map((field) => `field:${field}`)]) {
      const own = holders.get(by);
      if (own) own.push(at);
      else holders.set(by, [at]);
    }
  return holders;
}

/** What fits a member, the newest first; among many the best are kept. */
function fittingFor(
  member: Member,
  asks: readonly FreshAsk[],
  holders: ReadonlyMap<string, readonly number[]>,
  rarity: Rarity,
  language: Language,
): FreshAsk[] {
  const sides = { ask: wordsByStem(member.offers, language), offer: wordsByStem(member.looksFor, language) };
  const met = new Set<number>();
  const meet = (by: string) => {
    for (const at of (holders.get(by) ?? []).slice(0, mostOfOne)) met.add(at);
  };
  for (const words of Object.values(sides)) for (const stem of words.keys()) if (rarity(stem) > 0) meet(stem);
  for (const field of member.fieldIds) meet(`field:${field}`);
  const found = [...met].flatMap((at) => {
    const ask = asks[at];
    const fit = ask && fitOf(member, ask, sides[ask.kind], rarity);
    return fit ? [{ ask, score: fit.score }] : [];
  });
  return found
    .sort((a, b) => b.score - a.score || b.ask.number - a.ask.number)
    .slice(0, 4 * mostInDigest)
    .map(({ ask }) => ask);
}

function fitOf(member: Member, ask: FreshAsk, words: ReadonlyMap<string, string>, rarity: Rarity) {
  if (ask.personId === member.personId) return null;
  return reasonFor(ask, { words, fields: member.fieldIds, municipality: member.municipality }, rarity);
}

/** Why an ask fits a member, for the letter. */
export function reasonOf(member: Member, ask: FreshAsk, language: Language): Reason | null {
  const words = wordsByStem(ask.kind === "ask" ? member.offers : member.looksFor, language);
  return fitOf(member, ask, words, () => 1)?.reason ?? null;
}
