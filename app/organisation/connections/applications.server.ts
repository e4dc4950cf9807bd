import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { change, type Db, deedBy, INSTALLATION, type Reader } from "../../platform/database/change.server.ts";
import type { ApplicationId, PersonId } from "../../platform/ids.ts";
import { hashOf, makeToken } from "../../platform/secret.server.ts";
import type { Scope } from "./scope.ts";
import { application } from "./tables.ts";

const deedOf = (by: PersonId, what: string, id: ApplicationId) =>
  deedBy(by, INSTALLATION, `application.${what}`, "application", id);
const isOpen = isNull(application.endedAt);
/** Says at a glance, and to who looks for keys that leaked, what it is. */
export const keyMark = "kbk_";

export interface NewApplication {
  readonly id: ApplicationId;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Its name at the sign-in of the organisation: then it has no key of ours. */
  readonly oauthClient: string | null;
}
export type Made =
  | { readonly status: "made"; readonly key: string | null }
  /** The form was sent before: its key was shown then. */
  | { readonly status: "before" }
  | { readonly status: "taken" };

export async function makeApplication(db: Db, by: PersonId, wanted: NewApplication): Promise<Made> {
  const key = wanted.oauthClient === null ? keyMark + makeToken() : null;
  return change(db, deedOf(by, "make", wanted.id), async (tx, { now, unchanged }): Promise<Made> => {
    const [before] = await tx.select({ id: application.id }).from(application).where(eq(application.id, wanted.id));
    if (before) return unchanged({ status: "before" });
    const row = { ...wanted, scopes: [...wanted.scopes], keyHash: key === null ? null : hashOf(key), madeBy: by, madeAt: now };
    const rows = await tx.insert(application).values(row).onConflictDoNothing().returning({ id: application.id });
    return rows.length > 0 ? { status: "made", key } : unchanged({ status: "taken" });
  });
}

/** From the next question on it is nobody. */
export async function endApplication(db: Db, by: PersonId, id: ApplicationId): Promise<void> {
  await change(db, deedOf(by, "end", id), async (tx, { now, unchanged }) => {
    const rows = await tx
      .update(application)
      .set({ endedAt: now, keyHash: null })
      .where(and(eq(application.id, id), isOpen))
      .returning({ id: application.id });
    if (rows.length === 0) unchanged(undefined);
  });
}

export async function listApplications(db: Reader) {
  return db
    .select({
      ...{ id: application.id, name: application.name, scopes: application.scopes, oauthClient: application.oauthClient },
      ...{ madeAt: application.madeAt, usedAt: application.usedAt },
    })
    .from(application)
    .where(isOpen)
    .orderBy(application.madeAt);
}

export interface Caller {
  readonly id: ApplicationId;
  readonly scopes: readonly Scope[];
}
const caller = { id: application.id, scopes: application.scopes };

export async function findByKey(db: Reader, key: string): Promise<Caller | null> {
  const [row] = await db
    .select(caller)
    .from(application)
    .where(and(eq(application.keyHash, hashOf(key)), isOpen));
  return row ?? null;
}

export async function findByOauthClient(db: Reader, name: string): Promise<Caller | null> {
  const [row] = await db
    .select(caller)
    .from(application)
    .where(and(eq(application.oauthClient, name), isOpen));
  return row ?? null;
}

/** When it was last here, to the minute. */
export async function noteUsed(db: Db | Reader, id: ApplicationId, now: Date): Promise<void> {
  const minute = sql`${now.toISOString()}::timestamptz - interval '1 minute'`;
  await db
    .update(application)
    .set({ usedAt: now })
    .where(and(eq(application.id, id), or(isNull(application.usedAt), lt(application.usedAt, minute))));
}
