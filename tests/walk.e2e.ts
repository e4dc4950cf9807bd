import { describe } from "vitest";
import { oneProcess } from "./walk-ground.ts";
import { walk } from "./walk-steps.ts";

describe("from call to report", { timeout: 120_000 }, () => walk(oneProcess()));
