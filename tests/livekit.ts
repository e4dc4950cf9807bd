import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "./klankbord.ts";
import { until } from "./until.ts";

export const pair = { key: "klankbord", secret: "a-secret-that-only-tests-know-of" };

export interface LiveKitServer {
  readonly pid: number;
  /** what Klankbord is told of it */
  readonly env: Readonly<Record<string, string>>;
  readonly apiUrl: string;
  said(): string;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * A LiveKit of its own, on loopback only, as docs/media.md has it set.
 * @param hookPort the Klankbord that it tells who comes in; null: it tells nobody
 * @param mediaPort where sound and picture come by UDP; else one that is free
 * @param mayPause on a weak line pictures wait, as docs/media.md has it; a machine that is busy looks like one
 */
export async function startLiveKit(
  program: string,
  hookPort: number | null,
  { mediaPort, mayPause = false }: { readonly mediaPort?: number; readonly mayPause?: boolean } = {},
): Promise<LiveKitServer> {
  const dir = mkdtempSync(path.join(tmpdir(), "klankbord-livekit-"));
  const [port, tcpPort, udpPort] = [await freePort(), await freePort(), mediaPort ?? (await freePort())];
  const config = path.join(dir, "livekit.yaml");
  writeFileSync(
    config,
    [
      `port: ${port}`,
      "bind_addresses: ['127.0.0.1']",
      "rtc:",
      `  tcp_port: ${tcpPort}`,
      `  udp_port: ${udpPort}`,
      "  use_external_ip: false",
      "  enable_loopback_candidate: true",
      "  interfaces: { includes: [lo] }",
      `  congestion_control: { enabled: true, allow_pause: ${mayPause} }`,
      "room: { auto_create: false, enabled_codecs: [{ mime: audio/opus }, { mime: video/vp8 }] }",
      `keys: { ${pair.key}: ${pair.secret} }`,
      ...(hookPort ? [`webhook: { api_key: ${pair.key}, urls: ['http://127.0.0.1:${hookPort}/media/livekit'] }`] : []),
      "logging: { level: warn }",
    ].join("\n"),
    { mode: 0o600 },
  );
  const child = spawn(program, ["--config", config, "--node-ip", "127.0.0.1"], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  const gone = new Promise((resolve) => child.once("close", resolve));
  const apiUrl = `http://127.0.0.1:${port}`;
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`LiveKit ended: ${said}`);
    return (await fetch(apiUrl).catch(() => null))?.ok ?? false;
  });
  return {
    pid: child.pid ?? 0,
    apiUrl,
    env: { LIVEKIT_URL: `ws://127.0.0.1:${port}`, LIVEKIT_KEY: pair.key, LIVEKIT_SECRET: pair.secret },
    said: () => said,
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await gone;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
