import { fork } from "node:child_process";
import path from "node:path";
import { sql } from "drizzle-orm";
import { random } from "../app/method/random.ts";
import { readLexicon } from "../app/method/text/lexicon.server.ts";
import type { Ask } from "../app/network/asks/asks.server.ts";
import { listAsks } from "../app/network/asks/asks.server.ts";
import { matchesFor } from "../app/network/asks/matches.server.ts";
import { listPractices } from "../app/network/library/library.server.ts";
import { searchMembers } from "../app/network/people/directory.server.ts";
import { networkLanguage } from "../app/network/people/language.server.ts";
import { readNeeds } from "../app/network/people/needs.server.ts";
import { stemsOf } from "../app/network/people/stems.ts";
import { openLedger } from "../app/platform/database/change.server.ts";
import type { DialogueId } from "../app/platform/ids.ts";
import { type Database, openDatabase } from "./database.ts";
import { dutchTexts, subjects } from "./dutch-texts.ts";
import { type Measure, percentile } from "./measure.ts";

const size = { members: 20_000, asks: 5_000, entries: 3_000, needs: 10_000 };
const rounds = 200;

/**
 * A network of 20,000 members, 5,000 asks and offers, 3,000 entries and 10,000 needs: searching, matching, and the overview of a week for all, prepared by a
 * process that is killed again and again.
 */
export default async function* network(): AsyncGenerator<Measure> {
  await using database = await openDatabase();
  const dialogueId = await fillNetwork(database);
  await database.pool.query("analyze");
  const { db } = database;
  const words = Object.values(subjects).flat();
  const chance = random(7);
  const pick = <T>(some: readonly T[]) => some[Math.floor(chance.next() * some.length)] as T;
  const question = { words: "", field: null, offers: false, municipality: null as string | null, within: 25, page: 1 };
  const as = { viewer: "members" as const, personId: null, day: "2027-01-04" };
  await networkLanguage();
  const timed = async (work: () => Promise<unknown>) => {
    const took: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const begun = performance.now();
      await work();
      took.push(performance.now() - begun);
    }
    return percentile(took, 0.95);
  };
  const ms = (name: string, value: number): Measure => ({ name: `network.${name}`, value, unit: "ms" });
  yield ms("search-words-p95", await timed(() => searchMembers(db, dialogueId, { ...question, words: pick(words) }, as)));
  yield ms(
    "search-words-near-p95",
    await timed(() => searchMembers(db, dialogueId, { ...question, words: pick(words), municipality: "GM0363" }, as)),
  );
  yield ms("search-all-p95", await timed(() => searchMembers(db, dialogueId, question, as)));
  const at = { dialogueId, personId: "00000000-0000-4000-8000-000000000000" as never };
  yield ms("asks-p95", await timed(() => listAsks(db, at, { kind: null, words: pick(words), all: false, page: 1 })));
  yield ms("library-p95", await timed(() => listPractices(db, dialogueId, { words: pick(words), theme: null, page: 1 })));
  const { rows } = await db.execute<{ n: number }>(sql`select number as n from network_ask order by random() limit ${rounds}`);
  const asks = await db.execute<Record<string, unknown>>(sql`
    select dialogue_id as "dialogueId", person_id as "personId", kind, title, context, stems, field_ids as "fieldIds", municipality
    from network_ask where number in ${rows.map(({ n }) => n)}`);
  let next = 0;
  yield ms("matches-p95", await timed(() => matchesFor(db, asks.rows[next++ % asks.rows.length] as unknown as Ask)));
  yield* overKills(database);
}

/** Prepares the overview in a process of its own, killed three times; then counts. */
async function* overKills(database: Database): AsyncGenerator<Measure> {
  const { pool } = database;
  const count = async (what: string) => Number((await pool.query(`select count(*) as n from ${what}`)).rows[0].n);
  const begun = performance.now();
  for (let kill = 0; kill < 3; kill++) {
    const before = await count("network_digest");
    const child = digestChild(database.url);
    const ended = new Promise((done) => child.on("exit", done));
    while ((await count("network_digest")) === before && child.exitCode === null) await new Promise((go) => setTimeout(go, 20));
    child.kill("SIGKILL");
    await ended;
  }
  yield { name: "network.digest-killed-after", value: await count("network_digest"), unit: "members" };
  const last = digestChild(database.url);
  await new Promise((done) => last.on("exit", done));
  yield { name: "network.digest-20k", value: (performance.now() - begun) / 1000, unit: "s" };
  yield { name: "network.digest-members", value: await count("network_digest"), unit: "members" };
  yield { name: "network.digest-mails", value: await count("mail where kind = 'network.digest'"), unit: "mails" };
  yield {
    name: "network.digest-mails-expected",
    value: await count("network_digest where cardinality(ask_ids) > 0"),
    unit: "mails",
  };
  yield {
    name: "network.digest-twice",
    value: await count("(select person_id from mail where kind = 'network.digest' group by person_id having count(*) > 1) twice"),
    unit: "people",
  };
}

const digestChild = (url: string) =>
  fork(path.join(import.meta.dirname, "network-child.ts"), [], { env: { ...process.env, DATABASE_URL: url }, stdio: "inherit" });

async function fillNetwork({ db, pool }: Database): Promise<DialogueId> {
  const language = await networkLanguage();
  const texts = dutchTexts(2 * size.members + size.asks + size.entries + size.needs, readLexicon(), random(1));
  const areas = ["GM0363", "GM0344", "GM0599", "GM0518", "GM0193", "GM0014", "GM0935", "GM0855", "GM0153", "GM0202"];
  const shown = JSON.stringify(
    Object.fromEntries(["name", "does", "area", "offers", "looksFor", "fields", "languages"].map((part) => [part, "members"])),
  );
  const dialogueId = await db.transaction(async (tx) => {
    const made = await tx.execute<{ id: DialogueId }>(
      sql`insert into dialogue (slug, title, state) values ('netwerk', 'Netwerk', 'published') returning id`,
    );
    const id = made.rows[0]?.id as DialogueId;
    await openLedger(tx, id);
    return id;
  });
  const people = (await pool.query(
    "insert into person (mail, name) select 'p' || n || '@netwerk.example', 'Lid ' || n from generate_series(1, $1) n returning id",
    [size.members],
  )) as { rows: { id: string }[] };
  const insert = async (table: string, rows: readonly Record<string, unknown>[]) => {
    const columns = Object.keys(rows[0] ?? {});
    for (let from = 0; from < rows.length; from += 1_000)
      await pool.query(
        `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
        [JSON.stringify(rows.slice(from, from + 1_000))],
      );
  };
  const moment = "2027-01-02T12:00:00Z";
  await insert(
    "network_member",
    people.rows.map(({ id }, n) => {
      const [offers = "", looks = ""] = [texts[2 * n]?.slice(0, 200), texts[2 * n + 1]?.slice(0, 200)];
      const stems = stemsOf(`Lid ${n}\n${offers}\n${looks}`, language);
      return {
        ...{
          id: crypto.randomUUID(),
          dialogue_id: dialogueId,
          person_id: id,
          name: `Lid ${n}`,
          does: "",
          offers,
          looks_for: looks,
        },
        ...{
          municipality: areas[n % areas.length],
          area_code: areas[n % areas.length],
          area_year: 2025,
          field_ids: [],
          languages: ["nl"],
        },
        ...{ shown: JSON.parse(shown), stems_members: stems, stems_participants: [], stems_public: [], digest: true },
        ...{ joined_at: moment, updated_at: moment },
      };
    }),
  );
  await insert(
    "network_ask",
    Array.from({ length: size.asks }, (_, n) => {
      const text = texts[2 * size.members + n] ?? "";
      return {
        ...{
          id: crypto.randomUUID(),
          dialogue_id: dialogueId,
          number: n + 1,
          person_id: people.rows[n]?.id,
          kind: n % 2 ? "ask" : "offer",
        },
        ...{
          title: text.slice(0, 80),
          context: text.slice(80, 400),
          field_ids: [],
          municipality: areas[n % areas.length],
          state: "open",
        },
        ...{ thanks: "", stems: stemsOf(text, language), created_at: moment },
      };
    }),
  );
  const entries = Array.from({ length: size.entries }, (_, n) => {
    const text = texts[2 * size.members + size.asks + n] ?? "";
    const words = { title: text.slice(0, 60), situation: text, done: text, took: "", gave: "", conditions: "", links: "" };
    return { id: crypto.randomUUID(), words, stems: stemsOf(text, language), number: n + 1, person: people.rows[n]?.id };
  });
  await insert(
    "network_practice",
    entries.map(({ id, words, stems, number, person }) => ({
      ...{ id, dialogue_id: dialogueId, number, person_id: person, state: "published", version: 1, published: 1, words, stems },
      ...{ field_ids: [], theme_ids: [], reason: "", created_at: moment, updated_at: moment },
    })),
  );
  await insert(
    "network_practice_version",
    entries.map(({ id, words }) => ({ practice_id: id, version: 1, words, at: moment })),
  );
  await insert(
    "contribution",
    texts.slice(-size.needs).map((text, n) => ({
      ...{ id: crypto.randomUUID(), dialogue_id: dialogueId, number: n + 1, kind: "need", text, shared: "all", state: "visible" },
      ...{ situation: "", for_whom: "", tried: "", weight: "", how_often: "", would_help: "", touches: [], phase: "during" },
      ...{ without_field: false, created_at: moment, updated_at: moment },
    })),
  );
  await readNeeds(db);
  return dialogueId;
}
