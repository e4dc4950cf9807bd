import { setTimeout as sleep } from "node:timers/promises";
import { openLiveKitApi } from "../app/session/video/providers/livekit-api.server.ts";
import { joinToken, permissionFor } from "../app/session/video/providers/livekit-token.server.ts";
import { getLiveKit } from "../scripts/livekit.ts";
import { pair, startLiveKit } from "../tests/livekit.ts";
import { cpuSeconds, residentMb } from "./cpu.ts";
import { type Load, openCrowd, until } from "./media-hall.ts";

const mostTries = 15;
const both = { sound: true, picture: true };

/** The same crowd in rooms of six at a LiveKit of its own; null where there is none. */
export async function loadLiveKit(groups: number, seconds: number): Promise<Load | null> {
  const found = await getLiveKit();
  if ("missing" in found) {
    console.error(`LiveKit is not measured: ${found.missing}.`);
    return null;
  }
  await using server = await startLiveKit(found.program, null);
  const api = openLiveKitApi({ url: server.env.LIVEKIT_URL ?? "", apiUrl: server.apiUrl, ...pair });
  await using crowd = openCrowd();
  const come = new Set<string>();
  crowd.on((message) => message.type === "in" && come.add(message.id));
  for (let n = 0; n < groups * 6; n++) {
    const room = `group ${Math.floor(n / 6)}`;
    const id = `p${n + 1}`;
    if (n % 6 === 0) await api.createRoom(room, 10);
    const token = joinToken(pair, { identity: id, name: id, room, may: permissionFor(both, "group") }, Date.now());
    crowd.order({ type: "enter", id, url: server.env.LIVEKIT_URL ?? "", token });
    await until(() => come.has(id));
  }
  crowd.order({ type: "go", senders: Number.MAX_SAFE_INTEGER });
  // Until everybody hears all others: each is told of them one after another.
  for (let all = false, tries = 0; !all && tries < mostTries; tries++) {
    const before = await crowd.count();
    await sleep(2_000);
    all = (await crowd.count()) - before > 2 * groups * 6 * 5 * 85;
  }
  const [cpuBefore, cameBefore, begun] = [cpuSeconds(server.pid), await crowd.count(), performance.now()];
  await sleep(seconds * 1_000);
  const [cpu, came] = [cpuSeconds(server.pid) - cpuBefore, (await crowd.count()) - cameBefore];
  const took = (performance.now() - begun) / 1_000;
  const memoryMb = residentMb(server.pid);
  const heard = await crowd.end();
  return { sentPerSecond: came / took, cores: cpu / took, microsPerPacket: (cpu / came) * 1e6, heard, memoryMb };
}
