import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");

export interface Server {
  readonly origin: string;
  /** path of the one-time link for the first organiser */
  readonly claim: string;
  /** resolves when it ended by itself */
  readonly gone: Promise<void>;
  said(): string;
  /** ends it, and removes what it kept */
  stop(): Promise<void>;
}

/** A Klankbord of its own: started as `npm start` does, on a temporary directory and a free port. */
export async function startServer(wanted: number | null, say: (line: string) => void, signal: AbortSignal): Promise<Server> {
  const port = wanted ?? (await freePort());
  const origin = `http://localhost:${port}`;
  const dataDir = mkdtempSync(path.join(tmpdir(), "klankbord-demo-"));
  const { DATABASE_URL: _, SMTP_URL: __, TRUST_PROXY: ___, ...rest } = process.env;
  const child = spawn(process.execPath, [path.join(root, "scripts/start.mjs")], {
    env: { ...rest, NODE_ENV: "production", HOST: "127.0.0.1", PORT: String(port), ORIGIN: origin, DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "pipe"],
    // A Ctrl-C in the terminal reaches the demo alone, which then ends this in its own order.
    detached: true,
  });
  let said = "";
  let ended = false;
  const gone = new Promise<void>((resolve) =>
    child.once("close", () => {
      ended = true;
      resolve();
    }),
  );
  async function stop(): Promise<void> {
    if (!ended) {
      child.kill("SIGTERM");
      const hard = setTimeout(() => child.kill("SIGKILL"), 25_000);
      await gone;
      clearTimeout(hard);
    }
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
  const claim = await new Promise<string>((resolve, reject) => {
    child.once("error", reject);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    gone.then(() => reject(new Error(said.trim() || "Klankbord start niet.")));
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        said = (said + text).slice(-20_000);
        if (text.includes("wordt gebouwd")) say("Klankbord wordt eerst gebouwd (eenmalig, tot een halve minuut)");
        const link = /(\/claim\/\S+)/.exec(said);
        if (link?.[1]) resolve(link[1]);
      });
  }).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { origin, claim, gone, said: () => said, stop };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}
