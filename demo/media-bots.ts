import { fork } from "node:child_process";
import path from "node:path";
import type { Bot, Meeting } from "./media-bot.ts";

const source = path.resolve(import.meta.dirname, "media.process.ts");

interface Guest {
  readonly browser: { readonly cookies: string };
}

/** Most with a camera, some with sound only, and some who take part in text; and who leads. */
export function botsOf(people: readonly Guest[], leader: Guest["browser"]): readonly Bot[] {
  const guests: Bot[] = people.flatMap(({ browser }, code) =>
    code % 8 === 7 ? [] : [{ cookies: browser.cookies, as: "participant" as const, code, hasCamera: code % 8 !== 5 }],
  );
  return [...guests, { cookies: leader.cookies, as: "team", code: 3, hasCamera: true }];
}

/** People whom one sees and hears in a group, until it is over. */
export function showFaces(at: Meeting, bots: readonly Bot[], signal: AbortSignal): void {
  const child = fork(source, [], { stdio: ["ignore", "ignore", "ignore", "ipc"], execArgv: [] });
  child.on("error", () => {});
  child.send({ at, bots }, () => {});
  child.unref();
  child.channel?.unref();
  signal.addEventListener("abort", () => child.kill("SIGTERM"), { once: true });
}
