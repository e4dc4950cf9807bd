import type { Same } from "./locale.ts";
import type { wait as source } from "./wait.nl.ts";

export const wait: Same<typeof source> = { waiting: "One moment please, the connection is away. What you typed stays." };
