import type { Attendee, Place } from "../client/place.ts";
import type { MediaAnswer, Told } from "../client/signal.ts";
import type { Passes, Wants } from "../relay/relay-messages.ts";

export type Member = Attendee & { readonly sessionId: string };
type NamesOf = (ids: readonly string[]) => Promise<Told["names"]>;
export type MediaLog = (line: string, about?: Readonly<Record<string, string | number>>) => void;

/** Where everybody of a session belongs now. */
export interface Seating {
  readonly sessionId: string;
  /** what the rooms of the step that is on begin with; null: no step is on */
  readonly rooms: string | null;
  placeOf(who: Attendee): Place | null;
}

/**
 * What carries sound and picture: the relay that comes along, or LiveKit. It decides nothing: where somebody belongs, the tables of the
 * session say. It knows of people only that they are connected, and where.
 */
export interface MediaProvider {
  /** Gets ready, when it is not yet. */
  begin(): void;
  /** Takes the place of a connection that this person had. @returns how the browser connects */
  join(who: Member, place: Place, own: Passes, wants: Wants, names: NamesOf): Promise<MediaAnswer>;
  /** What a browser answers to an offer. */
  answer(who: Member, generation: number, sdp: string): Promise<MediaAnswer>;
  state(who: Member, generation: number, own: Passes, wants: Wants): MediaAnswer;
  /** Waits until there is something that this browser was not told yet. */
  hear(who: Member, generation: number, after: number, names: NamesOf): Promise<MediaAnswer>;
  leave(who: Member, generation: number): MediaAnswer;
  /** Who of a session is connected, or on the way. */
  members(sessionId: string): readonly Member[];
  sessions(): ReadonlySet<string>;
  /** Where somebody is now: nothing of the old room reaches them any more, and nothing of them the old room. */
  move(who: Member, place: Place | null): void;
  drop(who: Member): void;
  /** Ends what nobody may be in any more, and puts out who is where they do not belong. */
  tidy(seating: Seating): Promise<void>;
  close(): Promise<void>;
}
