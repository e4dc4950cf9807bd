import { setTimeout as sleep } from "node:timers/promises";
import WebSocket from "ws";
import { beatEveryMs, finalCodes, protocol, type ServerMessage, waitBefore } from "../app/session/protocol.ts";
import type { Audience, Views } from "../app/session/view.ts";
import type { Browser, Site } from "./browser.ts";

export interface Line<A extends Audience> {
  /** the last that was told; null before the first */
  readonly view: Views[A] | null;
  /** Resolves with the first view for which this holds, also the one at hand. */
  until(holds: (view: Views[A]) => boolean): Promise<Views[A]>;
  hangUp(): void;
}

/** The socket of one screen: says who it is, that it is still there, and connects again when it falls away. */
export function openLine<A extends Audience>(site: Site, browser: Browser, session: string, as: A): Line<A> {
  const { signal } = site;
  let view: Views[A] | null = null;
  let over = false;
  let socket: WebSocket | null = null;
  const waiting = new Set<{
    holds: (view: Views[A]) => boolean;
    resolve: (view: Views[A]) => void;
    reject: (why: unknown) => void;
  }>();
  const end = (why: unknown) => {
    over = true;
    socket?.close();
    for (const { reject } of waiting) reject(why);
    waiting.clear();
  };
  signal.addEventListener("abort", () => end(signal.reason), { once: true });
  void hold();

  async function hold(): Promise<void> {
    for (let attempt = 0; !over; attempt++) {
      const code = await connect(() => {
        attempt = 0;
      });
      if (over) return;
      if (finalCodes.includes(code)) return end(new Error(`the socket of ${as} was refused (${code})`));
      await sleep(waitBefore(attempt, Math.random()), undefined, { signal }).catch(() => {});
    }
  }

  /** @returns the code with which it closed */
  function connect(heard: () => void): Promise<number> {
    return new Promise((resolve) => {
      const ws = new WebSocket(`${site.origin.replace(/^http/, "ws")}/live`, {
        origin: site.origin,
        headers: { cookie: browser.cookies },
        perMessageDeflate: false,
      });
      socket = ws;
      const send = (message: object) => ws.readyState === ws.OPEN && ws.send(JSON.stringify(message));
      const beat = setInterval(() => send({ type: "beat", sentAt: Date.now() }), beatEveryMs);
      ws.on("open", () => send({ type: "hello", protocol, session, as }));
      ws.on("message", (data) => {
        heard();
        const message = JSON.parse(String(data)) as ServerMessage; // the server's own
        if (message.type === "view") see(message.view as Views[A]); // asked for as this audience
      });
      ws.on("error", () => {});
      ws.on("close", (code) => {
        clearInterval(beat);
        resolve(code);
      });
    });
  }

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
