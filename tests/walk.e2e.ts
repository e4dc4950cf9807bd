import { describe } from "vitest";
import { oneProcess } from "./walk-ground.ts";
import { walk } from "./walk-steps.ts";

describe("from call to report", () => walk(oneProcess()));
