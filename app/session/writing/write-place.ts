import { type Circle, type ContributionKind, circleFor, circleOutside, kindsOutside } from "../../contribution/contribution.ts";
import type { Outside } from "../../dialogue/outside.ts";
import type { RoomStep } from "../room/room-data.ts";

/** For what something is written: a step, or the time outside all steps. */
export interface WritePlace {
  /** Under which a draft is kept. */
  readonly key: string;
  readonly field: { readonly name: "step" | "moment"; readonly value: string };
  readonly kinds: readonly ContributionKind[];
  circle(kind: ContributionKind): Circle;
}

export const inStep = (step: RoomStep, inGroup: boolean): WritePlace => ({
  key: step.id,
  field: { name: "step", value: step.id },
  kinds: step.kinds,
  circle: (kind) => circleFor(kind, step.setting, inGroup),
});

export const outsideSteps = (moment: Outside): WritePlace => ({
  key: moment,
  field: { name: "moment", value: moment },
  kinds: kindsOutside[moment],
  circle: () => circleOutside[moment],
});
