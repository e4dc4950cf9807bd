// npm run demo: a dialogue that lives, in a temporary directory, on a port of its own. Links on stdout, progress on stderr.
import type { Site } from "./browser.ts";
import { makeLimit } from "./limit.ts";
import { type Options, readOptions, usage } from "./options.ts";
import { makeVoice } from "./say.ts";
import { type Server, startServer } from "./server.ts";
import { tell } from "./story.ts";

const begun = performance.now();
/** More at once would only stand in line at the server. */
const atOnce = 8;

const ending = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => ending.abort());

const read = readOptions(process.argv.slice(2));
if (!read.ok || read.options === "help") {
  console.error(read.ok ? usage : read.line);
  process.exitCode = read.ok ? 0 : 2;
} else process.exitCode = await run(read.options);

async function run(options: Options): Promise<number> {
  const { signal } = ending;
  const voice = makeVoice({ quiet: options.quiet, begun });
  let server: Server | undefined;
  try {
    server = await startServer(options.port, voice.line, signal);
    const { origin, claim, gone, said } = server;
    const fell = gone.then(() => {
      if (!signal.aborted) throw new Error(`Klankbord is gestopt. ${said().trim().split("\n").at(-1) ?? ""}`);
    });
    voice.line(`Klankbord draait op ${origin}`);
    const site: Site = { origin, limit: makeLimit(atOnce), signal };
    await Promise.race([fell, tell(site, claim, options, voice)]);
    voice.ready();
    await Promise.race([fell, new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }))]);
    return 0;
  } catch (error) {
    if (signal.aborted) return 0;
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    ending.abort();
    await server?.stop();
  }
}
