import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "../../platform/database/change.server.ts";
import { networkLanguage } from "../people/language.server.ts";
import { isOpenNeed } from "../people/needs.server.ts";
import type { Ask } from "./asks.server.ts";
import { besideWords, type Rarity, type Reason, rarityOf, reasonFor, saysNothing, wordsByStem } from "./match.ts";

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
/** Read at a time: mostly the best are among the first. */
const slice = 25;
const mostOfAKind = 5;

/** An ask, or what somebody looks for. */
export type Asked = Pick<Ask, "dialogueId" | "personId" | "kind" | "title" | "context" | "stems" | "fieldIds" | "municipality">;
type Kind = Match["kind"];

/** Where stems are kept. */
const stemsIn: Readonly<Record<Kind, readonly [table: string, column: string]>> = {
  person: ["network_member", "stems_members"],
  ask: ["network_ask", "stems"],
  practice: ["network_practice", "stems"],
  need: ["network_need", "stems"],
};
const kindsFor: Readonly<Record<Asked["kind"], readonly Kind[]>> = {
  ask: ["person", "ask", "practice", "need"],
  offer: ["person", "ask", "need"],
};

/** What may be looked at: rows of `from` with their key, and the words of some of them. */
interface Source {
  /** From and where, `m` being what holds the stems. */
  readonly from: SQL;
  readonly key: SQL;
  /** Columns of a Candidate. */
  readonly columns: SQL;
}
interface Candidate extends Record<string, unknown> {
  readonly id: string;
  readonly at: string;
  readonly title: string;
  readonly text: string;
  readonly fields: readonly string[];
  readonly municipality: string | null;
}

/** Who and what may fit an ask or an offer, with the reason why [NW13]. Of people only what members may read. */
export async function matchesFor(db: Reader, ask: Asked, kinds: readonly Kind[] = kindsFor[ask.kind]): Promise<Match[]> {
  const language = await networkLanguage();
  const asked = { ...ask, stems: ask.stems.filter((stem) => !saysNothing(language).has(stem)) };
  const common = await commonStems(db);
  const sources = sourcesFor(ask);
  const found = await Promise.all(kinds.map((kind) => bestOf(db, asked, kind, sources[kind], common.get(kind), language)));
  return found.flat();
}

function sourcesFor({ dialogueId, personId, kind }: Asked): Readonly<Record<Kind, Source>> {
  const offered = kind === "ask" ? "offers" : "looks_for";
  const part = kind === "ask" ? "offers" : "looksFor";
  const shown = (name: string) => sql`m.shown->>${name} <> 'off'`;
  return {
    person: {
      key: sql`m.id`,
      from: sql`network_member m where m.dialogue_id = ${dialogueId} and m.person_id <> ${personId} and ${shown(part)}
        and not exists (select from network_block b where b.dialogue_id = m.dialogue_id
          and (b.person_id, b.other_id) in ((m.person_id, ${personId}::uuid), (${personId}::uuid, m.person_id)))`,
      columns: sql`m.id::text as at, case when ${shown("name")} then m.name else '' end as title, m.${sql.raw(offered)} as text,
        case when ${shown("fields")} then m.field_ids else '{}' end as fields, case when ${shown("area")} then m.municipality end as municipality`,
    },
    ask: {
      key: sql`m.id`,
      from: sql`network_ask m where m.dialogue_id = ${dialogueId} and m.person_id <> ${personId} and m.state = 'open' and m.kind <> ${kind}`,
      columns: sql`m.number::text as at, m.title, m.title || ' ' || m.context as text, m.field_ids as fields, m.municipality`,
    },
    practice: {
      key: sql`m.id`,
      from: sql`network_practice m join network_practice_version v on v.practice_id = m.id and v.version = m.published
        where m.dialogue_id = ${dialogueId} and m.person_id <> ${personId}`,
      columns: sql`m.number::text as at, v.words->>'title' as title,
        concat_ws(' ', v.words->>'title', v.words->>'situation', v.words->>'done') as text, m.field_ids as fields, null::text as municipality`,
    },
    need: {
      key: sql`m.contribution_id`,
      from: sql`network_need m join contribution c on c.id = m.contribution_id
        where m.dialogue_id = ${dialogueId} and ${isOpenNeed}`,
      columns: sql`c.number::text as at, c.text as title, c.text, '{}'::uuid[] as fields, null::text as municipality`,
    },
  };
}

/**
 * The best of one kind. To read a text takes a while: who has more in common is read first, until nobody that is left can come among the
 * best. What comes out is what reading all of them would give.
 */
async function bestOf(
  db: Reader,
  asked: Asked,
  kind: Kind,
  { from, key, columns }: Source,
  common: Common | undefined,
  language: Awaited<ReturnType<typeof networkLanguage>>,
): Promise<Match[]> {
  const { stems, rarity } = rarest(asked.stems, common);
  if (stems.length === 0) return [];
  const held = sql`m.${sql.raw(stemsIn[kind][1])}`;
  const { rows } = await db.execute<{ id: string; common: readonly string[] }>(sql`
    select ${key} as id, (select array_agg(s) from unnest(${held}) s where s = any(${texts(asked.stems)})) as common
    from ${from} and ${held} && ${texts(stems)} limit ${mostLookedAt}`);
  const order = rows
    .map((row) => ({ id: row.id, atMost: row.common.reduce((sum, stem) => sum + rarity(stem), besideWords) }))
    .sort((a, b) => b.atMost - a.atMost || (a.id < b.id ? -1 : 1));
  const wanted = { stems: new Set(asked.stems), fields: asked.fieldIds, municipality: asked.municipality };
  const found: { readonly row: Candidate; readonly reason: Reason; readonly score: number }[] = [];
  for (let read = 0; read < order.length; read += slice) {
    const last = found[mostOfAKind - 1];
    if (last && last.score > (order[read]?.atMost ?? 0)) break;
    const ids = order.slice(read, read + slice).map(({ id }) => id);
    const some = await db.execute<Candidate>(
      sql`select ${key} as id, ${columns} from ${from} and ${key} = any(${sql.param(ids)}::uuid[])`,
    );
    for (const row of some.rows) {
      const { fields, municipality } = row;
      const one = reasonFor(wanted, { words: wordsByStem(row.text, language), fields, municipality }, rarity);
      if (one) found.push({ row, ...one });
    }
    found.sort((a, b) => b.score - a.score || (a.row.at < b.row.at ? -1 : 1));
  }
  return found.slice(0, mostOfAKind).map(({ row, reason }) => ({ kind, at: row.at, title: row.title, text: row.text, reason }));
}

const texts = (values: readonly string[]) => sql`${sql.param([...values])}::text[]`;

/** The rarest stems of the ask that together lead to no more than can be looked at. */
function rarest(asked: readonly string[], common: Common = { shares: new Map(), of: 0 }): { stems: string[]; rarity: Rarity } {
  const of = Math.max(40, common.of);
  const counts = new Map(asked.map((stem) => [stem, Math.max(1, Math.round((common.shares.get(stem) ?? 0) * of))]));
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
type CommonStems = ReadonlyMap<Kind, Common>;

const remembered = new WeakMap<Reader, { readonly at: number; readonly common: Promise<CommonStems> }>();
const rememberedMs = 10 * 60_000;

/** How common stems are changes slowly, and asking takes longer than a search. */
function commonStems(db: Reader): Promise<CommonStems> {
  const known = remembered.get(db);
  if (known && Date.now() - known.at < rememberedMs) return known.common;
  const common = readCommon(db);
  remembered.set(db, { at: Date.now(), common });
  common.catch(() => remembered.delete(db));
  return common;
}

/** What the database keeps of how common stems are, per kind; before it looked at a table, nothing is common. */
async function readCommon(db: Reader): Promise<CommonStems> {
  const kinds = Object.keys(stemsIn) as Kind[];
  const read = kinds.map(async (kind) => {
    const [table, column] = stemsIn[kind];
    const { rows } = await db.execute<{ stems: string[] | null; shares: number[] | null; of: number }>(sql`
      select s.most_common_elems::text::text[] as stems, s.most_common_elem_freqs as shares, c.reltuples::int as of
      from pg_class c left join pg_stats s on s.schemaname = 'public' and s.tablename = c.relname and s.attname = ${column}
      where c.relname = ${table} and c.relnamespace = 'public'::regnamespace`);
    const [row] = rows;
    const shares = new Map((row?.stems ?? []).map((stem, at) => [stem, row?.shares?.[at] ?? 0]));
    return [kind, { shares, of: row?.of ?? 0 }] as const;
  });
  return new Map(await Promise.all(read));
}
