import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import { membership } from "../../dialogue/people/tables.ts";
import { call, dialogue, privacyText } from "../../dialogue/tables.ts";
import type { Votes } from "../../method/analysis/votes/votes.ts";
import { BadExport, choiceOf, readSummary } from "../../method/polis/polis.ts";
import { remedies } from "../../method/polis/remedies.ts";
import { parseCsvStream } from "../../method/text/csv.ts";
import { change, type Db, type Tx } from "../../platform/database/change.server.ts";
import type { DialogueId, InsightId, PersonId } from "../../platform/ids.ts";
import { insight } from "../../session/insights/tables.ts";
import { readStatements, readVotes } from "./files.server.ts";

export interface Imported {
  readonly status: "imported" | "already-there";
  readonly dialogueId: DialogueId;
  readonly slug: string;
  readonly insights: number;
  readonly people: number;
  readonly ballots: number;
}

const licence = "CC BY 4.0, The Computational Democracy Project";
/** Ballots in one statement: large enough to be fast, small enough for the memory of both sides. */
const chunk = 20_000;

async function fingerprint(dir: string): Promise<string> {
  const hash = createHash("sha256");
  for (const name of ["summary.csv", "comments.csv", "participants-votes.csv"]) {
    const file = path.join(dir, name);
    hash.update(name);
    if (existsSync(file)) for await (const piece of createReadStream(file)) hash.update(piece as Buffer);
  }
  return hash.digest("hex");
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
      throw new BadExport({ file: name, row: 0, column: "", remedy: remedies.missingIn(dir) });
  const source = `polis:${await fingerprint(dir)}`;
  const known = await findImported(db, source);
  if (known) return known;
  const statements = await readStatements(path.join(dir, "comments.csv"));
  const { votes, sign } = await readVotes(path.join(dir, "participants-votes.csv"), statements);
  tell(`${statements.length} stellingen, ${votes.people.length} deelnemers gelezen`);
  if (sign === "assumed") tell("Het bestand zegt niet welk teken eens is; 1 is als eens gelezen.");
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
    const personIds = await addPeople(tx, votes.people.length);
    await addBallots(
      tx,
      votes,
      votes.statements.map((one) => insightIds.get(one) as InsightId), // every statement of the votes stands in comments.csv
      personIds,
      tell,
    );
    const ballots = votes.choices.length;
    return { status: "imported", dialogueId, slug, insights: statements.length, people: personIds.length, ballots };
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

async function addPeople(tx: Tx, people: number): Promise<readonly PersonId[]> {
  const rows = Array.from({ length: people }, () => crypto.randomUUID() as PersonId);
  for (let from = 0; from < rows.length; from += chunk)
    await tx.execute(sql`insert into person (id) select unnest(${sql.param(rows.slice(from, from + chunk))}::uuid[])`);
  return rows;
}

async function addBallots(
  tx: Tx,
  votes: Votes,
  insights: readonly InsightId[],
  people: readonly PersonId[],
  tell: (line: string) => void,
): Promise<void> {
  const total = votes.choices.length;
  let person = 0;
  for (let from = 0; from < total; from += chunk) {
    const to = Math.min(from + chunk, total);
    const persons: PersonId[] = [];
    for (let t = from; t < to; t++) {
      while (t >= (votes.rowStart[person + 1] ?? total)) person += 1;
      persons.push(people[person] as PersonId); // one per row
    }
    const about = Array.from(votes.columns.subarray(from, to), (column) => insights[column]);
    const chosen = Array.from(votes.choices.subarray(from, to), choiceOf);
    await tx.execute(sql`
      insert into ballot (insight_id, person_id, choice)
      select * from unnest(${sql.param(about)}::uuid[], ${sql.param(persons)}::uuid[], ${sql.param(chosen)}::text[])`);
    tell(`${to} stemmen`);
  }
}
