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

interface Told {
  readonly title: string;
  readonly text: (p: { shared: number }) => string;
}
interface FindingWords {
  readonly groups: Pick<Told, "text"> & { readonly title: (p: { n: number }) => string };
  readonly gradient: Told;
  readonly "no-clear-groups": Told;
  readonly "too-few-votes": {
    readonly title: string;
    readonly small: string;
    readonly text: (p: { people: number; statements: number }) => string;
  };
}

/** The finding in one line and one sentence; "no groups" and "by degree" are findings like any other. */
export function sayFinding(
  m: FindingWords,
  { status, groups, shared, needed, people }: FindingFacts,
): { title: string; text: string } {
  if (status === "groups" && groups > 0) return { title: m.groups.title({ n: groups }), text: m.groups.text({ shared }) };
  if (status === "gradient") return { title: m.gradient.title, text: m.gradient.text({ shared }) };
  if (status === "too-few-votes" || people < 5) {
    const few = m["too-few-votes"];
    return { title: few.title, text: people < 5 || !needed ? few.small : few.text(needed) };
  }
  return { title: m["no-clear-groups"].title, text: m["no-clear-groups"].text({ shared }) };
}
