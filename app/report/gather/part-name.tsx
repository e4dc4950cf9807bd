import { useWords } from "../../language/words.ts";
import { usePlaceName } from "../read/place-name.tsx";
import type { Place } from "../read/places.ts";
import { blockOfPart, type Part } from "../review/review.ts";
import { blockWords } from "../write/messages/blocks.ts";
import { firstWords } from "../write/outline.ts";
import type { ReportContent } from "./content.ts";

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
