import { findingWords } from "../messages/finding.ts";
import { useWords } from "../messages/words.ts";
import type { FindingFacts } from "./finding.ts";

/** The finding in one line and one sentence; "no groups" and "by degree" are findings like any other. */
export function useFinding({ status, groups, shared, needed, people }: FindingFacts): { title: string; text: string } {
  const m = useWords(findingWords);
  if (status === "groups" && groups > 0) return { title: m.groups.title({ n: groups }), text: m.groups.text({ shared }) };
  if (status === "gradient") return { title: m.gradient.title, text: m.gradient.text({ shared }) };
  if (status === "too-few-votes" || people < 5) {
    const few = m["too-few-votes"];
    return { title: few.title, text: people < 5 || !needed ? few.small : few.text(needed) };
  }
  return { title: m["no-clear-groups"].title, text: m["no-clear-groups"].text({ shared }) };
}
