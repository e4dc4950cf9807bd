import type { ReportBasis, ReportContent } from "./content.ts";

export interface Gathered {
  readonly content: ReportContent;
  readonly basis: ReportBasis;
}

export interface Before {
  readonly content: ReportContent;
  readonly basis: ReportBasis;
}
