/**
 * What server and relay say to each other. Nothing here knows which library carries the media: another engine that speaks these
 * words can stand in its place.
 */

/** What of somebody may pass on, or does: sound, picture. */
export interface Passes {
  readonly sound: boolean;
  readonly picture: boolean;
}
export const nothingPasses: Passes = { sound: false, picture: false };

/** Somebody's connection; of one person the one with the highest generation counts. */
export interface Party {
  readonly id: string;
  readonly generation: number;
}

/** What somebody wants of the others. */
export interface Wants {
  /** whose picture is looked at large; null: of everybody alike */
  readonly pinned: string | null;
  /** false: no picture is sent to this person */
  readonly pictures: boolean;
}
/** Who is looked at large whatever is wanted, such as an interpreter. */
export interface Always {
  readonly always: readonly string[];
}

export type ToRelay =
  | { readonly type: "ping"; readonly n: number }
  | (Party &
      Always & {
        readonly type: "join";
        readonly room: string;
        readonly may: Passes;
        readonly own: Passes;
        readonly wants: Wants;
      })
  | (Party & { readonly type: "answer"; readonly sdp: string })
  | (Always & { readonly type: "move"; readonly id: string; readonly room: string | null; readonly may: Passes })
  | (Party & { readonly type: "state"; readonly own: Passes; readonly wants: Wants })
  | { readonly type: "leave"; readonly id: string; readonly generation: number }
  | { readonly type: "figures"; readonly n: number };

/** Who sits in one of a connection's places, and what of them arrives there. */
export interface Placed extends Passes {
  readonly place: number;
  readonly id: string;
  /** their picture is held back, because the line of who looks is too weak for it */
  readonly heldBack: boolean;
}

/** Which of the two sizes of one's own picture somebody looks at. */
export interface Asked {
  readonly large: boolean;
  readonly small: boolean;
}

export interface RelayFigures {
  readonly received: number;
  readonly sent: number;
  readonly resent: number;
  readonly faults: number;
  readonly cpuMicros: number;
  readonly memoryMb: number;
  readonly people: number;
}

export type FromRelay =
  | { readonly type: "ready" }
  | { readonly type: "pong"; readonly n: number }
  | (Party & { readonly type: "offer"; readonly sdp: string })
  | (Party & { readonly type: "candidates"; readonly candidates: readonly string[] })
  | (Party & { readonly type: "room"; readonly room: string | null; readonly placed: readonly Placed[]; readonly asked: Asked })
  | (Party & { readonly type: "state"; readonly state: "connected" | "gone" })
  | (Party & { readonly type: "refused"; readonly why: RefusedWhy })
  /** sends far more than is passed on; said once for each connection */
  | (Party & { readonly type: "flood" })
  | { readonly type: "figures"; readonly n: number; readonly figures: RelayFigures }
  | { readonly type: "cannot"; readonly why: string };
type RefusedWhy = "full" | "unreadable";

/** So many others at most are seen and heard at once: one place for each. */
export const places = 8;
/** Longer than any browser's answer to what the relay offers. */
export const longestSdp = 64 * 1024;
