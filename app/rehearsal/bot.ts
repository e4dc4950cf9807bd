import { random } from "../method/random.ts";
import type { Collectable, StepKind } from "../prepare/run-sheet/step.ts";

type BotKind = "introduction" | "works" | "chafes" | "suggestion" | "need" | "note" | "talk";

/** One thing that a bot does in a step, and when: as a share of the step's time. */
export type BotDeed = { readonly at: number } & (
  | { readonly do: "say"; readonly kind: BotKind; readonly nth: number }
  | { readonly do: "share"; readonly to: "group" | "all" }
  | { readonly do: "vote"; readonly nth: number }
  | {
      readonly do:
        | "recognise"
        | "mark"
        | "mark-theme"
        | "help"
        | "notes"
        | "confirm"
        | "topic"
        | "propose"
        | "ask-floor"
        | "leave-floor"
        | "together"
        | "bring";
    }
);

interface StepOf {
  readonly kind: StepKind;
  readonly collects: readonly Collectable[];
  readonly setting: "plenary" | "alone" | "group";
  readonly mix: string;
}

type Undated = BotDeed extends infer D ? (D extends BotDeed ? Omit<D, "at"> : never) : never;
const again = (n: number, deed: Undated): Undated[] => Array.from({ length: n }, () => deed);

/**
 * What a bot does in a step, in order. It follows from who the bot is and what the step asks, and from nothing else: a server that
 * takes over in mid-step knows what was to be done.
 */
export function deedsOf(step: StepOf, bot: number, insights: number): readonly BotDeed[] {
  const chance = random(`bot ${bot} ${step.kind}`);
  const asks = (what: Collectable) => step.collects.includes(what);
  const say = (kind: BotKind, nth: number): Undated => ({ do: "say", kind, nth });
  const inGroup = step.setting === "group";
  const deeds: Undated[] = [];
  if (step.mix === "theme") deeds.push({ do: "topic" });
  if (step.kind === "introduction") deeds.push(say("introduction", 0));
  if (inGroup) deeds.push({ do: "notes" }, say("talk", 0), { do: "share", to: "group" });
  if (step.kind === "plenary" && bot % 8 === 3) deeds.push({ do: "ask-floor" });
  if (asks("works") && bot % 3 === 0) deeds.push(say("works", 0));
  if (asks("chafes") && bot % 3 === 1) deeds.push(say("chafes", 0));
  if (asks("need")) deeds.push(say("need", 0));
  if (asks("need") && !inGroup && bot % 2 === 0) deeds.push(say("need", 1));
  if (asks("suggestion") && bot % 4 === 2) deeds.push(say("suggestion", 0));
  if (inGroup && asks("need")) deeds.push(...again(2, { do: "recognise" }), ...(bot % 11 === 5 ? [{ do: "help" } as const] : []));
  if (asks("note") && inGroup && bot % 2 === 1) deeds.push(say("note", 0));
  if (inGroup && asks("need")) deeds.push({ do: "together" }, { do: "bring" }, { do: "share", to: "all" }, { do: "confirm" });
  if (asks("ballot")) deeds.push(...Array.from({ length: insights }, (_, nth): Undated => ({ do: "vote", nth })));
  if (asks("ballot") && bot % 6 === 1) deeds.push({ do: "propose" });
  if (asks("mark")) deeds.push(...again(3, { do: "mark" }));
  if (asks("theme-mark")) deeds.push(...again(3, { do: "mark-theme" }));
  if (step.kind === "plenary" && bot % 8 === 3) deeds.push({ do: "leave-floor" });
  // Each at a pace of their own, and everybody done a little before the time is over.
  return deeds.map((deed, nth) => ({ ...deed, at: (0.9 * (nth + 0.1 + 0.8 * chance.next())) / deeds.length }) as BotDeed);
}
