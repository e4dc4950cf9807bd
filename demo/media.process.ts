// A process of its own, begun by media-bots.ts: its engine would keep the demo alive when it ends.
import { setTimeout as sleep } from "node:timers/promises";
import nd from "node-datachannel";
import { type Bot, type Meeting, meet } from "./media-bot.ts";

nd.initLogger("Fatal", () => {});
process.on("disconnect", () => process.exit(0));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(0));
process.once("message", async ({ at, bots }: { at: Meeting; bots: readonly Bot[] }) => {
  for (const bot of bots) {
    void meet(at, bot);
    // Not all through the door at once.
    await sleep(150);
  }
});
