// node tests/held-by-analysis.ts DATABASE_URL DIALOGUE...: analyses each, and prints how long one turn held this thread at the
// most while the last was at work, in ms of its own time: what others do on the machine is not in it.
import { setTimeout as sleep } from "node:timers/promises";
import type { DialogueId } from "../app/platform/ids.ts";
import { openAnalyst } from "../app/session/analysis/analyst.server.ts";

const [connectionString = "", ...dialogues] = process.argv.slice(2) as [string, ...DialogueId[]];
const analyst = openAnalyst({ connectionString });
const last = dialogues.pop();
for (const one of dialogues) await analyst.update(one);

let most = 0;
let going = true;
const update = analyst.update(last as DialogueId).finally(() => {
  going = false;
});
while (going) {
  const before = process.threadCpuUsage();
  await sleep(1);
  const { user, system } = process.threadCpuUsage(before);
  most = Math.max(most, (user + system) / 1000);
}
process.stdout.write(JSON.stringify({ ...(await update), most }));
await analyst.close();
