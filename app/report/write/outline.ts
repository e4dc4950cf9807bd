import { wordsOf } from "../../method/text/prose-inline.ts";
import { readProse, sentencesIn } from "../../method/text/prose-text.ts";
import type { BlockId } from "../../platform/ids.ts";
import type { ReportContent } from "../gather/content.ts";
import { type Quote, quoteOf } from "../publish/page.ts";
import { type Place, standsAt } from "../read/places.ts";
import { weigh } from "./claim.ts";

/** A text as the outline of the report shows it. */
export interface OutlineText {
  readonly id: BlockId;
  readonly place: Place;
  readonly words: string;
  readonly findings: number;
  readonly open: number;
  readonly weakened: number;
  readonly updatedAt: Date;
  readonly updatedBy: string | null;
}

interface Kept {
  readonly id: BlockId;
  readonly updatedAt: Date;
  readonly updatedBy: string | null;
}

export function outlineOf(content: ReportContent, quotes: Readonly<Record<string, Quote>>, kept: readonly Kept[]): OutlineText[] {
  return (content.blocks ?? []).flatMap((block) => {
    const row = kept.find(({ id }) => id === block.id);
    if (!row) return [];
    const weighed = weigh(block, content, (id) => quoteOf({ quotes }, id).status === "there");
    const count = (standing: string) => weighed.filter((one) => one.standing === standing).length;
    return {
      id: block.id,
      place: standsAt(block.place, content),
      words: firstWords(block.text),
      findings: weighed.length - count("states-nothing"),
      open: count("ungrounded"),
      weakened: count("weakened"),
      updatedAt: row.updatedAt,
      updatedBy: row.updatedBy,
    };
  });
}

/** By its heading, or by how it begins. */
export function firstWords(text: string): string {
  const pieces = readProse(text);
  const heading = pieces.find((piece) => piece.kind === "heading");
  const words = heading
    ? wordsOf(heading.parts)
    : wordsOf(sentencesIn(pieces)[0]?.parts ?? [{ kind: "text", text: text.slice(0, 80) }]);
  return words.length > 80 ? `${words.slice(0, 77).trimEnd()}…` : words;
}
