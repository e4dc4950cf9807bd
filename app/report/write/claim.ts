import { type Inline, type Support, wordsOf } from "../../method/text/prose-inline.ts";
import { readProse, type Sentence, sentencesIn } from "../../method/text/prose-text.ts";
import type { ContributionId } from "../../platform/ids.ts";
import type { Reference, ReportBlock, ReportContent } from "../gather/content.ts";
import { readField } from "./live-field.ts";

/** What stands behind a sentence, as this report has it. */
export interface Ground {
  readonly references: readonly Reference[];
  /** Named, but not to be read any more: withdrawn, hidden, erased, or never there. */
  readonly lost: number;
}

type Readable = (id: ContributionId) => boolean;
type Themes = Pick<ReportContent, "themes">;

export function groundOf(
  support: Support,
  block: Pick<ReportBlock, "cited" | "themes">,
  { themes }: Themes,
  readable: Readable,
): Ground {
  const named = support.numbers.map((number) => block.cited.find((one) => one.number === number));
  const ofThemes = support.themes.map((key) => {
    const id = block.themes.find((one) => one.key === key)?.id;
    return themes.find((one) => one.id === id)?.needs;
  });
  const all = [...named.flatMap((one) => one ?? []), ...ofThemes.flatMap((needs) => needs ?? [])];
  const each = [...new Map(all.map((one) => [one.id, one])).values()];
  const references = each.filter(({ id }) => readable(id));
  const missing = named.filter((one) => !one).length + ofThemes.filter((needs) => !needs).length;
  return { references, lost: missing + each.length - references.length };
}

/** How a sentence stands: it rests on contributions, some of them are gone, all are gone, on nothing, or it states nothing. */
type Standing = "grounded" | "weakened" | "ungrounded" | "states-nothing";

function standingOf(sentence: Sentence, ground: Ground | null): Standing {
  if (sentence.support && !sentence.support.states) return "states-nothing";
  if (!ground || ground.references.length === 0) return "ungrounded";
  return ground.lost > 0 ? "weakened" : "grounded";
}

export interface Weighed {
  readonly words: string;
  readonly standing: Standing;
  /** Contributions that can be read, and that are gone. */
  readonly voices: number;
  readonly lost: number;
  /** A number that was typed where a field could stand. */
  readonly typed: boolean;
  /** Names between braces that are no field. */
  readonly unknown: readonly string[];
}

/** Each sentence of a text with how it stands. */
export function weigh(
  block: Pick<ReportBlock, "text" | "cited" | "themes">,
  content: ReportContent,
  readable: Readable,
): Weighed[] {
  return sentencesIn(readProse(block.text)).map((sentence) => {
    const ground = sentence.support?.states ? groundOf(sentence.support, block, content, readable) : null;
    return {
      words: wordsOf(sentence.parts),
      standing: standingOf(sentence, ground),
      voices: ground?.references.length ?? 0,
      lost: ground?.lost ?? 0,
      typed: sentence.parts.some(hasNumber),
      unknown: sentence.parts.flatMap((part) =>
        part.kind === "field" && readField(part.name, content).status === "unknown" ? part.name : [],
      ),
    };
  });
}

/** How many cells of tables hold a figure that was typed. */
export const typedInTables = (text: string): number =>
  readProse(text)
    .flatMap((piece) => (piece.kind === "table" ? piece.rows.slice(1).flat() : []))
    .filter((cell) =>
      cell.some((part) => hasNumber(part) || (part.kind === "text" && /^\s*\d{1,3}([.,]\d+)?\s?%?\s*$/.test(part.text))),
    ).length;

/** A figure in the words: not a year, a day, or the number of something. */
const hasNumber = (part: Inline): boolean =>
  part.kind !== "field" &&
  part.kind !== "link" &&
  (/(?<![\p{L}\p{N}.,-])\d{1,3}(?:[.,]\d+)?\s?(?:%|procent|mensen|deelnemers|behoeften|bijdragen|keer|van de)/iu.test(
    part.text,
  ) ||
    /(?<!\p{L})er \d{1,3}(?![\p{N}.,:])(?! (?:uur|minuten|dagen|weken|maanden|jaar))/iu.test(part.text));
