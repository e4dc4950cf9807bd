import { createHash } from "node:crypto";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { contribution } from "../../contribution/tables.ts";
import { mayDialogue } from "../../dialogue/dialogue.ts";
import { shiftDialogue } from "../../dialogue/states.server.ts";
import { dialogue } from "../../dialogue/tables.ts";
import { canonical } from "../../platform/database/canonical.ts";
import { change, type Db, type Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, PersonId } from "../../platform/ids.ts";
import { postAll } from "../../platform/mail/outbox.server.ts";
import { tellOutside } from "../../platform/webhooks/tell.server.ts";
import { ballot, insight } from "../../session/insights/tables.ts";
import { tellInsights } from "../../session/outcomes/telling.server.ts";
import type { ReportContent } from "../gather/content.ts";
import { listContributors } from "../gather/contributors.server.ts";
import { gather } from "../gather/gather.server.ts";
import type { Gathered } from "../gather/gathered.ts";
import { lastLook } from "../review/last-look.server.ts";
import { closeReview } from "../review/reviews.server.ts";
import { report } from "../tables.ts";
import { findDraft } from "../write/drafts.server.ts";

export type Version = typeof report.$inferSelect;

/** A version by its number, or the newest. */
export async function findVersion(db: Reader, dialogueId: DialogueId, number?: number): Promise<Version | null> {
  const [row] = await db
    .select()
    .from(report)
    .where(and(eq(report.dialogueId, dialogueId), number === undefined ? undefined : eq(report.number, number)))
    .orderBy(desc(report.number))
    .limit(1);
  return row ?? null;
}

/** All versions, newest first, without their content. */
export async function listVersions(db: Reader, dialogueId: DialogueId) {
  return db
    .select({ number: report.number, publishedAt: report.publishedAt, changeNote: report.changeNote, hash: report.hash })
    .from(report)
    .where(eq(report.dialogueId, dialogueId))
    .orderBy(desc(report.number));
}

type Dialogue = Pick<typeof dialogue.$inferSelect, "id" | "title" | "source" | "licence">;

/** The report as it would be published at this moment. */
export async function draftReport(db: Reader, of: Dialogue, now: Date): Promise<Gathered> {
  return gather(db, of, await findDraft(db, of.id), await lastLook(db, of.id), now);
}

export type Publication =
  | { readonly status: "published"; readonly number: number }
  /** Somebody published while the form was open. */
  | { readonly status: "meanwhile"; readonly number: number };

/** Freezes the report as a next version and tells everybody who contributed, once per version. */
export async function publishReport(
  db: Db,
  dialogueId: DialogueId,
  by: "command" | { readonly person: PersonId },
  form: { readonly number: number; readonly change: string },
): Promise<Publication> {
  const deed = {
    scope: dialogueId,
    actor: by,
    what: "report.publish",
    subject: { kind: "report", id: `${dialogueId}:${form.number}` },
  };
  return change(db, deed, async (tx, { now }): Promise<Publication> => {
    const [of] = await tx.select().from(dialogue).where(eq(dialogue.id, dialogueId));
    const before = await findVersion(tx, dialogueId);
    const number = (before?.number ?? 0) + 1;
    if (form.number !== number) return { status: "meanwhile", number: before?.number ?? 0 };
    if (!of || !mayDialogue(of.state, "publishReport")) throw new Refused("not-now");
    await tellInsights(tx, dialogueId, now, "breakdown");
    const { content, basis } = await gather(tx, of, await findDraft(tx, dialogueId), await lastLook(tx, dialogueId), now, {
      frozen: true,
    });
    const row = {
      dialogueId,
      number,
      publishedAt: now,
      publishedBy: by === "command" ? null : by.person,
      changeNote: before ? form.change : "",
    };
    await tx.insert(report).values({ ...row, content, basis, hash: hashOf(content) });
    // what is said after this would be about what no longer lies open
    await closeReview(tx, dialogueId, now);
    if (of.state === "harvest") await shiftDialogue(tx, dialogueId, "publish");
    const letter = {
      ...{ kind: "report.published" as const, event: `report:${dialogueId}:${number}`, dialogueId },
      details: { number: String(number) },
    };
    const contributors = await listContributors(tx, dialogueId);
    await postAll(
      tx,
      contributors.map((personId) => ({ ...letter, personId })),
    );
    const told = { kind: "report.published", subject: `${of.slug}/${number}`, data: { versie: number } } as const;
    await tellOutside(tx, dialogueId, [told], now);
    await tx.execute(sql`select graphile_worker.add_job('report-pdf',
      json_build_object('dialogueId', ${dialogueId}::text, 'number', ${number}::int),
      job_key := 'report-pdf:' || ${dialogueId}::text, priority := 10, max_attempts := 3)`);
    return { status: "published", number };
  });
}

export const hashOf = (content: ReportContent): string => createHash("sha256").update(canonical(content)).digest("hex");

/** What there is to report on. */
export async function countReady(
  db: Reader,
  dialogueId: DialogueId,
): Promise<{ needs: number; current: number; insights: number }> {
  const shared = and(matches(contribution, { dialogueId, state: "visible" }), inArray(contribution.shared, ["group", "all"]));
  const of = (...kinds: string[]) => sql<number>`(count(*) filter (where ${inArray(contribution.kind, kinds as never)}))::int`;
  const [words] = await db
    .select({ needs: of("need"), current: of("works", "chafes", "suggestion") })
    .from(contribution)
    .where(shared);
  const [tested] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(insight)
    .where(
      and(
        matches(insight, { dialogueId, state: "open" }),
        sql`exists (select 1 from ${ballot} where ${ballot.insightId} = ${insight.id})`,
      ),
    );
  return { needs: words?.needs ?? 0, current: words?.current ?? 0, insights: tested?.n ?? 0 };
}
