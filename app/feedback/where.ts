import type { ContributionId, InsightId } from "../platform/ids.ts";
import type { Decided } from "../programme/answers/answer.ts";
import { type ReportContent, wordsTested } from "../report/gather/content.ts";
import type { TrailLine } from "./trail.ts";

export type Kind = "introduction" | "works" | "chafes" | "suggestion" | "need" | "note" | "condition" | "example" | "name";

export interface Mine {
  readonly id: ContributionId;
  readonly kind: Kind;
  readonly state: "visible" | "withdrawn" | "hidden" | "erased";
  readonly shared: "private" | "group" | "all";
  readonly hiddenReason: string | null;
  readonly insightId: InsightId | null;
  /** Its theme at this moment, as long as no version says one. */
  readonly themeNow: string | null;
  /** Of a name: the theme that it was proposed for, and whether it has this name now. */
  readonly named: { readonly theme: string; readonly themeId: string; readonly adopted: boolean } | null;
}

/** Between the words and the report: the theme of a need, the insight a condition belongs to. */
export type Between =
  | { readonly kind: "theme"; readonly name: string; readonly id: string | null; readonly needs: number }
  | { readonly kind: "no-theme" }
  | { readonly kind: "stands-alone" }
  | { readonly kind: "insight"; readonly number: number }
  | null;

/** What became of it in the report. */
export type Outcome =
  | { readonly status: "in-report" | "named" | "not-named" }
  | { readonly status: "waits" }
  | { readonly status: "too-late" }
  | { readonly status: "not-chosen" | "introduction" | "private" | "withdrawn" }
  | { readonly status: "hidden"; readonly reason: string };

/** Where a contribution went, as far as the newest version of the report says. */
export function whereIs(mine: Mine, content: ReportContent | null): { readonly between: Between; readonly outcome: Outcome } {
  const stopped = stop(mine);
  if (stopped) return { between: null, outcome: stopped };
  const between = betweenOf(mine, content);
  if (mine.kind === "name") return { between, outcome: { status: mine.named?.adopted ? "named" : "not-named" } };
  if (!content) return { between, outcome: { status: mine.kind === "introduction" ? "introduction" : "waits" } };
  if (isIn(mine, content)) return { between, outcome: { status: "in-report" } };
  if (mine.kind === "introduction" || mine.kind === "note")
    return { between, outcome: { status: mine.kind === "note" ? "not-chosen" : "introduction" } };
  return { between, outcome: { status: "too-late" } };
}

function stop(mine: Mine): Outcome | null {
  if (mine.state === "withdrawn" || mine.state === "erased") return { status: "withdrawn" };
  if (mine.state === "hidden") return { status: "hidden", reason: mine.hiddenReason ?? "" };
  return mine.shared === "private" ? { status: "private" } : null;
}

function betweenOf(mine: Mine, content: ReportContent | null): Between {
  if (mine.kind === "need") {
    const theme = content?.themes.find(({ needs }) => needs.some(({ id }) => id === mine.id));
    if (theme) return { kind: "theme", name: theme.name, id: theme.id, needs: theme.needs.length };
    if (content?.unplaced.some(({ id }) => id === mine.id)) return { kind: "stands-alone" };
    return mine.themeNow === null ? { kind: "no-theme" } : { kind: "theme", name: mine.themeNow, id: null, needs: 0 };
  }
  if (mine.named) {
    const { theme, themeId } = mine.named;
    const there = content?.themes.some(({ id }) => id === themeId);
    return { kind: "theme", name: theme, id: there ? themeId : null, needs: 0 };
  }
  const insight = content?.insights.find(({ id, earlier = [] }) => [{ id }, ...earlier].some((one) => one.id === mine.insightId));
  return insight ? { kind: "insight", number: insight.number } : null;
}

function isIn({ id, kind, insightId }: Mine, content: ReportContent): boolean {
  const has = (list: readonly { readonly id: ContributionId }[]) => list.some((one) => one.id === id);
  switch (kind) {
    case "works":
      return has(content.works);
    case "chafes":
      return has(content.chafes);
    case "suggestion":
      return has(content.suggestions);
    case "need":
      return has(content.unplaced) || content.themes.some(({ needs }) => has(needs));
    case "note":
      return has(content.notes);
    case "condition":
    case "example": {
      const insight = wordsTested(content).find((one) => one.id === insightId);
      return insight !== undefined && (has(insight.conditions) || has(insight.examples));
    }
    case "introduction":
    case "name":
      return false;
  }
}

/** One contribution with its way, as its writer sees it. */
export interface InputView {
  readonly number: number;
  readonly kind: Kind;
  readonly text: string;
  readonly shape: number | null;
  readonly group: number | null;
  /** How many others recognised it. */
  readonly others: number;
  readonly between: Between;
  readonly outcome: Outcome;
  /** How a need came to its theme. */
  readonly trail: readonly TrailLine[];
  /** What was answered to a need that is shared; undefined as long as nobody may read the programme. */
  readonly answer?: Decided | null | undefined;
}

/** An insight somebody proposed for the practice check. */
export interface ProposalView {
  readonly number: number;
  readonly text: string;
  readonly state: "open" | "proposed" | "refused" | "removed" | "replaced";
  readonly reason: string | null;
  readonly inReport: boolean;
}
