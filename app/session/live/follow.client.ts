import { type Sample, sampled } from "../clock/clock.ts";
import type { TalkPart, ToldTalk } from "../talk/said.ts";
import { type Heard, hear, viewOf } from "./parts.ts";
import { finalCodes, goneAfterMs, protocol, type ServerMessage, waitBefore } from "./protocol.ts";
import type { Audience, LiveStart, Views } from "./view.ts";
import { type Kind, kinds, open, type Way, type World } from "./ways.client.ts";

export interface Follows<A extends Audience> {
  view(view: Views[A]): void;
  connected(state: "live" | "lost"): void;
  /** The door says no: the page itself finds out why, and says so. */
  refused(code: number): void;
  /** by how much the server's clock is ahead, in ms */
  offset(ms: number): void;
  /** What is being said now. */
  talk?(part: TalkPart): void;
  /** Every message as it came; for who counts. */
  message?(message: ServerMessage<A>, kind: Kind): void;
}
export interface Following {
  /** A laptop that slept, a network that came back: do not wait for the line to find out. */
  wake(): void;
  stop(): void;
}
export interface FollowOptions {
  /** Nothing heard for this long on a way that is new: the next is tried. */
  readonly firstWithinMs: number;
  readonly goneAfterMs: number;
  /** A line that is back this soon was never away, as far as a screen says. */
  readonly lostAfterMs: number;
  /** How long after taking a lesser way the best is tried again, beside it. */
  readonly lookUpMs: number;
  readonly waitBefore: (attempt: number) => number;
}
const usual: FollowOptions = {
  firstWithinMs: 5_000,
  goneAfterMs,
  lostAfterMs: 3_000,
  lookUpMs: 180_000,
  waitBefore: (attempt) => waitBefore(attempt, Math.random()),
};
/** A way that worked is tried this often before it is left for the next. */
const mostFails = 2;

/**
 * Follows a session by the best way that this network lets through [LP9]. A way on which nothing comes is left for the next; one that
 * falls away is taken up again from what is held.
 */
export function follow<A extends Audience>(
  at: Pick<LiveStart<A>, "session" | "as">,
  world: World,
  follows: Follows<A>,
  options: Partial<FollowOptions> = {},
): Following {
  const set = { ...usual, ...options };
  let over = false;
  let held: Heard<A> | null = null;
  let kind: Kind = "socket";
  let way: Way | null = null;
  let talked: (ToldTalk & { readonly epoch: string }) | null = null;
  let heardAt = 0;
  let answeredAt = 0;
  let attempt = 0;
  let fails = 0;
  let samples: readonly Sample[] = [];
  const worked = new Set<Kind>();
  let retry: ReturnType<typeof setTimeout> | undefined;
  let first: ReturnType<typeof setTimeout> | undefined;
  let lost: ReturnType<typeof setTimeout> | undefined;
  let higher: Way | null = null;

  const hello = () => ({
    type: "hello" as const,
    protocol,
    ...at,
    have: held ? { epoch: held.epoch, seq: held.seq, talk: talked?.epoch === held.epoch ? talked : undefined } : undefined,
  });

  function connect(): void {
    if (over || way) return;
    clearTimeout(retry);
    const mine = kind;
    let heard = false;
    heardAt = Date.now();
    answeredAt = heardAt;
    way = open(mine, world, hello, {
      heard(message) {
        if (!heard) {
          heard = true;
          attempt = 0;
          fails = 0;
          worked.add(mine);
          isLive();
        }
        take(message, mine);
      },
      closed: (code) => fell(code, heard),
    });
    first = setTimeout(() => !heard && leave(), set.firstWithinMs);
  }

  function isLive(): void {
    clearTimeout(first);
    clearTimeout(lost);
    lost = undefined;
    follows.connected("live");
  }

  function take(message: ServerMessage, by: Kind): void {
    const now = Date.now();
    // A beat by post says nothing of the stream.
    if (message.type !== "beat" || by !== "stream") heardAt = now;
    follows.message?.(message as ServerMessage<A>, by); // asked for as this audience
    if (message.type === "beat") {
      answeredAt = now;
      const next = sampled(samples, { sentAt: message.sentAt, serverAt: message.now, receivedAt: now });
      samples = next.samples;
      follows.offset(next.offset);
    }
    if (message.type === "talk") {
      const { n, place } = message.part;
      talked = { epoch: message.epoch, n, place };
      follows.talk?.(message.part);
    }
    if (message.type !== "view") return;
    const next = hear(held, message as Parameters<typeof hear<A>>[1]);
    if (next === "torn") {
      held = null;
      way?.close();
      fell(0, true);
      return;
    }
    if (next === held) return;
    held = next;
    const view = viewOf(next);
    if (view) follows.view(view);
  }

  /** @param heard whether something came by it before it fell */
  function fell(code: number, heard: boolean): void {
    if (over) return;
    way = null;
    clearTimeout(first);
    if (finalCodes.includes(code)) {
      stop();
      follows.connected("lost");
      follows.refused(code);
      return;
    }
    lost ??= setTimeout(() => follows.connected("lost"), set.lostAfterMs);
    if (!heard) fails += 1;
    const stays = heard || (worked.has(kind) && fails < mostFails);
    if (!stays) kind = kinds[(kinds.indexOf(kind) + 1) % kinds.length] ?? "socket";
    // The next way is tried at once; when none works, everybody waits.
    const waits = stays || kind === "socket";
    if (waits) attempt += 1;
    retry = setTimeout(connect, waits ? set.waitBefore(attempt) : 0);
  }

  function leave(): void {
    way?.close();
    if (way) fell(0, false);
  }

  /** Beside a lesser way that works: once the best lets something through, it takes over. */
  function lookUp(): void {
    if (over || kind === "socket" || !way || higher) return;
    const give = setTimeout(() => end(), set.firstWithinMs);
    const end = () => {
      clearTimeout(give);
      higher?.close();
      higher = null;
    };
    higher = open("socket", world, hello, {
      heard() {
        end();
        kind = "socket";
        way?.close();
        way = null;
        connect();
      },
      closed: end,
    });
  }

  const watch = setInterval(
    () => {
      // A network that went away without a word: the browser would find out much later. And a line that only hears: to the server this
      // person is gone; twice as long, since a server that is busy is not helped by everybody coming in anew.
      const now = Date.now();
      if (way && (now - heardAt > set.goneAfterMs || now - answeredAt > 2 * set.goneAfterMs)) {
        way.close();
        fell(0, kind !== "stream");
      }
    },
    Math.min(1_000, set.goneAfterMs),
  );
  const up = setInterval(lookUp, set.lookUpMs);

  function stop(): void {
    over = true;
    for (const timer of [retry, first, lost]) clearTimeout(timer);
    clearInterval(watch);
    clearInterval(up);
    higher?.close();
    way?.close();
    way = null;
  }

  connect();
  return {
    wake() {
      if (way) way.beat();
      else connect();
    },
    stop,
  };
}
