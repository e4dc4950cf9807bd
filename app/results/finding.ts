import type { Results } from "./results.ts";

/** What everybody together comes to, as far as its one sentence needs it. */
export interface FindingFacts extends Pick<Results, "status" | "needed" | "people"> {
  readonly groups: number;
  /** How many insights all share, in agreement or rejection. */
  readonly shared: number;
}

export const findingOf = ({ status, needed, people, groups, agreed, rejected }: Results): FindingFacts => ({
  status,
  needed,
  people,
  groups: groups.length,
  shared: agreed.length + rejected.length,
});
