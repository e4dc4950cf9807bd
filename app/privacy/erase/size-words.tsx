import type { erasing } from "../messages/erasing.nl.ts";

interface Size {
  readonly people: number;
  readonly contributions: number;
  readonly versions: number;
  readonly members: number;
}

/** How much there is to erase, a sentence each; what is not there is not named. */
export const sizeWords = (m: typeof erasing, size: Size): string[] =>
  (["people", "contributions", "versions", "members"] as const)
    .filter((kind) => size[kind] > 0)
    .map((kind) => m[kind]({ n: size[kind] }));
