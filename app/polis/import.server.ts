import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import { call, dialogue, insight, membership, privacyText } from "../db/schema.ts";
import type { DialogueId, InsightId, PersonId } from "../ids.ts";
import { change, type Db, type Tx } from "../platform/change.server.ts";
import { type CsvRecord, parseCsvStream } from "../platform/csv.ts";
import {
  choiceOf,
  commentColumns,
  type Fault,
  personColumns,
  placeOf,
  readSummary,
  readVote,
  type Statement,
  signOf,
  type Vote,
} from "./polis.ts";

export interface Imported {
  readonly status: "imported" | "already-there";
  readonly dialogueId: DialogueId;
  readonly slug: string;
  readonly insights: number;
  readonly people: number;
  readonly ballots: number;
}
/** Thrown inside the transaction, so that nothing is written. */
export class BadExport extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.remedy);
    this.fault = fault;
  }
}

const licence = "CC BY 4.0, The Computational Democracy Project";
/** Ballots in one statement: large enough to be fast, small enough for the memory of both sides. */
const chunk = 20_000;

async function* records(file: string): AsyncGenerator<CsvRecord> {
  for await (const record of parseCsvStream(createReadStream(file, { encoding: "utf8", highWaterMark: 1 << 20 }))) {
    const [problem] = record.problems;
    if (problem)
      throw new BadExport({
        file: path.basename(file),
        row: problem.row,
        column: String(problem.column),
        remedy: remedies[problem.code] ?? "maak de regel in orde",
      });
    yield record;
  }
}
const remedies: Readonly<Record<string, string>> = {
  "too-few-cells": "vul de regel aan tot evenveel kolommen als de kop",
  "too-many-cells": "haal de cellen weg die buiten de kop vallen",
  "duplicate-column": "geef elke kolom een eigen naam",
  "empty-file": "dit bestand is leeg; exporteer het opnieuw",
};

async function fingerprint(dir: string): Promise<string> {
  const hash = createHash("sha256");
  for (const name of ["summary.csv", "comments.csv", "participants-votes.csv"]) {
    const file = path.join(dir, name);
    hash.update(name);
    if (existsSync(file)) for await (const piece of createReadStream(file)) hash.update(piece as Buffer);
  }
  return hash.digest("hex");
}

async function readStatements(dir: string): Promise<readonly Statement[]> {
  const file = "comments.csv";
  const found: Statement[] = [];
  const seen = new Set<string>();
  let places: number[] | null = null;
  for await (const { row, cells } of records(path.join(dir, file))) {
    if (!places) {
      places = commentColumns.map((name) => placeOf(cells, name));
      const missing = places.indexOf(-1);
      if (missing >= 0) throw new BadExport({ file, row, column: commentColumns[missing] ?? "", remedy: "voeg deze kolom toe" });
      continue;
    }
    const [id = "", moderated = "", text = ""] = places.map((at) => (cells[at] ?? "").trim());
    if (!id) throw new BadExport({ file, row, column: "comment-id", remedy: "geef de stelling een nummer" });
    if (seen.has(id))
      throw new BadExport({ file, row, column: "comment-id", remedy: `stelling ${id} staat er twee keer; laat er één staan` });
    seen.add(id);
    found.push({ id, text, rejected: moderated === "-1" });
  }
  return found;
}

interface Matrix {
  readonly columns: readonly { readonly at: number; readonly statement: string }[];
  readonly at: Readonly<Record<(typeof personColumns)[number], number>>;
}

function readMatrixHeader({ row, cells }: CsvRecord, statements: ReadonlySet<string>): Matrix {
  const file = "participants-votes.csv";
  const at = Object.fromEntries(personColumns.map((name) => [name, placeOf(cells, name)])) as Record<
    (typeof personColumns)[number],
    number
  >;
  for (const name of ["participant", "n-agree", "n-disagree"] as const)
    if (at[name] < 0) throw new BadExport({ file, row, column: name, remedy: "voeg deze kolom toe" });
  const columns = cells
    .map((name, index) => ({ at: index, statement: name.trim() }))
    .filter(({ statement }) => !personColumns.some((name) => name === statement));
  const unknown = columns.find(({ statement }) => !statements.has(statement));
  if (unknown)
    throw new BadExport({
      file,
      row,
      column: String(unknown.at + 1),
      remedy: `stelling ${unknown.statement} ontbreekt in comments.csv; voeg haar daar toe`,
    });
  return { columns, at };
}

/** First reading of the matrix: every cell is right, nobody stands in it twice, and which sign means agree. */
async function checkMatrix(dir: string, statements: ReadonlySet<string>): Promise<{ sign: 1 | -1; people: readonly string[] }> {
  const file = "participants-votes.csv";
  let matrix: Matrix | null = null;
  const people = new Set<string>();
  const counts: { plus: number; minus: number; agree: number; disagree: number }[] = [];
  for await (const record of records(path.join(dir, file))) {
    if (!matrix) {
      matrix = readMatrixHeader(record, statements);
      continue;
    }
    const { row, cells } = record;
    const who = (cells[matrix.at.participant] ?? "").trim();
    if (!who) throw new BadExport({ file, row, column: "participant", remedy: "geef deze deelnemer een nummer" });
    if (people.has(who))
      throw new BadExport({ file, row, column: "participant", remedy: `deelnemer ${who} staat er twee keer; laat er één staan` });
    people.add(who);
    let plus = 0;
    let minus = 0;
    for (const { at, statement } of matrix.columns) {
      const vote = readVote(cells[at]);
      if (vote === undefined)
        throw new BadExport({
          file,
          row,
          column: statement,
          remedy: `‘${(cells[at] ?? "").slice(0, 20)}’ is geen stem; gebruik 1, 0, -1 of niets`,
        });
      if (vote === 1) plus += 1;
      if (vote === -1) minus += 1;
    }
    counts.push({ plus, minus, agree: Number(cells[matrix.at["n-agree"]]), disagree: Number(cells[matrix.at["n-disagree"]]) });
  }
  if (!matrix) throw new BadExport({ file, row: 1, column: "1", remedy: remedies["empty-file"] ?? "" });
  const sign = signOf(counts);
  if (sign === null)
    throw new BadExport({
      file,
      row: 1,
      column: "n-agree",
      remedy: "de tellingen passen niet bij de stemmen; exporteer het gesprek opnieuw",
    });
  return { sign, people: [...people] };
}

/**
 * Makes a dialogue of a Polis export: statements as insights, votes as ballots of pseudonymous people.
 * Reads as a stream; writes all or nothing; the same export again changes nothing.
 * @param dir a folder with comments.csv, participants-votes.csv and, where present, summary.csv
 * @throws BadExport with file, row, column and remedy
 */
export async function importPolis(db: Db, dir: string, tell: (line: string) => void = () => {}): Promise<Imported> {
  for (const name of ["comments.csv", "participants-votes.csv"])
    if (!existsSync(path.join(dir, name)))
      throw new BadExport({ file: name, row: 0, column: "", remedy: `zet dit bestand in ${dir}` });
  const source = `polis:${await fingerprint(dir)}`;
  const known = await findImported(db, source);
  if (known) return known;
  const statements = await readStatements(dir);
  const ids = new Set(statements.map((one) => one.id));
  const { sign, people } = await checkMatrix(dir, ids);
  tell(`${statements.length} stellingen, ${people.length} deelnemers gelezen`);
  const summary = await summaryOf(dir);
  const dialogueId = crypto.randomUUID() as DialogueId;
  const deed = {
    scope: dialogueId,
    opens: true,
    actor: "command",
    what: "dialogue.import",
    subject: { kind: "dialogue", id: dialogueId },
  } as const;
  return change(db, deed, async (tx) => {
    const slug = await freeSlug(tx, summary.topic || path.basename(dir));
    await tx.insert(dialogue).values({
      id: dialogueId,
      slug,
      title: summary.topic || path.basename(dir),
      state: "harvest",
      source: summary.url || source,
      licence,
    });
    await tx.insert(call).values({ dialogueId, background: summary.description, owner: "", contact: "" });
    await tx.insert(privacyText).values({ dialogueId, version: 1, text: "" });
    await tx.execute(sql`insert into setting (key, value) values (${source}, ${JSON.stringify({ dialogueId })}::jsonb)`);
    await joinOrganisers(tx, dialogueId);
    const insightIds = new Map<string, InsightId>();
    for (const [position, one] of statements.entries()) {
      const id = crypto.randomUUID() as InsightId;
      insightIds.set(one.id, id);
      await tx.insert(insight).values({
        id,
        dialogueId,
        number: position + 1,
        position,
        text: one.text,
        source: "Polis",
        ...(one.rejected ? { state: "refused" as const, reason: "moderated" } : {}),
        revealedAt: sql`now()`,
      });
    }
    const personIds = await addPeople(tx, people);
    const ballots = await addBallots(tx, path.join(dir, "participants-votes.csv"), ids, insightIds, personIds, sign, tell);
    return { status: "imported", dialogueId, slug, insights: statements.length, people: people.length, ballots };
  });
}

async function summaryOf(dir: string) {
  const file = path.join(dir, "summary.csv");
  const rows: string[][] = [];
  if (existsSync(file))
    for await (const record of parseCsvStream(createReadStream(file, { encoding: "utf8" }))) rows.push(record.cells);
  return readSummary(rows);
}

async function findImported(db: Db, source: string): Promise<Imported | null> {
  const found = await db.execute<{ id: DialogueId; slug: string; insights: string; people: string; ballots: string }>(sql`
    select d.id, d.slug, (select count(*) from insight i where i.dialogue_id = d.id) as insights,
      count(distinct b.person_id) as people, count(b.person_id) as ballots
    from setting s join dialogue d on d.id = (s.value ->> 'dialogueId')::uuid
      left join insight i on i.dialogue_id = d.id left join ballot b on b.insight_id = i.id
    where s.key = ${source} group by d.id, d.slug`);
  const row = found.rows[0];
  if (!row) return null;
  return {
    status: "already-there",
    dialogueId: row.id,
    slug: row.slug,
    insights: Number(row.insights),
    people: Number(row.people),
    ballots: Number(row.ballots),
  };
}

async function freeSlug(tx: Tx, title: string): Promise<string> {
  const plain =
    title
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 60) || "gesprek";
  for (let n = 1; ; n++) {
    const slug = n === 1 ? plain : `${plain}-${n}`;
    if ((await tx.select({ id: dialogue.id }).from(dialogue).where(eq(dialogue.slug, slug))).length === 0) return slug;
  }
}

/** Whoever may make dialogues here finds the imported one among theirs. */
async function joinOrganisers(tx: Tx, dialogueId: DialogueId): Promise<void> {
  await tx.execute(sql`
    insert into membership (person_id, dialogue_id, role, accepted_at)
    select distinct person_id, ${dialogueId}::uuid, 'organiser', now() from ${membership}
    where dialogue_id is null and role = 'organiser' and ended_at is null and accepted_at is not null`);
}

async function addPeople(tx: Tx, people: readonly string[]): Promise<ReadonlyMap<string, PersonId>> {
  const ids = new Map(people.map((who) => [who, crypto.randomUUID() as PersonId]));
  const rows = [...ids.values()];
  for (let from = 0; from < rows.length; from += chunk)
    await tx.execute(sql`insert into person (id) select unnest(${sql.param(rows.slice(from, from + chunk))}::uuid[])`);
  return ids;
}

async function addBallots(
  tx: Tx,
  file: string,
  statements: ReadonlySet<string>,
  insightIds: ReadonlyMap<string, InsightId>,
  personIds: ReadonlyMap<string, PersonId>,
  sign: 1 | -1,
  tell: (line: string) => void,
): Promise<number> {
  let matrix: Matrix | null = null;
  let insights: InsightId[] = [];
  let persons: PersonId[] = [];
  let chosen: string[] = [];
  let written = 0;
  const flush = async () => {
    if (persons.length === 0) return;
    await tx.execute(sql`
      insert into ballot (insight_id, person_id, choice)
      select * from unnest(${sql.param(insights)}::uuid[], ${sql.param(persons)}::uuid[], ${sql.param(chosen)}::text[])`);
    written += persons.length;
    insights = [];
    persons = [];
    chosen = [];
    tell(`${written} stemmen`);
  };
  for await (const record of records(file)) {
    if (!matrix) {
      matrix = readMatrixHeader(record, statements);
      continue;
    }
    const person = personIds.get((record.cells[matrix.at.participant] ?? "").trim());
    if (!person) continue;
    for (const { at, statement } of matrix.columns) {
      const vote = readVote(record.cells[at]) as Vote | null;
      const id = insightIds.get(statement);
      if (vote === null || !id) continue;
      insights.push(id);
      persons.push(person);
      chosen.push(choiceOf(vote, sign));
    }
    if (persons.length >= chunk) await flush();
  }
  await flush();
  return written;
}
