import { useWords } from "../../language/words.ts";
import { blockWords } from "../write/messages/blocks.ts";
import type { Parts, Place, SectionId } from "./places.ts";

/** What a place of the report is called. */
export function usePlaceName({ themes, insights }: Parts): (place: Place) => string {
  const m = useWords(blockWords).parts;
  return (place) => {
    const theme = themes.find(({ id }) => place === `thema-${id}`);
    if (theme) return m.theme({ name: theme.name });
    const insight = insights.find(({ number }) => place === `inzicht-${number}`);
    if ((place === "nodig" && themes.length > 0) || (place === "praktijk" && insights.length > 0))
      return m.endOf({ part: m[place] });
    return insight ? m.insight({ n: insight.number }) : m[place as SectionId | "begin"];
  };
}
