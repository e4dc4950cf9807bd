import { z } from "zod";
import { cleanLine, cleanText, textLength } from "./text.ts";

interface Measure {
  /** Longer is told as "long". */
  readonly max: number;
  /** Empty is told as "missing". */
  readonly required?: boolean;
}

const typed = (clean: (text: string) => string, { max, required = false }: Measure) =>
  z
    .string()
    .default("")
    .transform(clean)
    .refine((text) => !required || text !== "", "missing")
    .refine((text) => textLength(text) <= max, "long");

/** What is typed in a field of one line, as it is kept. */
export const typedLine = (measure: Measure) => typed(cleanLine, measure);
/** The same for a text of several lines. */
export const typedProse = (measure: Measure) => typed(cleanText, measure);
