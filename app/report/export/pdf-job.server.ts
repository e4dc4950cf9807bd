import { eq } from "drizzle-orm";
import { dialogue } from "../../dialogue/tables.ts";
import type { Db } from "../../platform/database/change.server.ts";
import type { DialogueId } from "../../platform/ids.ts";
import { findReportPage } from "../publish/page.server.ts";
import { canSetPdf, pdfFile } from "./pdf.server.ts";

export interface Asked {
  readonly dialogueId: DialogueId;
  readonly number: number;
}

/** Sets a version that came out just now, so that its first reader does not wait for it. @param author the name of the installation */
export async function setAhead(db: Db, { dialogueId, number }: Asked, author: string): Promise<void> {
  const [of] = canSetPdf() ? await db.select().from(dialogue).where(eq(dialogue.id, dialogueId)) : [];
  const page = of ? await findReportPage(db, of, number) : null;
  if (!page?.publishedAt || page.hash === null) return;
  await pdfFile({ ...page, number, publishedAt: page.publishedAt, hash: page.hash }, "nl", author);
}
