import { type Followed, follow, transitionsOf } from "../platform/database/transitions.ts";

/** How a contribution stands: shown to its writer, the group or all; or no longer shown. */
export const contributionStates = ["private", "group", "all", "hidden", "withdrawn", "erased"] as const;
export type ContributionState = (typeof contributionStates)[number];

export type ContributionEvent =
  | "share-with-group"
  | "share-with-all"
  | "hide"
  | "show-to-group"
  | "show-to-all"
  | "withdraw"
  | "erase";

/** It never goes back to fewer readers: who regrets it withdraws. What is hidden keeps its circle and comes back to it. */
export const contributionTransitions = transitionsOf<ContributionState, ContributionEvent>({
  private: { "share-with-group": "group", "share-with-all": "all", withdraw: "withdrawn", erase: "erased" },
  group: { "share-with-all": "all", hide: "hidden", withdraw: "withdrawn", erase: "erased" },
  all: { hide: "hidden", withdraw: "withdrawn", erase: "erased" },
  hidden: { "show-to-group": "group", "show-to-all": "all", withdraw: "withdrawn", erase: "erased" },
  withdrawn: { erase: "erased" },
});

export function moveContribution(state: ContributionState, event: ContributionEvent): Followed<ContributionState> {
  return follow(contributionTransitions, state, event);
}

/** The state of a row: its circle counts only while it is visible. */
export function contributionState(row: {
  readonly shared: "private" | "group" | "all";
  readonly state: "visible" | "hidden" | "withdrawn" | "erased";
}): ContributionState {
  return row.state === "visible" ? row.shared : row.state;
}
