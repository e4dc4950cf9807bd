import WebSocket from "ws";
import type { SessionId } from "../app/platform/ids.ts";
import { follow } from "../app/session/live/follow.client.ts";
import type { Audience, Views } from "../app/session/live/view.ts";
import type { Browser, Site } from "./browser.ts";

export interface Line<A extends Audience> {
  /** the last that was told; null before the first */
  readonly view: Views[A] | null;
  /** Resolves with the first view for which this holds, also the one at hand. */
  until(holds: (view: Views[A]) => boolean): Promise<Views[A]>;
  hangUp(): void;
}

/** The line of one screen, as a page follows it. */
export function openLine<A extends Audience>(site: Site, browser: Browser, session: string, as: A): Line<A> {
  const { origin, signal } = site;
  let view: Views[A] | null = null;
  let over = false;
  const waiting = new Set<{
    holds: (view: Views[A]) => boolean;
    resolve: (view: Views[A]) => void;
    reject: (why: unknown) => void;
  }>();
  const end = (why: unknown) => {
    over = true;
    line.stop();
    for (const { reject } of waiting) reject(why);
    waiting.clear();
  };
  const world = {
    origin,
    fetch: (address: string, init: RequestInit = {}) =>
      fetch(address, { ...init, headers: { ...init.headers, origin, cookie: browser.cookies } }),
    // As in a browser, for as much as is asked of it.
    openSocket: (address: string) =>
      new WebSocket(address, {
        origin,
        headers: { cookie: browser.cookies },
        perMessageDeflate: false,
      }) as unknown as globalThis.WebSocket,
  };
  const line = follow({ session: session as SessionId, as }, world, {
    view: see,
    connected: () => {},
    refused: (code) => end(new Error(`the line of ${as} was refused (${code})`)),
    offset: () => {},
  });
  signal.addEventListener("abort", () => end(signal.reason), { once: true });

  function see(next: Views[A]): void {
    view = next;
    for (const one of waiting) {
      if (!one.holds(next)) continue;
      waiting.delete(one);
      one.resolve(next);
    }
  }

  return {
    get view() {
      return view;
    },
    until(holds) {
      if (over) return Promise.reject(signal.reason ?? new Error("the line is closed"));
      if (view && holds(view)) return Promise.resolve(view);
      return new Promise((resolve, reject) => waiting.add({ holds, resolve, reject }));
    },
    hangUp: () => end(new Error("hung up")),
  };
}
