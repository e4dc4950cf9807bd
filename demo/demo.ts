import { fillHall, waitingAtFirst } from "./arrivals.ts";
import { Browser } from "./browser.ts";
import { makeLimit } from "./limit.ts";
import { openMailbox } from "./mailbox.ts";
import { type Options, readOptions, usage } from "./options.ts";
import { inviteTeam, openDialogue, prepareDialogue, settle } from "./prepare.ts";
import { makeVoice } from "./say.ts";
import { type Server, startServer } from "./server.ts";

const begun = performance.now();
const read = readOptions(process.argv.slice(2));
if (!read.ok || read.options === "help") {
  console.error(read.ok ? usage : read.line);
  process.exit(read.ok ? 0 : 2);
}

const ending = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => ending.abort());
process.exitCode = await run(read.options);

async function run(options: Options): Promise<number> {
  const voice = makeVoice({ quiet: options.quiet, begun });
  let server: Server | undefined;
  try {
    server = await startServer(options.port, voice.line);
    server.gone.then(() => ending.abort(new Error(`Klankbord is gestopt. ${server?.said().trim().split("\n").at(-1)}`)));
    await live(server, options);
    voice.line("Stop met Ctrl-C.");
    await new Promise((resolve) => ending.signal.addEventListener("abort", resolve, { once: true }));
    return 0;
  } catch (error) {
    if (ending.signal.aborted && !(ending.signal.reason instanceof Error && ending.signal.reason.name !== "AbortError")) return 0;
    ending.abort();
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    await server?.stop();
  }

  async function live(at: Server, { people }: Options): Promise<void> {
    voice.line(`Klankbord draait op ${at.origin}`);
    const site = { origin: at.origin, limit: makeLimit(8), signal: ending.signal };
    const organiser = new Browser(site);
    const prepared = await prepareDialogue(organiser, at.claim, people + 1 - waitingAtFirst);
    const home = `/team/${prepared.slug}`;
    const mailbox = openMailbox(organiser, ending.signal);
    await settle(organiser, home);
    const team = await inviteTeam(organiser, home, mailbox, site);
    await openDialogue(organiser, home);
    voice.line(`Oproep, draaiboek en ${prepared.insights.length} inzichten staan klaar`);
    voice.link("Oproep", `${at.origin}/oproep/${prepared.slug}`);
    const hall = await fillHall(site, { ...prepared, mailbox, count: people }, (done) =>
      voice.count("Aangemeld en bevestigd", done, people),
    );
    voice.link("Deelnemer", at.origin + hall.guestLink);
    void team;
  }
}
