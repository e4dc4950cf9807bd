import path from "node:path";
import type pg from "pg";
import { openAsker } from "../../platform/database/asking.server.ts";
import type { DialogueId } from "../../platform/ids.ts";
import { projectRoot } from "../../platform/root.server.ts";
import type { Analysed } from "./analyse.server.ts";

declare module "../../platform/services.server.ts" {
  interface Services {
    readonly analyst: Analyst;
  }
}

export interface Analyst {
  /** Analyses anew in the worker, one dialogue after another, when ballots changed. */
  update(dialogueId: DialogueId): Promise<Analysed>;
  close(): Promise<void>;
}

// Node runs the source: a built server has no file of its own for a worker.
const source = path.join(projectRoot, "app/session/analysis/analysis.worker.server.ts");

/** The thread in which this process analyses. */
export function openAnalyst(config: pg.PoolConfig): Analyst {
  const { ask, close } = openAsker<DialogueId>(source, { workerData: config });
  return { update: (dialogueId) => ask<Analysed>(dialogueId), close };
}
