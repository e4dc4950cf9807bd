import { and, asc, desc, eq, gte, inArray, isNull, lt, sql } from "drizzle-orm";
import type { AuditQuery } from "../../dialogue/audit/audit-query.ts";
import { dialogue, person } from "../../dialogue/tables.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import { audit } from "../../platform/database/tables.ts";
import type { PersonId } from "../../platform/ids.ts";

const linesAPage = 50;

export interface AuditLine {
  readonly key: string;
  readonly at: Date;
  readonly what: string;
  /** "system", "command", "visitor", or the id of a person. */
  readonly actor: { readonly kind: "system" | "command" | "visitor" } | { readonly kind: "person"; readonly name: string | null };
  readonly dialogue: string | null;
  readonly subject: { readonly kind: string; readonly id: string };
}

/** The log holds ids; names are looked up as it is read, so that who was erased is erased here too. */
export async function readAudit(db: Reader, query: AuditQuery): Promise<{ lines: AuditLine[]; more: boolean }> {
  const rows = await db
    .select({
      scope: audit.scope,
      seq: audit.seq,
      at: audit.at,
      actor: audit.actor,
      what: audit.what,
      subjectKind: audit.subjectKind,
      subjectId: audit.subjectId,
      title: dialogue.title,
    })
    .from(audit)
    .leftJoin(dialogue, sql`${dialogue.id} = ${audit.scope}`)
    .where(
      and(
        query.scope ? eq(audit.scope, query.scope) : undefined,
        query.what ? eq(audit.what, query.what) : undefined,
        query.from ? gte(audit.at, query.from) : undefined,
        query.until ? lt(audit.at, query.until) : undefined,
      ),
    )
    .orderBy(desc(audit.at), desc(audit.seq))
    .limit(linesAPage + 1)
    .offset((query.page - 1) * linesAPage);
  const names = await namesOf(
    db,
    rows.map(({ actor }) => personIn(actor)).filter((id) => id !== null),
  );
  const lines = rows.slice(0, linesAPage).map(({ scope, seq, at, actor, what, subjectKind, subjectId, title }): AuditLine => {
    const id = personIn(actor);
    return {
      key: `${scope} ${seq}`,
      at,
      what,
      actor: id
        ? { kind: "person" as const, name: names.get(id) ?? null }
        : { kind: actor === "command" || actor === "visitor" ? actor : ("system" as const) },
      dialogue: title,
      subject: { kind: subjectKind, id: subjectId },
    };
  });
  return { lines, more: rows.length > linesAPage };
}

const personIn = (actor: string): PersonId | null => (actor.startsWith("person:") ? (actor.slice(7) as PersonId) : null);

async function namesOf(db: Reader, ids: readonly PersonId[]): Promise<Map<PersonId, string | null>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: person.id, name: person.name, mail: person.mail, erasedAt: person.erasedAt })
    .from(person)
    .where(inArray(person.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, name, mail, erasedAt }) => [id, erasedAt ? null : name || mail]));
}

/** What the log can be narrowed to. */
export async function auditChoices(db: Reader) {
  const [dialogues, whats] = await Promise.all([
    db
      .select({ id: dialogue.id, title: dialogue.title })
      .from(dialogue)
      .where(isNull(dialogue.rehearsalOf))
      .orderBy(asc(dialogue.title)),
    db.selectDistinct({ what: audit.what }).from(audit).orderBy(asc(audit.what)),
  ]);
  return { dialogues, whats: whats.map(({ what }) => what) };
}

/** How far the log is sealed. @returns null before the first seal */
export async function lastSeal(db: Reader): Promise<{ readonly lines: number; readonly head: string } | null> {
  const { rows } = await db.execute<{ lines: string; head: string }>(sql`
    select (select sum(last - first + 1) from audit_seal) as lines, encode(hash, 'hex') as head
    from audit_seal order by number desc limit 1`);
  return rows[0] ? { lines: Number(rows[0].lines), head: rows[0].head } : null;
}
