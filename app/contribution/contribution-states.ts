import { type Followed, follow, type Transition } from "../platform/database/transitions.ts";

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
export const contributionTransitions: readonly Transition<ContributionState, ContributionEvent>[] = [
  { from: "private", to: "group", event: "share-with-group" },
  { from: "private", to: "all", event: "share-with-all" },
  { from: "group", to: "all", event: "share-with-all" },
  { from: "group", to: "hidden", event: "hide" },
  { from: "all", to: "hidden", event: "hide" },
  { from: "hidden", to: "group", event: "show-to-group" },
  { from: "hidden", to: "all", event: "show-to-all" },
  { from: "private", to: "withdrawn", event: "withdraw" },
  { from: "group", to: "withdrawn", event: "withdraw" },
  { from: "all", to: "withdrawn", event: "withdraw" },
  { from: "hidden", to: "withdrawn", event: "withdraw" },
  { from: "private", to: "erased", event: "erase" },
  { from: "group", to: "erased", event: "erase" },
  { from: "all", to: "erased", event: "erase" },
  { from: "hidden", to: "erased", event: "erase" },
  { from: "withdrawn", to: "erased", event: "erase" },
];

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
