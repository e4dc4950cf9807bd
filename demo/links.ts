import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "./browser.ts";
import type { Mailbox } from "./mailbox.ts";
import type { Voice } from "./say.ts";

export interface Door {
  /** as it stands before the link */
  readonly title: string;
  readonly mail: string;
  readonly to: string;
}

const renewMs = 14 * 60_000;

/** One-time links by which whoever looks on comes in as a member of the team; they live a quarter of an hour. */
export async function openDoors(
  doors: readonly Door[],
  at: {
    readonly visitor: Browser;
    readonly mailbox: Mailbox;
    readonly origin: string;
    readonly voice: Voice;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  await printDoors();
  void renew();

  async function printDoors(): Promise<void> {
    for (const { title, mail, to } of doors) {
      const page = await at.visitor.get(`/team/aanmelden?naar=${encodeURIComponent(to)}`);
      await at.visitor.send(page, { has: ["mail"] }, { mail });
      at.voice.link(title, at.origin + (await at.mailbox.link(mail, "/team/aanmelden/", { fresh: true })));
    }
  }

  async function renew(): Promise<void> {
    for (;;) {
      try {
        await sleep(renewMs, undefined, { signal: at.signal });
        at.voice.line("Nieuwe links voor het team (de vorige zijn verlopen):");
        await printDoors();
      } catch {
        if (at.signal.aborted) return;
      }
    }
  }
}
