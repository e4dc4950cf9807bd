import type { TestProject } from "vitest/node";
import { getLiveKit } from "../scripts/livekit.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** the program of LiveKit; null: there is none here, and its tests are skipped */
    livekit: string | null;
  }
}

export default async function setup(project: TestProject) {
  const found = await getLiveKit();
  if ("missing" in found) console.error(`The tests with LiveKit are skipped: ${found.missing}.`);
  project.provide("livekit", "missing" in found ? null : found.program);
}
