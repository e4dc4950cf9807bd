import type { Outside } from "../../../dialogue/outside.ts";
import type { SessionState } from "../../planning/session.ts";
import type { RegistrationState } from "../admission/places.ts";
import type { ShownAs } from "../form/registration.ts";

/** One registration as its person sees it. */
export interface MinePlace {
  readonly session: {
    readonly id: string;
    readonly title: string;
    readonly state: SessionState;
    readonly startsAt: Date;
    readonly endsAt: Date;
  };
  /** Its insights may be tested now, whether it is going on or not. */
  readonly checks: boolean;
  /** What can be written outside the session now. */
  readonly writes: Outside | null;
  readonly state: RegistrationState;
  /** The number on the waiting list. */
  readonly line: number | null;
  readonly name: string;
  readonly organisation: string;
  readonly function: string;
  readonly brings: string;
  readonly shownAs: ShownAs;
  readonly field: string;
  readonly shape: number | null;
  readonly party: string;
  readonly area: string;
  readonly hasNeeds: boolean;
  /** The colleague to whom the place is offered. */
  readonly offered: { readonly name: string; readonly mail: string } | null;
  readonly may: { readonly signOff: boolean; readonly offer: boolean; readonly change: boolean };
}
