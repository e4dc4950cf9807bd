import type { ContributionKind } from "../../contribution/contribution.ts";
import type { Flag } from "../../contribution/flag.ts";
import type { Finding, FindingKind } from "../../method/guard/finding.ts";

/** Something that waits for a look, as who leads the session sees it. */
export interface Flagged {
  readonly id: string;
  readonly subject: "contribution" | "insight" | "card";
  readonly of: ContributionKind | "insight" | "card";
  readonly number: number | null;
  readonly by: string;
  readonly texts: readonly { readonly text: string; readonly found: readonly Finding[] }[];
  readonly flags: readonly (Flag & { readonly text: string; readonly kinds: readonly FindingKind[] })[];
}
