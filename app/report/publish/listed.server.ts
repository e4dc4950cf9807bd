import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { dialogue } from "../../dialogue/tables.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import { report } from "../tables.ts";
import type { Listed, Publisher } from "./listing.ts";

/** The newest version of every dialogue that has one, the newest first; of rehearsals none. */
export async function listNewest(db: Reader): Promise<(Listed & { readonly programme: Date | null })[]> {
  return db
    .select({
      slug: dialogue.slug,
      language: dialogue.language,
      title: sql<string>`${report.content}->>'title'`,
      number: report.number,
      publishedAt: report.publishedAt,
      licence: sql<string | null>`${report.content}->>'licence'`,
      programme: dialogue.programmeShownAt,
    })
    .from(report)
    .innerJoin(dialogue, eq(dialogue.id, report.dialogueId))
    .where(
      and(
        isNull(dialogue.rehearsalOf),
        sql`${report.number} = (select max(r.number) from report r where r.dialogue_id = ${report.dialogueId})`,
      ),
    )
    .orderBy(desc(report.publishedAt), desc(dialogue.slug));
}

/** Calls that can be answered. */
export const listOpenCalls = (db: Reader) =>
  db
    .select({ slug: dialogue.slug })
    .from(dialogue)
    .where(and(eq(dialogue.state, "open"), isNull(dialogue.rehearsalOf)))
    .orderBy(desc(dialogue.createdAt));

interface Known {
  readonly environment: { readonly origin: string; readonly siteName: string };
  readonly site: { now(): { readonly site: { readonly organisation: string; readonly contact: string } } };
}
export function publisherOf({ environment, site }: Known): Publisher {
  const { organisation, contact } = site.now().site;
  return { origin: environment.origin, siteName: environment.siteName, organisation, contact };
}
