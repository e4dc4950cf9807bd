import { z } from "zod";
import { typedProse } from "../../platform/typed-text.ts";

/** What an installation tells of itself: two for everybody, two for who asks. */
export const statementKinds = ["privacy", "accessibility", "register", "dpia"] as const;
export type StatementKind = (typeof statementKinds)[number];
/** As they are called in an address. */
export const statementNames = {
  privacy: "privacy",
  accessibility: "toegankelijkheid",
  register: "verwerkingsregister",
  dpia: "dpia",
} as const satisfies Record<StatementKind, string>;
export const kindNamed = (name: string | undefined): StatementKind | null =>
  statementKinds.find((kind) => statementNames[kind] === name) ?? null;

/** A text that the administrator made of what was proposed. */
export interface Kept {
  readonly version: number;
  readonly text: string;
  /** ISO 8601 */
  readonly at: string;
  /** SHA-256 over what was proposed then: to see whether the settings changed since. */
  readonly of: string;
}
export const keptShape: z.ZodType<readonly Kept[]> = z.array(
  z.object({ version: z.int().positive(), text: z.string(), at: z.string(), of: z.string() }),
);

const mostCharacters = 30_000;
export const statementForm = z.discriminatedUnion(
  "doen",
  [
    z.object({
      doen: z.literal("keep"),
      version: z.coerce.number().int().nonnegative(),
      text: typedProse({ max: mostCharacters, required: true }),
    }),
    z.object({ doen: z.literal("follow"), version: z.coerce.number().int().nonnegative() }),
  ],
  { error: "missing" },
);

export type Piece =
  | { readonly kind: "heading" | "subheading" | "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] };

/** Headings with `##` and `###`, lists with `-`, paragraphs between empty lines. Anything else is words: nothing typed is lost. */
export function readStatement(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const block of text.split(/\n\s*\n/)) {
    let lines: string[] = [];
    let items: string[] = [];
    const flush = () => {
      if (lines.length > 0) pieces.push({ kind: "text", text: lines.join("\n") });
      if (items.length > 0) pieces.push({ kind: "list", items });
      lines = [];
      items = [];
    };
    for (const line of block.split("\n").filter((one) => one.trim() !== "")) {
      const heading = /^(#{2,3}) +(.+)$/.exec(line);
      const item = /^- +(.+)$/.exec(line)?.[1];
      if (heading || (item === undefined && items.length > 0) || (item !== undefined && lines.length > 0)) flush();
      if (heading) pieces.push({ kind: heading[1] === "##" ? "heading" : "subheading", text: heading[2] ?? "" });
      else if (item !== undefined) items.push(item);
      else lines.push(line);
    }
    flush();
  }
  return pieces;
}

/** What the texts are made of. */
export interface Facts {
  readonly site: string;
  readonly origin: string;
  readonly organisation: string;
  readonly address: string;
  readonly contact: string;
  readonly privacyContact: string;
  readonly officer: string;
  readonly legalBasis: string;
  readonly legalText: string;
  readonly accessState: "unknown" | "full" | "partial" | "first-steps" | "not";
  readonly accessReport: string;
  readonly days: Readonly<Record<"links" | "devices" | "mail" | "words" | "people", number>>;
  readonly mailOut: boolean;
  readonly ownSignIn: boolean;
  readonly suggestions: boolean;
  readonly media: "embedded" | "livekit" | null;
  /** Whether a language model may propose a sentence of the report. */
  readonly proposals: boolean;
  /** Files stand outside the database. */
  readonly fileStore: boolean;
}
