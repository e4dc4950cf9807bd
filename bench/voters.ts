import { createHash } from "node:crypto";
import type pg from "pg";
import type { PersonId } from "../app/platform/ids.ts";
import type { Filled } from "./fill.ts";

export interface Voter {
  readonly id: PersonId;
  readonly cookie: string;
}

/** People with a place in the session and a device, written at once. */
export async function addVoters(
  pool: pg.Pool,
  { dialogueId, sessionId }: Filled,
  count: number,
  label = "kiezer",
): Promise<Voter[]> {
  const { rows } = await pool.query<{ id: PersonId }>(
    `with people as (
       insert into person (name, mail) select 'kiezer ' || n, $4 || n || '@voorbeeld.example' from generate_series(1, $3::int) n
       returning id),
     placed as (
       insert into registration (dialogue_id, session_id, person_id, state, name) select $1, $2, id, 'admitted', 'kiezer' from people),
     came as (insert into attendance (session_id, person_id) select $2, id from people)
     select id from people`,
    [dialogueId, sessionId, count, label],
  );
  const tokens = rows.map(({ id }) => `bench-${id}`);
  await pool.query(
    `insert into device (token_hash, kind, person_id, dialogue_id, name, expires_at, confirmed_at)
     select hash, 'participant', person, $1, 'bench', now() + interval '1 day', now() from unnest($2::bytea[], $3::uuid[]) t(hash, person)`,
    [dialogueId, tokens.map((token) => createHash("sha256").update(token).digest()), rows.map(({ id }) => id)],
  );
  return rows.map(({ id }, at) => ({ id, cookie: `__Host-mee=${tokens[at]}` }));
}
