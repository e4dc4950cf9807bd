import { data } from "react-router";
import type { dialogue } from "../../dialogue/tables.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import { findReportPage, versionNumber } from "./page.server.ts";
import type { ReportPage } from "./page.ts";

export type PublishedPage = ReportPage & { readonly number: number; readonly publishedAt: Date; readonly hash: string };

/** The version that an address names. @throws an answer of 404 where there is none */
export async function publishedPage(
  db: Reader,
  of: typeof dialogue.$inferSelect | null,
  text: string | undefined,
): Promise<PublishedPage> {
  const number = versionNumber(text);
  const page = of && number !== null ? await findReportPage(db, of, number) : null;
  if (!page || page.number === null || !page.publishedAt || page.hash === null) throw data("missing", { status: 404 });
  return { ...page, number: page.number, publishedAt: page.publishedAt, hash: page.hash };
}

/** A file to keep, by the name of its dialogue and version. */
export const fileAnswer = (
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
  { slug, number }: Pick<PublishedPage, "slug" | "number">,
  ending: string,
): Response =>
  new Response(body, {
    headers: { "content-type": type, "content-disposition": `attachment; filename="verslag-${slug}-${number}.${ending}"` },
  });
