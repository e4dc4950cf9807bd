import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { FromRelay, RelayFigures, ToRelay } from "../app/session/video/relay/relay-messages.ts";
import { cpuSeconds, residentMb } from "./cpu.ts";
import type { Pace } from "./media-bare.ts";
import type { FromCrowd, Heard, ToCrowd } from "./media-crowd.ts";

const root = path.resolve(import.meta.dirname, "..");
const wants = { pinned: null, pictures: true };
const both = { sound: true, picture: true };
const neither = { sound: false, picture: false };

export interface Load {
  /** packets that the relay sent on, each second */
  readonly sentPerSecond: number;
  /** of one core, by the relay alone: 0.5 is half of it */
  readonly cores: number;
  readonly microsPerPacket: number;
  readonly heard: Heard;
  readonly memoryMb: number;
}

/** One relay as an installation has it, and a crowd in a process of its own that sends and hears through it. */
export async function openMediaHall(
  own: { readonly port?: number; readonly mostPeople?: number; readonly bindAddress?: string } = {},
  parts: { readonly program?: string; readonly isElsewhere?: boolean } = {},
) {
  const settings = { bindAddress: "127.0.0.1", publicAddress: null, port: null, mostPeople: 400, door: null, ...own };
  const env = { ...process.env, NODE_ENV: "production" };
  const relay = start(parts.program ?? "app/session/video/relay/relay.process.server.ts", {
    ...env,
    KLANKBORD_RELAY: JSON.stringify(settings),
  });
  const crowd = openCrowd({ isElsewhere: parts.isElsewhere ?? false, address: settings.bindAddress });
  const up = new Set<string>();
  const asked = new Map<number, (figures: RelayFigures) => void>();
  let asks = 0;
  let people = 0;
  let size: "v" | "w" = "w";
  const said: FromRelay[] = [];
  const tell = (message: ToRelay) => relay.send(message);
  const { order } = crowd;

  const ready = new Promise<void>((resolve) => {
    relay.on("message", (message: FromRelay) => {
      if (message.type !== "pong") said.push(message);
      if (message.type === "ready") resolve();
      else if (message.type === "offer" && /^p\d+$/.test(message.id))
        order({ type: "offer", id: message.id, sdp: message.sdp, size });
      else if (message.type === "candidates") order({ type: "candidates", id: message.id, candidates: message.candidates });
      else if (message.type === "state" && message.state === "connected") up.add(message.id);
      else if (message.type === "figures") asked.get(message.n)?.(message.figures);
    });
  });
  crowd.on((message) => message.type === "answer" && tell({ ...message, generation: 1 }));
  await ready;
  const memoryEmptyMb = residentMb(relay.pid ?? 0);

  const figures = (): Promise<RelayFigures> =>
    new Promise((resolve) => {
      asks += 1;
      asked.set(asks, resolve);
      tell({ type: "figures", n: asks });
    });
  async function join(room: string, many: number, speakers: number): Promise<void> {
    for (let n = 0; n < many; n++) {
      people += 1;
      const passes = n < speakers ? both : neither;
      tell({ type: "join", id: `p${people}`, generation: 1, room, may: passes, own: passes, wants, always: [] });
      if (n % 12 === 11) await until(() => up.size >= people - 6);
    }
    await until(() => up.size === people);
  }

  return {
    memoryEmptyMb,
    pid: relay.pid ?? 0,
    /** All that the relay said. */
    said: said as readonly FromRelay[],
    tell,
    figures,
    isUp: () => relay.exitCode === null && relay.signalCode === null,
    /** Of `media-bare.ts` alone. */
    pace: (perSecond: number) => relay.send({ type: "pace", perSecond } satisfies Pace),
    /** One of the crowd, in order of coming from 1, sends these bytes as they are. */
    pass: (person: number, packet: string) => order({ type: "pass", id: `p${person}`, packet }),
    /** One of the crowd sends so much picture besides. */
    flood: (person: number, mbps: number) => order({ type: "flood", id: `p${person}`, mbps }),
    /** Rooms of six in which all send: small pictures, since there are more than four. */
    async addGroups(many: number): Promise<void> {
      size = "w";
      for (let n = 0; n < many; n++) await join(`group ${people}`, 6, 6);
    },
    async addPlenary(audience: number): Promise<void> {
      size = "v";
      await join("plenary", audience + 2, 2);
    },
    begin: (senders = Number.MAX_SAFE_INTEGER) => order({ type: "go", senders }),
    end: crowd.end,
    /** Everybody sends, so long after a moment to get going. */
    async load(seconds: number, senders?: number): Promise<Load> {
      this.begin(senders);
      await sleep(1_500);
      const before = await figures();
      const cpuBefore = cpuSeconds(relay.pid ?? 0);
      const begun = performance.now();
      await sleep(seconds * 1000);
      const after = await figures();
      const cpu = cpuSeconds(relay.pid ?? 0) - cpuBefore;
      const took = (performance.now() - begun) / 1000;
      const memoryMb = residentMb(relay.pid ?? 0);
      const heard = await this.end();
      const sent = after.sent - before.sent;
      return { sentPerSecond: sent / took, cores: cpu / took, microsPerPacket: (cpu / sent) * 1e6, heard, memoryMb };
    },
    async [Symbol.asyncDispose](): Promise<void> {
      await Promise.all([ended(relay), crowd[Symbol.asyncDispose]()]);
    },
  };
}

/**
 * People who are no browsers, in a process of their own.
 * @param isElsewhere it takes only what of the machine nothing else wants, as people on machines of their own
 */
export function openCrowd({ isElsewhere = false, address = "127.0.0.1" } = {}) {
  const own = { KLANKBORD_CROWD_ADDRESS: address, ...(isElsewhere ? { KLANKBORD_CROWD: "elsewhere" } : {}) };
  const child = start("bench/media-crowd.ts", { ...process.env, NODE_ENV: "production", ...own });
  const order = (message: ToCrowd) => child.send(message);
  const on = (hear: (message: FromCrowd) => void) => child.on("message", hear);
  const next = <T extends FromCrowd["type"]>(type: T) =>
    new Promise<FromCrowd & { readonly type: T }>((resolve) => {
      const hear = (message: FromCrowd) => {
        if (message.type !== type) return;
        child.off("message", hear);
        resolve(message as FromCrowd & { readonly type: T });
      };
      child.on("message", hear);
    });
  return {
    ...{ order, on },
    pid: child.pid ?? 0,
    /** Packets that came so far. */
    async count(): Promise<number> {
      const told = next("count");
      order({ type: "count" });
      return (await told).came;
    },
    async end(): Promise<Heard> {
      const heard = next("heard");
      order({ type: "stop" });
      return heard;
    },
    [Symbol.asyncDispose]: () => ended(child),
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
}

const start = (file: string, env: NodeJS.ProcessEnv): ChildProcess =>
  fork(path.join(root, file), [], { env, stdio: ["ignore", "ignore", "inherit", "ipc"], execArgv: [] });

export async function until(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 60_000; !holds(); await sleep(20)) if (Date.now() > end) throw new Error("not everybody came in");
}
