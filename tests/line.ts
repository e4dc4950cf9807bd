import { WebSocket } from "ws";
import type { SessionId } from "../app/platform/ids.ts";
import { type Following, type FollowOptions, follow } from "../app/session/live/follow.client.ts";
import type { ServerMessage } from "../app/session/live/protocol.ts";
import type { Audience, Views } from "../app/session/live/view.ts";
import type { Kind, World } from "../app/session/live/ways.client.ts";
import type { TalkPart } from "../app/session/talk/said.ts";

/** A browser's ways out, for somebody with this cookie. */
export function worldOf(at: { readonly origin: string; readonly from?: string }, cookie: string): World {
  const origin = at.from ?? at.origin;
  return {
    origin: at.origin,
    fetch: (address, init = {}) => fetch(address, { ...init, headers: { ...init.headers, origin, cookie } }),
    openSocket: (address) =>
      new WebSocket(address, { origin, headers: { cookie }, perMessageDeflate: false }) as unknown as globalThis.WebSocket,
  };
}

export interface Screen<A extends Audience> {
  readonly views: Views[A][];
  readonly messages: ServerMessage<A>[];
  /** what was being said, as it was told */
  readonly talk: TalkPart[];
  readonly states: ("live" | "lost")[];
  /** by which ways something came, in order */
  readonly kinds: Kind[];
  readonly refused: number | null;
  readonly offset: number;
  readonly line: Following;
  until(holds: (view: Views[A]) => boolean): Promise<Views[A]>;
}

interface Remembers<A extends Audience> {
  /** so many views and messages, for who looks on for long */
  readonly remembers?: number;
  readonly looks?: (view: Views[A]) => void;
}

/** A screen that follows a session as a page does, without the page. */
export function openScreen<A extends Audience>(
  at: { readonly session: string; readonly as: A },
  world: World,
  { remembers = Number.POSITIVE_INFINITY, looks: lookAt, ...options }: Partial<FollowOptions> & Remembers<A> = {},
): Screen<A> {
  const views: Views[A][] = [];
  const messages: ServerMessage<A>[] = [];
  const talk: TalkPart[] = [];
  const states: ("live" | "lost")[] = [];
  const kinds: Kind[] = [];
  const looks = new Set<() => void>();
  let refused: number | null = null;
  let offset = 0;
  const line = follow<A>(
    { session: at.session as SessionId, as: at.as },
    world,
    {
      view(view) {
        views.push(view);
        if (views.length > remembers) views.shift();
        lookAt?.(view);
        for (const look of looks) look();
      },
      connected: (state) => states.at(-1) !== state && states.push(state),
      refused(code) {
        refused = code;
      },
      offset(ms) {
        offset = ms;
      },
      talk: (part) => talk.push(part),
      message(message, kind) {
        messages.push(message);
        if (messages.length > remembers) messages.shift();
        if (kinds.at(-1) !== kind) kinds.push(kind);
      },
    },
    options,
  );
  return {
    ...{ views, messages, talk, states, kinds, line },
    get refused() {
      return refused;
    },
    get offset() {
      return offset;
    },
    until: (holds) =>
      new Promise((resolve, reject) => {
        const late = () => reject(new Error(`not seen: ${JSON.stringify(views.at(-1))} ${kinds} ${states} ${refused}`));
        const timer = setTimeout(late, 20_000);
        const look = () => {
          const last = views.at(-1);
          if (!last || !holds(last)) return;
          clearTimeout(timer);
          looks.delete(look);
          resolve(last);
        };
        looks.add(look);
        look();
      }),
  };
}
