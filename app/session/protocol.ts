import type { SessionId } from "../ids.ts";
import type { Audience, View } from "./view.ts";

/** The conversation over the socket. The browser says who it is and that it is there; everything it wants to change goes over HTTP. */
export const protocol = 1;

export const beatEveryMs = 5_000;
/** Somebody is gone after this long without a beat, not at the first hiccup. */
export const goneAfterMs = 15_000;
export const largestMessage = 1024;

export interface Hello {
  readonly type: "hello";
  readonly protocol: number;
  readonly session: SessionId;
  readonly as: Audience;
}
export interface Beat {
  readonly type: "beat";
  readonly sentAt: number;
}
export type ClientMessage = Hello | Beat;

export type ServerMessage =
  | { readonly type: "view"; readonly view: View }
  /** answers a beat, so that the browser can estimate how its clock differs */
  | { readonly type: "beat"; readonly sentAt: number; readonly now: number };

export const closeCodes = {
  malformed: { code: 4400, sentence: "This message is not part of the protocol." },
  signIn: { code: 4401, sentence: "Nobody is signed in here: use your link." },
  forbidden: { code: 4403, sentence: "You may not enter this session in this role." },
  missing: { code: 4404, sentence: "There is no such session." },
  silent: { code: 4408, sentence: "Nothing was heard from you for a while." },
  tooSlow: { code: 4413, sentence: "Your line cannot keep up: connect again, or poll." },
  otherProtocol: { code: 4426, sentence: "This page is of another version: load it again." },
  tooMany: { code: 4429, sentence: "You send more messages than anybody needs." },
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

/** Full jitter: a hall full of browsers does not come back at one moment. @param chance at least 0, below 1 */
export function waitBefore(attempt: number, chance: number): number {
  return 500 + chance * Math.min(7_500, 500 * 2 ** Math.min(attempt, 10));
}
