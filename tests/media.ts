import { readdirSync, readFileSync } from "node:fs";
import type { MediaAnswer, MediaAsk } from "../app/session/video/client/signal.ts";
import { postForm } from "./visitors.ts";

type Ask = MediaAsk extends infer One ? (One extends MediaAsk ? Omit<One, "as"> : never) : never;

/** Asks about media as a page does. @returns the answer, and its status */
export async function askMedia(
  at: { readonly origin: string; readonly sessionId: string },
  cookie: string,
  ask: Ask | Record<string, unknown>,
  as: "participant" | "team" = "participant",
): Promise<{ readonly status: number; readonly said: MediaAnswer }> {
  const answer = await postForm(`${at.origin}/bijeenkomst/${at.sessionId}/beeld`, cookie, {
    vraag: JSON.stringify({ ...ask, as }),
  });
  const text = await answer.text();
  return { status: answer.status, said: (text.startsWith("{") ? JSON.parse(text) : {}) as MediaAnswer };
}

/** The processes below one, however deep, whose command line holds this. */
function processesBelow(pid: number, holds: string): readonly number[] {
  const parents = new Map<number, number>();
  const all = readdirSync("/proc").flatMap((name) => {
    const id = Number(name);
    try {
      const stat = readFileSync(`/proc/${id}/stat`, "utf8");
      const [state = "Z", parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      if (!id || state === "Z") return [];
      parents.set(id, Number(parent));
      return readFileSync(`/proc/${id}/cmdline`, "utf8").includes(holds) ? [id] : [];
    } catch {
      return [];
    }
  });
  const isBelow = (id: number): boolean => id === pid || (parents.has(id) && id > 1 && isBelow(parents.get(id) ?? 0));
  return all.filter((id) => id !== pid && isBelow(id));
}
export const relaysOf = (pid: number) => processesBelow(pid, "relay.process.server.ts");
