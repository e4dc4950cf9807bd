import { blockWords } from "../messages/blocks.ts";
import { useWords } from "../ui/messages/words.ts";
import type { ReportContent } from "./content.ts";
import { firstWords } from "./outline.ts";
import { usePlaceName } from "./place-name.tsx";
import type { Place } from "./places.ts";
import { blockOfPart, type Part } from "./review.ts";

/** What a part that is read along is called: a text by how it begins. */
export function usePartName(content: ReportContent): (part: Part) => string {
  const place = usePlaceName({ themes: [], insights: [] });
  const full = usePlaceName(content);
  const m = useWords(blockWords).parts;
  return (part) => {
    const id = blockOfPart(part);
    if (id === null) return part === "nodig" || part === "praktijk" ? place(part) : full(part as Place);
    const block = content.blocks?.find((one) => one.id === id);
    return block ? `‘${firstWords(block.text)}’` : m.hoe;
  };
}
