import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "..");

export interface Klankbord {
  readonly origin: string;
  readonly port: number;
  readonly dataDir: string;
  readonly pid: number;
  /** all that it said so far */
  said(): string;
  /** of an installation that nobody has claimed */
  claimLink(): string;
  /** @returns the exit code; null when the signal ended it */
  end(signal?: NodeJS.Signals): Promise<number | null>;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface StartOptions {
  readonly dataDir?: string;
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** where the project stands, if not here */
  readonly from?: string;
}

/** The whole Klankbord, started as `npm start` does, on a directory and a port of its own. */
export async function startKlankbord(options: StartOptions = {}): Promise<Klankbord> {
  const port = options.port ?? (await freePort());
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), "klankbord-data-"));
  const running = run({ ...options, port, dataDir });
  await running.ready;
  return {
    origin: `http://localhost:${port}`,
    port,
    dataDir,
    pid: running.child.pid ?? 0,
    said: running.said,
    claimLink: () => /http\S+\/claim\/\S+/.exec(running.said())?.[0] ?? fail(`no claim link in: ${running.said()}`),
    end: (signal = "SIGTERM") => end(running.child, signal),
    async [Symbol.asyncDispose]() {
      await end(running.child, "SIGTERM");
      const found = personalIn(running.said());
      if (found.length > 0) throw new Error(`what is of people stands in the log: ${found.join(", ")}`);
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Addresses and links of people in what a process said. Each test that starts one looks, whatever it is about. */
export const personalIn = (said: string): readonly string[] => [
  ...(said.match(/[\w.+-]+@[\w.-]+\.(example|nl)\b/g) ?? []),
  ...(said.match(/\/(mee|uitnodiging|aanmelden|afmelden|apparaat)\/[\w-]{20,}/g) ?? []),
];

/** A start that should not succeed. @returns what it said, and its exit code */
export async function startInVain(options: StartOptions): Promise<{ said: string; code: number | null }> {
  const running = run({ ...options, port: options.port ?? (await freePort()) });
  const outcome = await Promise.race([running.ready.then(() => "ready"), running.gone]);
  if (outcome === "ready") {
    await end(running.child, "SIGTERM");
    throw new Error("it started after all");
  }
  return { said: running.said(), code: running.child.exitCode };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}

function run(options: StartOptions & { readonly port: number }) {
  const { DATABASE_URL: _, SMTP_URL: __, ...own } = process.env;
  const child = spawn(process.execPath, [path.join(options.from ?? root, "scripts/start.mjs")], {
    cwd: tmpdir(),
    env: {
      ...own,
      NODE_ENV: "production",
      PORT: String(options.port),
      ORIGIN: `http://localhost:${options.port}`,
      ...(options.dataDir ? { DATA_DIR: options.dataDir } : {}),
      ...options.env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  let isReady = () => {};
  const ready = new Promise<void>((resolve, reject) => {
    isReady = resolve;
    child.once("error", reject);
    child.once("close", (code) => reject(new Error(`Klankbord ended (${code}): ${said}`)));
  });
  ready.catch(() => {});
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (said.includes("staat klaar op")) isReady();
    });
  }
  const gone = new Promise<"gone">((resolve) => child.once("close", () => resolve("gone")));
  return { child, ready, gone, said: () => said };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
  child.kill(signal);
  await gone;
  return child.exitCode;
}

function fail(line: string): never {
  throw new Error(line);
}
