import type { DialogueId, SessionId } from "../../platform/ids.ts";
import type { Talk, ToldTalk } from "../talk/said.ts";
import type { Marks } from "./changed.ts";
import type { Ear, Frame, Frames } from "./frames.server.ts";
import type { CloseReason } from "./protocol.ts";
import type { Stand } from "./snapshot.server.ts";

/** The way to one screen, whichever it is. */
export interface Line {
  /** false while what was sent before still stands in line: what it misses now comes with what it hears next */
  isReady(): boolean;
  send(frame: Frame): void;
  /** answers a hello of who holds everything already */
  still(): void;
  end(why: CloseReason): void;
}

export type Listener = Ear & { readonly line: Line; missed: boolean; talked: ToldTalk | null };

export interface Hall {
  readonly epoch: string;
  readonly sessionId: SessionId;
  readonly dialogueId: DialogueId;
  readonly listeners: Set<Listener>;
  readonly frames: Frames;
  readonly talk: Talk;
  changes: Marks;
  /** the last change in the dialogue that was heard of */
  line: number;
  stand: Stand | null;
  usedAt: number;
  /** until the hall was read for the first time */
  opened: Promise<void>;
  reading: Promise<void> | null;
  again: boolean;
  timer: NodeJS.Timeout | null;
  /** when the last tick began, on the clock of `performance.now()` */
  tickedAt: number;
}
