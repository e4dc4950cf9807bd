import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "../platform/change.server.ts";
import type { Ask } from "./asks.server.ts";
import { networkLanguage } from "./language.server.ts";
import { besideWords, type Rarity, type Reason, rarityOf, reasonFor, wordsByStem } from "./match.ts";

export interface Match {
  readonly kind: "person" | "ask" | "need" | "practice";
  readonly title: string;
  readonly text: string;
  /** For an address: the id of a member, the number of an ask, entry or need. */
  readonly at: string;
  readonly reason: Reason;
}

/** Looked at for one ask: the rarest words first, so that it takes milliseconds however large the network is. */
const mostLookedAt = 400;
const mostOfAKind = 5;

/** An ask, or what somebody looks for. */
export type Asked = Pick<Ask, "dialogueId" | "personId" | "kind" | "title" | "context" | "stems" | "fieldIds" | "municipality">;

const tables = {
  person: ["network_member", "stems_members"],
  ask: ["network_ask", "stems"],
  practice: ["network_practice", "stems"],
} as const;

interface Candidate extends Record<string, unknown> {
  readonly at: string;
  /** Stems that it has in common with the ask, in all that is kept of it: what is looked at may have fewer. */
  readonly common: readonly string[] | null;
  readonly title: string;
  readonly text: string;
  readonly fields: readonly string[];
  readonly municipality: string | null;
}

/** Who and what may fit an ask or an offer, with the reason why [NW13]. Of people only what members may read. */
export async function matchesFor(db: Reader, ask: Asked): Promise<Match[]> {
  const language = await networkLanguage();
  const { dialogueId, personId, kind } = ask;
  const offered = kind === "ask" ? "offers" : "looks_for";
  const part = kind === "ask" ? "offers" : "looksFor";
  const shown = (name: string) => sql`m.shown->>${name} <> 'off'`;
  const published = sql`from network_practice_version v where v.practice_id = m.id and v.version = m.published`;
  const sources: Readonly<Record<"person" | "ask" | "practice", { readonly from: SQL; readonly columns: SQL }>> = {
    person: {
      from: sql`network_member m where m.dialogue_id = ${dialogueId} and m.person_id <> ${personId} and ${shown(part)}
        and not exists (select from network_block b where b.dialogue_id = m.dialogue_id
          and (b.person_id, b.other_id) in ((m.person_id, ${personId}::uuid), (${personId}::uuid, m.person_id)))
        and m.stems_members`,
      columns: sql`m.id::text as at, case when ${shown("name")} then m.name else '' end as title, m.${sql.raw(offered)} as text,
        case when ${shown("fields")} then m.field_ids else '{}' end as fields, case when ${shown("area")} then m.municipality end as municipality`,
    },
    ask: {
      from: sql`network_ask m where m.dialogue_id = ${dialogueId} and m.person_id <> ${personId} and m.state = 'open' and m.kind <> ${kind}
        and m.stems`,
      columns: sql`m.number::text as at, m.title, m.title || ' ' || m.context as text, m.field_ids as fields, m.municipality`,
    },
    practice: {
      from: sql`network_practice m where m.dialogue_id = ${dialogueId} and m.person_id <> ${personId} and m.published is not null and m.stems`,
      columns: sql`m.number::text as at, (select v.words->>'title' ${published}) as title,
        (select concat_ws(' ', v.words->>'title', v.words->>'situation', v.words->>'done') ${published}) as text,
        m.field_ids as fields, null::text as municipality`,
    },
  };
  const found: Match[] = [];
  for (const source of kind === "ask" ? (["person", "ask", "practice"] as const) : (["person", "ask"] as const)) {
    const { from, columns } = sources[source];
    const [table, column] = tables[source];
    const { stems, rarity } = rarest(ask.stems, await commonIn(db, table, column));
    if (stems.length === 0) continue;
    const common = sql`(select array_agg(s) from unnest(m.${sql.raw(column)}) s where s = any(${sql.param([...ask.stems])}::text[]))`;
    const { rows } = await db.execute<Candidate>(sql`
      select ${columns}, ${common} as common from ${from} && ${sql.param([...stems])}::text[] limit ${mostLookedAt}`);
    found.push(...best(rows, ask, source, rarity, language));
  }
  found.push(...(await needsFor(db, ask, language)));
  return found;
}

/** The rarest stems of the ask that together lead to no more than can be looked at. */
function rarest(asked: readonly string[], { shares, of }: Common): { stems: string[]; rarity: Rarity } {
  const counts = new Map(asked.map((stem) => [stem, Math.max(1, Math.round((shares.get(stem) ?? 0) * of))]));
  const rarity = rarityOf(counts, of);
  const stems: string[] = [];
  let looked = 0;
  for (const [stem, n] of [...counts].filter(([one]) => rarity(one) > 0).sort(([, a], [, b]) => a - b)) {
    looked += n;
    if (looked > mostLookedAt && stems.length > 0) break;
    stems.push(stem);
  }
  return { stems, rarity };
}

interface Common {
  /** Of the stems that many have: which share of the rows. */
  readonly shares: ReadonlyMap<string, number>;
  readonly of: number;
}

/** What the database keeps of how common stems are; before it looked at a table, nothing is common. */
async function commonIn(db: Reader, table: string, column: string): Promise<Common> {
  const { rows } = await db.execute<{ stems: string[] | null; shares: number[] | null; of: number }>(sql`
    select s.most_common_elems::text::text[] as stems, s.most_common_elem_freqs as shares, greatest(c.reltuples, 1)::int as of
    from pg_class c left join pg_stats s on s.schemaname = 'public' and s.tablename = c.relname and s.attname = ${column}
    where c.relname = ${table} and c.relnamespace = 'public'::regnamespace`);
  const [row] = rows;
  return {
    shares: new Map((row?.stems ?? []).map((stem, at) => [stem, row?.shares?.[at] ?? 0])),
    of: Math.max(40, row?.of ?? 0),
  };
}

/**
 * The best of these. To read a text takes a while: who has more in common is read first, until nobody that is left can come among the
 * best. What came out is what reading all of them would give.
 */
function best(
  rows: readonly Candidate[],
  ask: Asked,
  kind: Match["kind"],
  rarity: Rarity,
  language: Awaited<ReturnType<typeof networkLanguage>>,
): Match[] {
  const asked = { stems: new Set(ask.stems), fields: ask.fieldIds, municipality: ask.municipality };
  const atMost = ({ common }: Candidate) =>
    common === null ? Number.POSITIVE_INFINITY : common.reduce((sum, stem) => sum + rarity(stem), besideWords);
  const order = rows.map((row) => ({ row, atMost: atMost(row) })).sort((a, b) => b.atMost - a.atMost);
  const found: { readonly row: Candidate; readonly reason: Reason; readonly score: number }[] = [];
  for (const { row, atMost: most } of order) {
    const last = found[mostOfAKind - 1];
    if (last && last.score > most) break;
    const { fields, municipality } = row;
    const one = reasonFor(asked, { words: wordsByStem(row.text, language), fields, municipality }, rarity);
    if (!one) continue;
    found.push({ row, ...one });
    found.sort((a, b) => b.score - a.score || (a.row.at < b.row.at ? -1 : 1));
  }
  return found.slice(0, mostOfAKind).map(({ row, reason }) => ({ kind, at: row.at, title: row.title, text: row.text, reason }));
}

/** Needs of the dialogue that everybody could read in it. */
async function needsFor(db: Reader, ask: Asked, language: Awaited<ReturnType<typeof networkLanguage>>): Promise<Match[]> {
  const words = [...wordsByStem(`${ask.title} ${ask.context}`, language).values()].slice(0, 12);
  if (words.length === 0) return [];
  const { rows } = await db.execute<Candidate>(sql`
    select c.number::text as at, c.text as title, c.text, '{}'::uuid[] as fields, null as municipality, null as common from contribution c
    where c.dialogue_id = ${ask.dialogueId} and c.kind = 'need' and c.state = 'visible' and c.shared = 'all'
      and c.text ilike any(${sql.param(words.map((word) => `%${word.slice(0, Math.max(4, word.length - 3)).replace(/[\\%_]/g, "")}%`))}::text[])
    limit 400`);
  return best(rows, ask, "need", rarityOf(new Map(), 400), language);
}
