import { random } from "../method/random.ts";
import type { Services } from "../platform/services.server.ts";
import { openIn, optionsIn } from "../themes/naming/naming.server.ts";
import { type Bot, idFrom, sendAs } from "./bots.server.ts";
import type { Rehearsal } from "./make.server.ts";
import { botWords } from "./messages/rehearsal-bots.ts";

/** One in so many proposes a name; all choose one. */
const oneIn = 6;

/** While the facilitator has a theme named, some propose a name and each chooses one. */
export async function nameTheme(
  services: Pick<Services, "db" | "pool">,
  found: Rehearsal,
  bots: readonly Bot[],
  did: Set<string>,
): Promise<void> {
  const [naming] = await openIn(services.db, found.session.id);
  if (!naming || naming.state === "closed") return;
  const words = botWords[found.dialogue.rehearsal.locale].themeName;
  const options = await optionsIn(services.db, naming);
  for (const bot of bots) {
    const key = `${naming.id} ${naming.state} ${bot.n}`;
    if (did.has(key) || (naming.state === "proposing" && bot.n % oneIn !== 1)) continue;
    did.add(key);
    if (naming.state === "proposing") {
      const text = words[Math.floor(bot.n / oneIn) % words.length] ?? "";
      const fields = { id: idFrom([naming.id, bot.personId]), naming: naming.id, text };
      await sendAs(services, found, bot, { name: "propose-name", fields });
      continue;
    }
    const option = random(`bot ${bot.n} ${naming.id}`).pick(options)?.key ?? "present";
    await sendAs(services, found, bot, { name: "choose-name", fields: { naming: naming.id, option } });
  }
}
