import { describe } from "vitest";
import { oneProcess, threeProcesses } from "./walk-ground.ts";
import { walk } from "./walk-steps.ts";

describe.each([
  ["where upgrades break", oneProcess({ breaksUpgrades: true })],
  ["where answers are kept back too", oneProcess({ breaksUpgrades: true, buffers: true })],
  ["where each line is cut after 30 s", oneProcess({ cutsAfterMs: 30_000 })],
  ["on three processes, two of which are killed", threeProcesses],
] as const)("from call to report, %s", { timeout: 240_000 }, (_, ground) => walk(ground));
