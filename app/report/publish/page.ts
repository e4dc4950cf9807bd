import type { ContributionId, DissentId, InsightId } from "../../platform/ids.ts";
import type { ReportContent } from "../gather/content.ts";

/** What a participant wrote, as it may be read at this moment. */
export type Quote =
  | {
      readonly status: "there";
      readonly text: string;
      readonly situation: string;
      readonly forWhom: string;
      readonly tried: string;
      readonly weight: "" | "light" | "heavy" | "very-heavy";
      readonly howOften: "" | "yearly" | "monthly" | "weekly" | "daily";
      readonly wouldHelp: string;
      /** Names of the fields that it touches, by its writer. */
      readonly touches: readonly string[];
      /** The number of the need that its writer found to be the same. */
      readonly sameAs: number | null;
      /** Only where five people or more took part for it; never with a condition or example, which tell a verdict. */
      readonly field: { readonly name: string; readonly shape: number } | null;
    }
  | { readonly status: "withdrawn" | "hidden" | "erased" };

/** `because`: why these words came in the place of the former; empty for a first version. */
interface Wording {
  readonly version: number;
  readonly text: string;
  readonly because: string;
}
export type InsightWords = (Wording & { readonly source: string; readonly earlier: readonly Wording[] }) | null;

/** A minority note as it may be read at this moment. */
export interface DissentRead {
  readonly id: DissentId;
  readonly status: "there" | "gone";
  readonly text: string;
  readonly answer: string;
  /** Of those who chose so; also how many others there are is said where that is none. */
  readonly names: readonly string[];
}

/** A version with the words it points at. */
export interface ReportPage {
  readonly slug: string;
  /** In which the dialogue is written, and so most of this. */
  readonly language: "nl" | "en";
  /** null: a draft. */
  readonly number: number | null;
  /** SHA-256 over the content. */
  readonly hash: string | null;
  readonly publishedAt: Date | null;
  readonly content: ReportContent;
  readonly quotes: Readonly<Record<ContributionId, Quote>>;
  readonly insights: Readonly<Record<InsightId, InsightWords>>;
  readonly dissents: readonly DissentRead[];
  /** Who reads it along before it is published: which contributions are theirs. */
  readonly mine?: readonly ContributionId[];
  /** Where all its contributions stand, by number and by list; a draft and a copy have no such place. */
  readonly appendix?: string;
  /** Of a report too long for one page: what can be read, of what its sentences rest on. It holds the words of what it shows. */
  readonly readable?: Readonly<Record<ContributionId, true>>;
  readonly versions: readonly { readonly number: number; readonly publishedAt: Date; readonly changeNote: string }[];
}

/** Whether a contribution can be read at this moment, on this page or in its appendix. */
export const isThere = (page: Pick<ReportPage, "quotes" | "readable">, id: ContributionId): boolean =>
  page.readable?.[id] ?? page.quotes[id]?.status === "there";

export const quoteOf = (page: Pick<ReportPage, "quotes">, id: ContributionId): Quote => page.quotes[id] ?? { status: "erased" };
