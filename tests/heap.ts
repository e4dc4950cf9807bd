import { readFileSync } from "node:fs";
import { WebSocket } from "ws";
import { freePort } from "./klankbord.ts";
import { until } from "./until.ts";

export interface Memory {
  /** What is held after everything that nobody holds was thrown away, in MB. */
  readonly heap: number;
  readonly rss: number;
}

/** With this in the environment of a server, its memory can be looked at. */
export async function openHeap() {
  const port = await freePort();
  return {
    env: { NODE_OPTIONS: `--inspect-port=127.0.0.1:${port}` },
    async measure(pid: number): Promise<Memory> {
      process.kill(pid, "SIGUSR1");
      let url = "";
      await until(async () => {
        const list = await fetch(`http://127.0.0.1:${port}/json/list`).catch(() => null);
        const [found] = ((await list?.json().catch(() => [])) ?? []) as { webSocketDebuggerUrl: string }[];
        url = found?.webSocketDebuggerUrl ?? "";
        return url !== "";
      });
      const socket = new WebSocket(url);
      await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
      const ask = (id: number, method: string) =>
        new Promise<{ usedSize?: number }>((resolve) => {
          const hear = (data: Buffer) => {
            const said = JSON.parse(String(data)) as { id?: number; result?: { usedSize?: number } };
            if (said.id !== id) return;
            socket.off("message", hear);
            resolve(said.result ?? {});
          };
          socket.on("message", hear);
          socket.send(JSON.stringify({ id, method }));
        });
      await ask(1, "HeapProfiler.collectGarbage");
      await ask(2, "HeapProfiler.collectGarbage");
      const { usedSize = 0 } = await ask(3, "Runtime.getHeapUsage");
      socket.close();
      const rss = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
      return { heap: usedSize / 2 ** 20, rss: rss / 1024 };
    },
  };
}
