import type pg from "pg";
import { type Batch, makeBatch } from "../../platform/cache/batch.ts";
import { isAway } from "../../platform/database/database-fault.ts";
import type { FieldId, PartyId, PersonId, RegistrationId, SessionId } from "../../platform/ids.ts";
import type { Role } from "./role.ts";

/** A participant at the door of a session, as far as the fast routes need to know. */
export interface Guest {
  readonly personId: PersonId;
  readonly registration: {
    readonly id: RegistrationId;
    readonly personId: PersonId;
    readonly fieldId: FieldId | null;
    readonly partyId: PartyId | null;
  } | null;
  readonly roles: ReadonlySet<Role>;
}

interface Knock {
  readonly tokenHash: Buffer;
  readonly sessionId: SessionId;
}
interface Row {
  readonly n: number;
  readonly person_id: PersonId;
  readonly confirmed: boolean;
  readonly removed: boolean;
  readonly registration_id: RegistrationId | null;
  readonly state: string | null;
  readonly field_id: FieldId | null;
  readonly party_id: PartyId | null;
}

/**
 * The same questions as `findDevice` and `findPlace` ask, for many at once; a test holds their answers together. Each is looked up by
 * itself, by an index: a plan over all at once depends on what PostgreSQL thinks it knows of a table that just filled up.
 */
const question = `
select t.n::int, d.person_id, d.confirmed_at is not null as confirmed, r.id as registration_id, r.state, r.field_id, r.party_id,
  exists (select 1 from measure m where m.session_id = t.session and m.person_id = d.person_id
    and m.kind = 'removed' and m.lifted_at is null) as removed
from unnest($1::bytea[], $2::uuid[]) with ordinality t(hash, session, n)
cross join lateral (
  select device.person_id, device.confirmed_at from device
  where device.token_hash = t.hash and kind = 'participant' and ended_at is null and expires_at > now()
    and exists (select from person where person.id = device.person_id and erased_at is null)
  limit 1) d
left join lateral (
  select id, state, field_id, party_id from registration
  where registration.session_id = t.session and registration.person_id = d.person_id limit 1) r on true`;

export async function findGuests(pool: Pick<pg.Pool, "query">, knocks: readonly Knock[]): Promise<(Guest | null)[]> {
  const { rows } = await pool.query<Row>({
    name: "guests",
    text: question,
    values: [knocks.map(({ tokenHash }) => tokenHash), knocks.map(({ sessionId }) => sessionId)],
  });
  const guests = new Array<Guest | null>(knocks.length).fill(null);
  for (const row of rows) guests[row.n - 1] = guestOf(row);
  return guests;
}

function guestOf({ person_id: personId, confirmed, removed, registration_id: id, state, field_id, party_id }: Row): Guest {
  const roles = new Set<Role>(["anyone"]);
  if (id && state !== "pending" && confirmed) {
    roles.add("registrant");
    if (state === "admitted" && !removed) roles.add("participant");
  }
  return { personId, registration: id ? { id, personId, fieldId: field_id, partyId: party_id } : null, roles };
}

export type Guests = Batch<Knock, Guest | null>;

/** Asks for who comes within the same few milliseconds together. */
export const openGuests = (pool: Pick<pg.Pool, "query">): Guests =>
  makeBatch((knocks) => findGuests(pool, knocks), { most: 500, inFlight: 2, queueMost: 20_000, isOfAll: isAway });
