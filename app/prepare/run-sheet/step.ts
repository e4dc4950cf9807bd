import type { StepId } from "../../platform/ids.ts";
import type { Locale } from "../../platform/time.ts";

export const stepKinds = [
  "welcome",
  "introduction",
  "alone",
  "group",
  "break",
  "practice-check",
  "prioritise",
  "plenary",
  "close",
] as const;
export type StepKind = (typeof stepKinds)[number];

/** What a step asks of people; `mark` is over needs, `theme-mark` over themes; `works` and `chafes` are about the current approach. */
export const collectables = ["works", "chafes", "suggestion", "need", "note", "ballot", "mark", "theme-mark"] as const;
export type Collectable = (typeof collectables)[number];

export const settings = ["plenary", "alone", "group"] as const;
export type Setting = (typeof settings)[number];

/**
 * `new` deals everybody anew, `keep` goes back to the last groups, `double` joins these two by two; `field` and `area` bring people
 * of one field or area together; `theme` lets people choose.
 */
export const mixes = ["none", "new", "keep", "double", "field", "area", "theme"] as const;
export type Mix = (typeof mixes)[number];
/** Those that make groups of their own. */
export const makesGroups = (mix: Mix): boolean => mix !== "none" && mix !== "keep";
/** Those whose groups have the size that the organiser gives. */
export const hasSize = (mix: Mix): boolean => makesGroups(mix) && mix !== "double";

/** Our own words, which exist in both languages; an organiser's words are a plain string. */
export type Words = Readonly<Record<Locale, string>>;

export type StepDraft = {
  readonly kind: StepKind;
  readonly seconds: number;
  /** it is never proposed to make it shorter than this; null: what fits its kind */
  readonly leastSeconds: number | null;
  readonly title: string;
  /** stands large on every screen; empty where nothing is asked */
  readonly question: string;
  readonly instruction: string;
  /** what the facilitator may read aloud */
  readonly script: string;
  readonly collects: readonly Collectable[];
  readonly setting: Setting;
  readonly mix: Mix;
  /** people in a group when dealt anew, else null */
  readonly groupSize: number | null;
  /** what people choose from when the mix is `theme`, else empty */
  readonly topics: readonly string[];
};
export type Step = StepDraft & { readonly id: StepId };

/** What fits a kind; the first setting is the usual one. */
export const kindRules: Record<StepKind, { readonly settings: readonly Setting[]; readonly collects: readonly Collectable[] }> = {
  welcome: { settings: ["plenary"], collects: [] },
  introduction: { settings: ["group", "plenary"], collects: ["note"] },
  alone: { settings: ["alone"], collects: ["works", "chafes", "suggestion", "need"] },
  group: { settings: ["group"], collects: ["works", "chafes", "suggestion", "need", "note"] },
  break: { settings: ["plenary"], collects: [] },
  "practice-check": { settings: ["alone", "group"], collects: ["ballot", "suggestion", "note"] },
  prioritise: { settings: ["alone", "group"], collects: ["mark", "theme-mark"] },
  plenary: { settings: ["plenary"], collects: ["works", "chafes", "suggestion", "need", "note"] },
  close: { settings: ["plenary"], collects: ["suggestion", "note"] },
};

const usual: Record<StepKind, { readonly minutes: number; readonly collects: readonly Collectable[] }> = {
  welcome: { minutes: 10, collects: [] },
  introduction: { minutes: 20, collects: ["note"] },
  alone: { minutes: 7, collects: ["need"] },
  group: { minutes: 20, collects: ["need", "note"] },
  break: { minutes: 10, collects: [] },
  "practice-check": { minutes: 25, collects: ["ballot"] },
  prioritise: { minutes: 10, collects: ["mark"] },
  plenary: { minutes: 10, collects: ["note"] },
  close: { minutes: 5, collects: [] },
};
export const usualGroupSize = 6;

/** How a step of this kind begins; its words are the editor's to fill. */
export function usualShape(
  kind: StepKind,
): Pick<StepDraft, "kind" | "seconds" | "leastSeconds" | "collects" | "setting" | "mix" | "groupSize" | "topics"> {
  const setting = kindRules[kind].settings[0] ?? "plenary";
  const inGroups = setting === "group";
  return {
    kind,
    seconds: usual[kind].minutes * 60,
    leastSeconds: null,
    collects: usual[kind].collects,
    setting,
    mix: inGroups ? "new" : "none",
    groupSize: inGroups ? usualGroupSize : null,
    topics: [],
  };
}
