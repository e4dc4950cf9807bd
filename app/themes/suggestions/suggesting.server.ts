import path from "node:path";
import type pg from "pg";
import { openAsker } from "../../platform/database/asking.server.ts";
import type { ContributionId, DialogueId } from "../../platform/ids.ts";
import { projectRoot } from "../../platform/root.server.ts";
import type { AdvicePage, NameAdvice, NeedAdvice, PlacedByItself, Price } from "./advice.ts";
import type { Question, WorkerData } from "./advice.worker.server.ts";
import type { Known, PackedAdvice, Unchanged } from "./packed-advice.ts";

declare module "../../platform/services.server.ts" {
  interface Services {
    readonly suggesting: Suggesting;
  }
}

/** What the machine suggests to who themes. Everything is computed in a worker, anew when texts or themes changed; nothing is placed. */
export interface Suggesting {
  /**
   * What is advised on all needs, as soon as it can be: decisions teach at once, new texts are taken in a little later when there are
   * very many.
   * @param known what the asker has, which need not come along
   */
  all(dialogueId: DialogueId, known: Known | null): Promise<PackedAdvice | Unchanged>;
  /**
   * The needs in no theme yet, alike ones together, each with its two best suggestions and its near-duplicates.
   * @param count at most 500
   */
  page(dialogueId: DialogueId, from: number, count: number): Promise<AdvicePage>;
  /** The same as `page` for needs asked for, at most 500; those that are placed or may not be read are left out. */
  of(dialogueId: DialogueId, needs: readonly ContributionId[]): Promise<NeedAdvice[]>;
  /** @param threshold 0 to 1 */
  price(dialogueId: DialogueId, threshold: number): Promise<Price>;
  /** What would be placed by itself, at most 500 at a time; none until it was measured how often suggestions are right. */
  above(dialogueId: DialogueId, threshold: number): Promise<PlacedByItself[]>;
  name(dialogueId: DialogueId, needs: readonly ContributionId[]): Promise<NameAdvice>;
  close(): Promise<void>;
}

// Node runs the source: a built server has no file of its own for a worker.
const source = path.join(projectRoot, "app/themes/suggestions/advice.worker.server.ts");

interface Options {
  /** An embedding service that adds to the suggestions, where the installation has one. */
  readonly embeddingsUrl?: string | undefined;
  readonly log?: (line: string) => void;
}

/** The thread in which this process reads and compares texts; begun with the first question, and again after a fault that ended it. */
export function openSuggesting(config: pg.PoolConfig, { embeddingsUrl, log = () => {} }: Options = {}): Suggesting {
  const workerData: WorkerData = { config, embeddingsUrl: embeddingsUrl ?? null };
  const { ask, close } = openAsker<Question>(source, { workerData }, { log, began: () => {} });
  return {
    all: (...args) => ask({ ask: "all", args }),
    page: (...args) => ask({ ask: "page", args }),
    of: (...args) => ask({ ask: "of", args }),
    price: (...args) => ask({ ask: "price", args }),
    above: (...args) => ask({ ask: "above", args }),
    name: (...args) => ask({ ask: "name", args }),
    close,
  };
}
