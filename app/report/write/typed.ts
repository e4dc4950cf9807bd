/** What was typed on a part and not kept, with why. */
export interface Typed {
  readonly which: "opmerking" | "standpunt" | "anders";
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly guarded: boolean;
  readonly refused: string | null;
}
