import type { GroupId, PersonId, RegistrationId } from "../../platform/ids.ts";
import type { Attention } from "../attention/attention.ts";
import type { CockpitHall } from "./cockpit-hall.ts";

/** What the parts of the hall look at. */
export interface HallView {
  readonly hall: CockpitHall;
  readonly people: readonly HallPerson[];
  readonly known: ReadonlyMap<PersonId, HallPerson>;
  readonly groups: readonly HallGroup[];
  readonly help: readonly HallHelp[];
  readonly here: ReadonlySet<PersonId>;
  /** by whom it is looked at: of one kind only, or all */
  readonly found: readonly Attention[];
  readonly visits: readonly Visit[];
  readonly now: number;
}
export interface HallPerson {
  readonly personId: PersonId;
  readonly registrationId: RegistrationId;
  /** Empty for who does not lead the session. */
  readonly name: string;
  readonly fieldId: string | null;
  readonly shape: number | null;
  readonly seenAt: number | null;
  readonly came: boolean;
}
export interface HallGroup {
  readonly id: GroupId;
  readonly number: number;
  readonly noteTakerId: PersonId | null;
  /** What the team said to this table, until it is taken away. */
  readonly announcement: string;
  readonly members: readonly PersonId[];
  readonly written: number;
  readonly needs: number;
  readonly lastWrittenAt: number | null;
}
/** Somebody of the team at a table. */
export interface Visit {
  readonly groupId: GroupId;
  readonly personId: PersonId;
  readonly name: string;
}
export interface HallHelp {
  readonly id: string;
  readonly groupId: GroupId | null;
  readonly personId: PersonId;
  readonly name: string;
  readonly reason: string;
  readonly raisedAt: number;
  readonly claimedBy: PersonId | null;
  readonly claimer: string | null;
}

export const byPerson = (people: readonly HallPerson[]): ReadonlyMap<PersonId, HallPerson> =>
  new Map(people.map((one) => [one.personId, one]));

/** How many of these people have not come in yet, and how many are away for a moment. */
export function awayOf(
  people: readonly HallPerson[],
  here: ReadonlySet<PersonId>,
): { readonly never: number; readonly left: number } {
  const away = people.filter(({ personId }) => !here.has(personId));
  const left = away.filter(({ came }) => came).length;
  return { never: away.length - left, left };
}
