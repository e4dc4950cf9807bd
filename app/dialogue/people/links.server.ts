import { and, gt, isNull, or, sql } from "drizzle-orm";
import type { Reader, Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { DialogueId, PersonId } from "../../platform/ids.ts";
import { hashOf, makeToken } from "../../platform/secret.server.ts";
import { link } from "./tables.ts";

export type LinkKind = (typeof link.$inferInsert)["kind"];
export interface LinkAbout {
  readonly personId?: PersonId;
  readonly dialogueId?: DialogueId;
  readonly subjectId?: string;
  /** Absent: until it is ended. */
  readonly minutes?: number;
}
export type Link = typeof link.$inferSelect;

/** Mints a link. @returns the secret, which is kept nowhere: it goes into one mail, or on one screen */
export async function mintLink(tx: Tx, kind: LinkKind, about: LinkAbout): Promise<string> {
  const token = makeToken();
  await keepLink(tx, kind, token, about);
  return token;
}

/** Keeps a link whose secret was made by who hands it out; it is as hard to guess as those above. */
export async function keepLink(tx: Tx, kind: LinkKind, token: string, about: LinkAbout): Promise<void> {
  await tx.insert(link).values({
    tokenHash: hashOf(token),
    kind,
    personId: about.personId ?? null,
    dialogueId: about.dialogueId ?? null,
    subjectId: about.subjectId ?? null,
    expiresAt: about.minutes === undefined ? null : sql`now() + make_interval(mins => ${about.minutes})`,
  });
}

const living = (kind: LinkKind, token: string) =>
  and(
    matches(link, { tokenHash: hashOf(token), kind }),
    isNull(link.endedAt),
    or(isNull(link.expiresAt), gt(link.expiresAt, sql`now()`)),
  );

/** Looks without using: a GET only shows a button, since mail scanners open links. */
export async function findLink(db: Reader, kind: LinkKind, token: string): Promise<Link | null> {
  const [row] = await db.select().from(link).where(living(kind, token));
  return row ?? null;
}

/** Uses a link that works once: of a hundred at the same moment one gets it. */
export async function spendLink(tx: Tx, kind: LinkKind, token: string): Promise<Link | null> {
  const [row] = await tx
    .update(link)
    .set({ usedAt: sql`now()` })
    .where(and(living(kind, token), isNull(link.usedAt)))
    .returning();
  return row ?? null;
}
