import { createConnection, createServer, type Socket } from "node:net";
import { freePort } from "./klankbord.ts";

/** A way to a PostgreSQL on a socket that takes its time: each question waits. */
export async function openSlowLine(socketPath: string) {
  const line = { ms: 0 };
  const port = await freePort();
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = createConnection(socketPath);
    for (const one of [near, far]) {
      open.add(one);
      one.on("error", () => {});
      one.on("close", () => {
        open.delete(one);
        near.destroy();
        far.destroy();
      });
    }
    // in order, each as late as the line then was
    let last: Promise<unknown> = Promise.resolve();
    near.on("data", (bytes) => {
      const due = new Promise((resolve) => setTimeout(resolve, line.ms));
      last = last.then(() => due).then(() => far.write(bytes));
    });
    far.on("data", (bytes) => near.write(bytes));
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    port,
    line,
    async [Symbol.asyncDispose]() {
      for (const one of open) one.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
