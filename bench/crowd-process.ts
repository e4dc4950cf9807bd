import { fork } from "node:child_process";
import path from "node:path";
import type { Command } from "./crowd.ts";

export interface Crowd {
  do<T>(command: Command): Promise<T>;
  [Symbol.asyncDispose](): Promise<void>;
}

export function openCrowd(): Crowd {
  const child = fork(path.join(import.meta.dirname, "crowd.ts"), { execArgv: ["--max-old-space-size=4096"] });
  const gone = new Promise<never>((_, reject) => child.once("exit", () => reject(new Error("the crowd ended"))));
  gone.catch(() => {});
  return {
    do(command) {
      const answer = new Promise<unknown>((resolve) => child.once("message", resolve));
      child.send(command);
      return Promise.race([answer, gone]) as never; // one answer a command
    },
    async [Symbol.asyncDispose]() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await ended;
    },
  };
}
