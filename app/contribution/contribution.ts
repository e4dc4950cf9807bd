import type { Outside } from "../dialogue/outside.ts";

export const contributionKinds = [
  "introduction",
  "works",
  "chafes",
  "suggestion",
  "need",
  "note",
  "talk",
  "condition",
  "example",
  "name",
] as const;
export type ContributionKind = (typeof contributionKinds)[number];

/** Whom it is shown to: the writer, the group, everybody in the session. Each includes the one before it. */
const circles = ["private", "group", "all"] as const;
export type Circle = (typeof circles)[number];

export const weights = ["light", "heavy", "very-heavy"] as const;
export type Weight = "" | (typeof weights)[number];

/** How often a need makes itself felt. */
export const frequencies = ["yearly", "monthly", "weekly", "daily"] as const;
export type Frequency = "" | (typeof frequencies)[number];

/** Longest text in code points, as people count. */
export const textLimits = {
  introduction: 300,
  works: 600,
  chafes: 600,
  suggestion: 600,
  need: 600,
  note: 1000,
  talk: 400,
  condition: 400,
  example: 600,
  /** of a theme */
  name: 80,
} as const satisfies Record<ContributionKind, number>;
export const detailLimit = 600;

/** What may be told of a need besides the need itself. */
export const details = ["situation", "forWhom", "tried", "wouldHelp"] as const;
export type Detail = (typeof details)[number];

/** A step as far as it decides what may be written in it. */
export interface Asked {
  readonly kind: string;
  readonly collects: readonly string[];
  readonly setting: "plenary" | "alone" | "group";
}

/** What may be written in a step: a round of introduction asks its question, a check asks for conditions and examples. */
export function kindsFor(step: Asked): readonly ContributionKind[] {
  const kinds: ContributionKind[] = step.kind === "introduction" ? ["introduction"] : [];
  for (const collected of step.collects) {
    if (collected === "ballot") kinds.push("condition", "example");
    else if (collected !== "mark" && collected !== "theme-mark") kinds.push(collected as ContributionKind);
  }
  return kinds;
}

/** What is said in text: at a table, or by who has the floor in the plenary. It stands beside what a step asks for. */
export const mayTalk = ({ kind, setting }: Asked): boolean => setting !== "alone" && kind !== "break";

/** What may be written outside the steps: needs are prepared, and afterwards what was not said yet is added. */
export const kindsOutside: Readonly<Record<Outside, readonly ContributionKind[]>> = {
  before: ["need"],
  after: ["need", "works", "chafes", "suggestion"],
};
/** What is prepared is its writer's until the session; what is added has no group and no plenary left to share it in. */
export const circleOutside: Readonly<Record<Outside, Circle>> = { before: "private", after: "all" };

/** Whom a new contribution is shown to. Alone stays private until its writer shares it; what belongs to an insight is everybody's. */
export function circleFor(kind: ContributionKind, setting: Asked["setting"], inGroup: boolean): Circle {
  if (ofTheCheck(kind)) return "all";
  if (setting === "alone") return "private";
  if (setting === "plenary") return "all";
  return inGroup ? "group" : "private";
}

export const isWider = (to: Circle, than: Circle): boolean => circles.indexOf(to) > circles.indexOf(than);

/** Words that belong to an insight rather than to a step: they may be given as long as the check is open. */
export const ofTheCheck = (kind: ContributionKind): boolean => kind === "condition" || kind === "example";

const notBacked: readonly ContributionKind[] = ["note", "talk", "introduction", "name"];
/** What others can recognise as theirs too. A note and a line of talk tell what was said, an introduction who somebody is, a name is chosen. */
export const canBeBacked = (kind: ContributionKind): boolean => !notBacked.includes(kind);
