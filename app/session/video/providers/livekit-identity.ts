import type { PersonId } from "../../../platform/ids.ts";
import type { Attendee } from "../client/place.ts";

const team = "team:";

/** How LiveKit knows somebody: by their id; who leads apart, since a person can be both. */
export const identityOf = ({ as, personId }: Attendee): string => (as === "team" ? team + personId : personId);
export const whoIs = (identity: string): Attendee =>
  identity.startsWith(team)
    ? { as: "team", personId: identity.slice(team.length) as PersonId }
    : { as: "participant", personId: identity as PersonId };

/** @returns the session of a room of ours */
export const sessionOf = (room: string): string | null =>
  /^([0-9a-f-]{36}) [0-9a-f-]{36}( [0-9a-f-]{36})?$/.exec(room)?.[1] ?? null;
