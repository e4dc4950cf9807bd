import type { Place } from "../../dialogue/access/context.server.ts";

type Row<K extends "dialogue" | "session" | "registration"> = NonNullable<Place[K]>;

/** As much of a place as a post needs. */
export interface PostPlace {
  readonly dialogue: Pick<Row<"dialogue">, "id"> | null;
  readonly session: Pick<Row<"session">, "id" | "state" | "currentStepId"> | null;
  readonly registration: Pick<Row<"registration">, "personId" | "fieldId" | "partyId"> | null;
  readonly roles: Place["roles"];
}
