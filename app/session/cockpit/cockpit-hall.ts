import type { FieldId, PersonId, SessionId, StepId } from "../../platform/ids.ts";
import type { Mix, Setting, StepKind } from "../../prepare/run-sheet/step.ts";
import type { TeamView } from "../live/view.ts";
import type { TalkHeard } from "../talk/talk-heard.ts";
import type { LastDeed } from "./take-back.ts";

/** What every page of the cockpit shares. */
export interface CockpitHall {
  readonly live: { readonly view: TeamView; readonly connection: string; readonly talk: TalkHeard; now(): number };
  /** the address of the cockpit; its deeds stand below it */
  readonly home: string;
  readonly steers: boolean;
  readonly me: PersonId | null;
  /** what I did last, as long as it can be taken back */
  readonly last: LastDeed | null;
  readonly steps: readonly CockpitStep[];
  readonly fields: readonly { readonly id: FieldId; readonly name: string; readonly shape: number }[];
  readonly session: {
    readonly id: SessionId;
    readonly title: string;
    readonly startsAt: number;
    readonly endsAt: number;
  };
}

export interface CockpitStep {
  readonly id: StepId;
  readonly kind: StepKind;
  readonly title: string;
  readonly seconds: number;
  readonly leastSeconds: number | null;
  readonly setting: Setting;
  readonly mix: Mix;
  readonly collects: readonly string[];
  readonly question: string;
  readonly instruction: string;
  readonly script: string;
}

/** Whether people are asked to write in a step, so that silence means something. */
export const asksToWrite = (step: Pick<CockpitStep, "kind" | "collects">): boolean =>
  step.kind === "introduction" || step.collects.some((one) => !["ballot", "mark", "theme-mark"].includes(one));

export const stepAt = (hall: Pick<CockpitHall, "steps" | "live">): number =>
  hall.steps.findIndex(({ id }) => id === hall.live.view.stepId);
