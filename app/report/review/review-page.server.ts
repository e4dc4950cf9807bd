import { contribution } from "../../contribution/tables.ts";
import type { dialogue } from "../../dialogue/tables.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { PersonId } from "../../platform/ids.ts";
import { citedIn, referencesOf } from "../gather/content.ts";
import { listRecognisable } from "../gather/recognisable.server.ts";
import { readWords } from "../gather/words.server.ts";
import type { ReportPage } from "../publish/page.ts";
import { listVersions } from "../publish/reports.server.ts";
import { listDissents } from "./dissents.server.ts";
import { findReview, type Review } from "./find-review.server.ts";
import type { DissentView, RemarkView } from "./read-along.ts";
import { listAgreed, listRemarks } from "./remarks.server.ts";
import { type Moment, momentOf } from "./review.ts";

type Gone = "withdrawn" | "hidden" | "private" | "erased";

export interface ReadAlong {
  readonly review: Pick<Review, "id" | "opensAt" | "closesAt" | "copy" | "copiedAt">;
  readonly moment: Moment;
  readonly page: ReportPage;
  readonly remarks: readonly RemarkView[];
  readonly dissents: readonly DissentView[];
  /** Of the reader's own words that this copy points at: which it does not show, and why. */
  readonly gone: Readonly<Record<string, Gone>>;
  /** Numbers of the reader's own words that are quoted and may give them away. */
  readonly recognisable: readonly number[];
  /** Parts that the reader agrees with. */
  readonly agreed: readonly string[];
}

/** The copy that participants read along, with what is said of it; null when there is none, or it does not lie open yet. */
export async function findReadAlong(
  db: Reader,
  of: typeof dialogue.$inferSelect,
  me: PersonId,
  now: Date,
): Promise<ReadAlong | { readonly opensAt: Date } | null> {
  const found = await findReview(db, of.id);
  if (!found) return null;
  const moment = momentOf(found, now);
  if (moment === "planned") return { opensAt: found.opensAt };
  const { content } = found;
  const [words, versions, remarks, dissents, agreed, recognisable] = await Promise.all([
    readWords(db, content),
    listVersions(db, of.id),
    listRemarks(db, found, me),
    listDissents(db, found, me),
    listAgreed(db, found, me),
    listRecognisable(db, of.id, content, me),
  ]);
  const ids = [...referencesOf(content), ...citedIn(content)].map(({ id }) => id);
  const own = await db
    .select({ id: contribution.id, state: contribution.state, shared: contribution.shared })
    .from(contribution)
    .where(matches(contribution, { dialogueId: of.id, personId: me }));
  const all = new Set<string>(ids);
  const { id, opensAt, closesAt, copy, copiedAt } = found;
  return {
    review: { id, opensAt, closesAt, copy, copiedAt },
    moment,
    remarks,
    dissents,
    agreed,
    recognisable,
    gone: Object.fromEntries(
      own.flatMap(({ id, state, shared }) => {
        const why: Gone | null = state !== "visible" ? state : shared === "private" ? "private" : null;
        return why && all.has(id) ? [[id, why]] : [];
      }),
    ),
    page: {
      slug: of.slug,
      language: of.language,
      number: null,
      hash: null,
      publishedAt: null,
      content,
      ...words,
      mine: own.map((one) => one.id).filter((one) => all.has(one)),
      versions: versions.map(({ number, publishedAt, changeNote }) => ({ number, publishedAt, changeNote })),
    },
  };
}
