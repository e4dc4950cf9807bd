import { z } from "zod";
import type { Place } from "../client/place.ts";
import { whoIs } from "./livekit-identity.ts";
import type { Seating } from "./provider.ts";

// Its calls answer in snake_case, its posts in camelCase.
const permission = z
  .object({
    canSubscribe: z.boolean().optional(),
    can_subscribe: z.boolean().optional(),
    canPublish: z.boolean().optional(),
    can_publish: z.boolean().optional(),
    canPublishSources: z.array(z.string()).optional(),
    can_publish_sources: z.array(z.string()).optional(),
    canPublishData: z.boolean().optional(),
    can_publish_data: z.boolean().optional(),
    hidden: z.boolean().optional(),
  })
  .optional();
export type Told = z.infer<typeof permission>;

export interface Arrival {
  readonly room: string;
  readonly identity: string;
  readonly permission?: Told;
}

const posted = z.object({
  event: z.string(),
  room: z.object({ name: z.string() }).optional(),
  participant: z.object({ identity: z.string(), permission }).optional(),
});

/** @returns who came in where, by what LiveKit posted; null when it tells of something else */
export function arrivalIn(body: string): Arrival | null {
  try {
    const { event, room, participant } = posted.parse(JSON.parse(body));
    return event === "participant_joined" && room && participant
      ? { room: room.name, identity: participant.identity, permission: participant.permission }
      : null;
  } catch {
    return null;
  }
}

/** @returns where somebody is, when it is where they belong */
export function belongs(seating: Seating, room: string, identity: string): Place | null {
  const place = seating.placeOf(whoIs(identity));
  return place?.room === room ? place : null;
}

interface Right {
  readonly canSubscribe: boolean;
  readonly canPublish: boolean;
  readonly canPublishSources: readonly string[];
  readonly hidden: boolean;
}

/** Whether what LiveKit says of somebody is what they may. What it leaves out is no, or nothing. */
export function isPermitted(told: Told, right: Right): boolean {
  const sources = told?.canPublishSources ?? told?.can_publish_sources ?? [];
  return (
    (told?.canPublish ?? told?.can_publish ?? false) === right.canPublish &&
    (told?.canSubscribe ?? told?.can_subscribe ?? false) === right.canSubscribe &&
    !(told?.canPublishData ?? told?.can_publish_data ?? false) &&
    (told?.hidden ?? false) === right.hidden &&
    sources.toSorted().join() === right.canPublishSources.toSorted().join()
  );
}
