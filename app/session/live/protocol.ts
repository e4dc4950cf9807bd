import type { SessionId } from "../../platform/ids.ts";
import type { TalkPart, ToldTalk } from "../talk/said.ts";
import type { Audience } from "./view.ts";
import type { Parts } from "./view-parts.ts";

/**
 * The conversation between a screen and the server; docs/live-protocol.md has its rules, by number. A screen says who it is and
 * that it is there; everything it wants to change goes over HTTP.
 */
export const protocol = 3;

export const beatEveryMs = 5_000;
/** Somebody is gone after this long without a beat, not at the first hiccup. */
export const goneAfterMs = 15_000;
export const largestMessage = 1024;

/** What a screen still holds of a line that fell away: it is told what is newer, or all. */
export interface Held {
  readonly epoch: string;
  readonly seq: number;
  /** of what is being said, in the same epoch */
  readonly talk?: ToldTalk | undefined;
}
export interface Hello {
  readonly type: "hello";
  readonly protocol: number;
  readonly session: SessionId;
  readonly as: Audience;
  readonly have?: Held | undefined;
}
interface Beat {
  readonly type: "beat";
  readonly sentAt: number;
}
export type ClientMessage = Hello | Beat;

/** The parts that are newer than what this screen was told before; all of them to begin with. */
export interface ViewMessage<A extends Audience = Audience> extends Partial<Parts<A>> {
  readonly type: "view";
  readonly epoch: string;
  readonly seq: number;
  /** the server's clock, in ms */
  readonly now: number;
  /** with `hall`: the number of the one it replaces. Who holds another was too slow for one between; nothing is missing. */
  readonly after?: number;
}
/** What is being said now: no view, and kept nowhere. Each takes the place of the one before it. */
interface TalkMessage {
  readonly type: "talk";
  readonly epoch: string;
  readonly part: TalkPart;
}
export type ServerMessage<A extends Audience = Audience> =
  | ViewMessage<A>
  | TalkMessage
  /** answers a beat, so that the browser can estimate how its clock differs */
  | { readonly type: "beat"; readonly sentAt: number; readonly now: number }
  /** nothing changed, and the line lives: to who comes back and holds all, and where a beat is not answered on the line itself */
  | { readonly type: "still"; readonly now: number }
  /** what a socket says with its close frame */
  | { readonly type: "bye"; readonly code: number };

export const closeCodes = {
  malformed: { code: 4400, sentence: "This message is not part of the protocol." },
  signIn: { code: 4401, sentence: "Nobody is signed in here: use your link." },
  forbidden: { code: 4403, sentence: "You may not enter this session in this role." },
  missing: { code: 4404, sentence: "There is no such session." },
  silent: { code: 4408, sentence: "Nothing was heard from you for a while." },
  tooSlow: { code: 4413, sentence: "Your line cannot keep up: connect again in a moment." },
  otherProtocol: { code: 4426, sentence: "This page is of another version: load it again." },
  tooMany: { code: 4429, sentence: "You send more messages, or hold more lines, than anybody needs." },
  restart: { code: 1012, sentence: "The server starts again: connect in a moment." },
} as const;
export type CloseReason = keyof typeof closeCodes;

/** After these, connecting again does not help. */
export const finalCodes: readonly number[] = [
  closeCodes.signIn.code,
  closeCodes.forbidden.code,
  closeCodes.missing.code,
  closeCodes.otherProtocol.code,
];

/** A screen that is refused over plain HTTP hears it by the status. */
export const reasonOf: Readonly<Record<number, CloseReason>> = {
  401: "signIn",
  303: "signIn",
  403: "forbidden",
  404: "missing",
  426: "otherProtocol",
  429: "tooMany",
};

/** Full jitter: a hall full of browsers does not come back at one moment. @param chance at least 0, below 1 */
export function waitBefore(attempt: number, chance: number): number {
  return 500 + chance * Math.min(7_500, 1_000 * 2 ** Math.min(attempt, 10));
}
