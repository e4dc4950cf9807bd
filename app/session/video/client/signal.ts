import { z } from "zod";
import type { Spread } from "../captions/airtime.ts";
import { type Asked, longestSdp, type Placed } from "../relay/relay-messages.ts";
import type { Place } from "./place.ts";

/** What a browser asks about media, by post; and what it is answered. Nothing of it is kept. */

const passes = z.object({ sound: z.boolean(), picture: z.boolean() });
const wants = z.object({ pinned: z.uuid().nullable(), pictures: z.boolean() });
const generation = z.number().int().min(1);
const as = z.enum(["participant", "team"]);

export const mediaAsk = z.discriminatedUnion("do", [
  z.object({ do: z.literal("ticket"), as }),
  z.object({ do: z.literal("join"), as, ticket: z.string().max(1_000), own: passes, wants }),
  z.object({ do: z.literal("answer"), as, generation, sdp: z.string().max(longestSdp) }),
  z.object({
    do: z.literal("hear"),
    as,
    generation,
    after: z.number().int().min(0),
    /** how long one spoke since the last word about it, in ms */
    spoke: z.number().int().min(0).max(60_000).optional(),
  }),
  z.object({ do: z.literal("spread"), as }),
  z.object({ do: z.literal("state"), as, generation, own: passes, wants }),
  z.object({ do: z.literal("leave"), as, generation }),
]);
export type MediaAsk = z.infer<typeof mediaAsk>;

/** Before the name of a room in which somebody tries out their connection, alone: no session has such a name. */
export const testPrefix = "proef ";

/** As an `RTCIceServer` of a browser. */
export interface IceServer {
  readonly urls: readonly string[];
  readonly username?: string;
  readonly credential?: string;
}

/** Who is in the room, as one browser hears of it. */
export interface Told {
  /** counts up with each change for this connection */
  readonly n: number;
  readonly place: Pick<Place, "kind" | "may"> | null;
  readonly placed: readonly Placed[];
  readonly asked: Asked;
  readonly interpreters: readonly { readonly id: string; readonly forYou: boolean }[];
  /** of who has no tile on the page already */
  readonly names: Readonly<Record<string, string>>;
}

/** Why there is no room for somebody now: another tab has it, they meet nobody here, or there is no room left. */
export type NoMedia = "no-room" | "not-yours" | "elsewhere" | "full" | "away" | "unreadable";

export type MediaAnswer =
  | { readonly status: "ticket"; readonly ticket: string; readonly iceServers: readonly IceServer[] }
  | { readonly status: "offer"; readonly generation: number; readonly sdp: string }
  /** of LiveKit: where it is, and what lets one in there */
  | { readonly status: "room"; readonly generation: number; readonly url: string; readonly token: string }
  | { readonly status: "candidates"; readonly candidates: readonly string[] }
  | { readonly status: "told"; readonly told: Told }
  /** by group: whether its talk is spread, and nothing of whom */
  | { readonly status: "spread"; readonly groups: Readonly<Record<string, Spread>> }
  | { readonly status: "same" }
  /** the connection is no more: join again */
  | { readonly status: "again" }
  | { readonly status: "done" }
  | { readonly status: "none"; readonly why: NoMedia };
