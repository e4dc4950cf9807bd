import { and, asc, desc, eq, sql } from "drizzle-orm";
import { field } from "../../dialogue/tables.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId, MemberId } from "../../platform/ids.ts";
import { daysAlone } from "../asks/ask.ts";
import { listAlone } from "../asks/asks.server.ts";
import type { Reason } from "../asks/match.ts";
import { matchesFor } from "../asks/matches.server.ts";
import { listFiles } from "../library/files.server.ts";
import { listWaiting } from "../library/practices.server.ts";
import { networkLanguage } from "../people/language.server.ts";
import { isSeen } from "../people/member.ts";
import type { Member } from "../people/members.server.ts";
import { stemsOf } from "../people/stems.ts";
import { networkMember, networkMessage } from "../tables.ts";
import { listReports } from "./reports.server.ts";

/** Fewer is thin; the same five as everywhere: how many there are below it is not told. */
const thinBelow = 5;
const daysNew = 30;
const daysLonely = 7;
const mostShown = 20;
const mostBridges = 8;

export interface Bridge {
  readonly id: MemberId;
  readonly who: string;
  readonly looksFor: string;
  readonly otherId: string;
  readonly other: string;
  readonly offers: string;
  readonly reason: Reason;
}

/** What the network weaver looks at: who is new or alone, what waits, where it is thin, and who could meet whom [NW19]. */
export async function weave(db: Reader, dialogueId: DialogueId, now: Date) {
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();
  const named = (row: Member) => (row.shown.name === "off" ? "" : row.name);
  const listed = (row: Member) => ({
    ...{ id: row.id, name: named(row), joinedAt: row.joinedAt, hasCard: isSeen(row.shown, "members") },
  });
  const here = eq(networkMember.dialogueId, dialogueId);
  const fresh = await db
    .select()
    .from(networkMember)
    .where(and(here, sql`${networkMember.joinedAt} > ${ago(daysNew)}`))
    .orderBy(desc(networkMember.joinedAt))
    .limit(mostShown);
  const lonely = await db
    .select()
    .from(networkMember)
    .where(
      and(
        here,
        sql`${networkMember.joinedAt} < ${ago(daysLonely)}`,
        sql`not exists (select from network_message m where m.dialogue_id = ${networkMember.dialogueId}
          and ${networkMember.personId} in (m.from_id, m.to_id))`,
      ),
    )
    .orderBy(asc(networkMember.joinedAt))
    .limit(mostShown);
  const [alone, reports, waiting] = await Promise.all([
    listAlone(db, dialogueId, daysAlone, now),
    listReports(db, dialogueId),
    listWaiting(db, dialogueId),
  ]);
  return {
    members: await db.$count(networkMember, here),
    fresh: fresh.map(listed),
    lonely: lonely.map(listed),
    alone,
    reports: reports.map(({ member, shown, ...one }) => ({
      ...one,
      member: shown && isSeen(shown, "members") ? member : null,
    })),
    waiting: await Promise.all(
      waiting.map(async ({ practice, by }) => ({
        ...{ id: practice.id, number: practice.number, version: practice.version, words: practice.words, by: by ?? "" },
        ...{ isNew: practice.published === null, open: practice.open },
        files: (await listFiles(db, practice.id, true)).map(({ id, name, size }) => ({ id, name, size })),
      })),
    ),
    ...(await thin(db, dialogueId)),
    bridges: await bridgesFor(db, dialogueId, [...lonely, ...fresh]),
    slipping: await slipping(db, dialogueId, now),
  };
}

/** Fields and provinces with hardly anybody, in their own order. */
async function thin(db: Reader, dialogueId: DialogueId) {
  const fields = await db.execute<{ name: string }>(sql`
    select f.name from ${field} f where f.dialogue_id = ${dialogueId} and f.removed_at is null
      and (select count(*) from network_member m where m.dialogue_id = ${dialogueId} and m.field_ids @> array[f.id]
        and m.shown->>'fields' <> 'off') < ${thinBelow}
    order by f.position`);
  const areas = await db.execute<{ name: string }>(sql`
    select distinct on (p.code) coalesce(p.everyday_name, p.name) as name, p.code from area p where p.kind = 'province'
      and (select count(distinct m.id) from network_member m join area g on m.municipality = any(g.code || g.former) and g.parent_code = p.code
        where m.dialogue_id = ${dialogueId} and m.shown->>'area' <> 'off') < ${thinBelow}
    order by p.code`);
  return { thinFields: fields.rows.map(({ name }) => name), thinAreas: areas.rows.map(({ name }) => name) };
}

/** Of who is alone or new: somebody who offers what they look for, rather of another field. */
async function bridgesFor(db: Reader, dialogueId: DialogueId, some: readonly Member[]): Promise<Bridge[]> {
  const language = await networkLanguage();
  const bridges: Bridge[] = [];
  for (const one of some) {
    if (bridges.length >= mostBridges) break;
    if (one.looksFor === "" || one.shown.looksFor === "off") continue;
    const ask = {
      ...{ dialogueId, personId: one.personId, kind: "ask" as const, title: one.looksFor, context: "" },
      ...{ stems: stemsOf(one.looksFor, language), fieldIds: one.fieldIds, municipality: one.municipality },
    };
    const touched = await inTouchWith(db, one);
    const people = (await matchesFor(db, ask, ["person"])).filter(({ at }) => !touched.has(at));
    const best = people.find(({ reason }) => !reason.sameField) ?? people[0];
    const who = one.shown.name === "off" ? "" : one.name;
    if (best && !bridges.some((made) => made.id === one.id && made.otherId === best.at))
      bridges.push({
        id: one.id,
        otherId: best.at,
        who,
        looksFor: one.looksFor,
        other: best.title,
        offers: best.text,
        reason: best.reason,
      });
  }
  return bridges;
}

/** The members with whom somebody exchanged a message. */
async function inTouchWith(db: Reader, { dialogueId, personId }: Member): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectDistinct({ id: networkMember.id })
    .from(networkMember)
    .innerJoin(
      networkMessage,
      sql`${networkMessage.dialogueId} = ${networkMember.dialogueId} and (${networkMessage.fromId}, ${networkMessage.toId})
        in ((${networkMember.personId}, ${personId}::uuid), (${personId}::uuid, ${networkMember.personId}))`,
    )
    .where(eq(networkMember.dialogueId, dialogueId));
  return new Set(rows.map(({ id }) => id));
}

/** Commitments that others may read and whose day is past; asked after, not scolded. */
async function slipping(db: Reader, dialogueId: DialogueId, now: Date) {
  const { rows } = await db.execute<{ id: string; what: string; due: string; by: string }>(sql`
    select c.id, c.what, c.due::text, coalesce(m.name, p.name) as by from network_commitment c join person p on p.id = c.person_id
      left join network_member m on m.person_id = c.person_id and m.dialogue_id = c.dialogue_id
    where c.dialogue_id = ${dialogueId} and c.state = 'open' and c.shared and c.due < ${now.toISOString()}::date order by c.due limit 30`);
  return rows;
}
