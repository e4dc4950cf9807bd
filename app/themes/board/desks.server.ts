import path from "node:path";
import type pg from "pg";
import { openAsker } from "../../platform/database/asking.server.ts";
import type { Doorbell } from "../../platform/database/doorbell.server.ts";
import type { ContributionId, DialogueId } from "../../platform/ids.ts";
import { projectRoot } from "../../platform/root.server.ts";
import { within } from "../../platform/within.ts";
import type { Desk, DeskQuery, ListAnswer, ListQuery } from "../desk/desk.ts";
import type { DeskQuestion } from "../desk/desk.worker.server.ts";
import { buffersOf, type Known } from "../suggestions/packed-advice.ts";
import type { Suggesting } from "../suggestions/suggesting.server.ts";

declare module "../../platform/services.server.ts" {
  interface Services {
    readonly desks: Desks;
  }
}

/** The desks of analysts, kept in a worker: what one asks of thousands of needs is answered without holding up anybody else. */
export interface Desks {
  /** Everything the desk shows. It waits a moment for what the machine advises, and is complete without. */
  find(dialogueId: DialogueId, query: DeskQuery): Promise<Desk>;
  list(dialogueId: DialogueId, query: ListQuery): Promise<ListAnswer>;
  /** Ids of all needs in a list, 500 at most. */
  ids(dialogueId: DialogueId, query: ListQuery): Promise<readonly ContributionId[]>;
  stand(dialogueId: DialogueId): Promise<string>;
  /** Hears what the desk is a picture of, now and whenever that changes; @returns how to stop. */
  watch(dialogueId: DialogueId, hear: (stand: string) => void): () => void;
  close(): Promise<void>;
}

// Node runs the source: a built server has no file of its own for a worker.
const source = path.join(projectRoot, "app/themes/desk/desk.worker.server.ts");
const maxYoungGenerationSizeMb = 32;

/** So long a page waits for advice that is on its way; and for the first, which reads all texts. */
const soonMs = 400;
const firstMs = 1_500;
/** Rings of the doorbell within this time are one. */
const togetherMs = 150;
/** After a fault it is tried again, while somebody looks on. */
const failedMs = 5_000;

interface Followed {
  /** What the keeper has. */
  known: Known | null;
  /** Advice that is being made, and whether more is wanted after it. */
  making: Promise<void> | null;
  more: boolean;
  readonly hearers: Set<(stand: string) => void>;
  stand: string | null;
  timer: NodeJS.Timeout | undefined;
  again: NodeJS.Timeout | undefined;
}

export function openDesks(options: {
  readonly config: pg.PoolConfig;
  readonly suggesting: Pick<Suggesting, "all">;
  readonly doorbell: Doorbell;
  readonly log?: (line: string) => void;
}): Desks {
  const { config, suggesting, doorbell, log = () => {} } = options;
  const followed = new Map<DialogueId, Followed>();
  const { ask, close } = openAsker<DeskQuestion>(
    source,
    { workerData: { config }, resourceLimits: { maxYoungGenerationSizeMb } },
    {
      log,
      began() {
        for (const one of followed.values()) one.known = null;
      },
    },
  );

  const following = (dialogueId: DialogueId): Followed => {
    const known = followed.get(dialogueId);
    if (known) return known;
    const made: Followed = {
      known: null,
      making: null,
      more: false,
      hearers: new Set(),
      stand: null,
      timer: undefined,
      again: undefined,
    };
    followed.set(dialogueId, made);
    return made;
  };

  /** Has advice made and brought to the keeper; asked again while it is being made, it is made once more. */
  function advise(dialogueId: DialogueId): Promise<void> {
    const one = following(dialogueId);
    if (one.making) {
      one.more = true;
      return one.making;
    }
    clearTimeout(one.again);
    one.making = (async () => {
      do {
        one.more = false;
        const packed = await suggesting.all(dialogueId, one.known);
        if (!("unchanged" in packed)) {
          const taken = await ask<boolean>({ ask: "advise", args: [dialogueId, packed] }, buffersOf(packed));
          one.known = taken ? { texts: packed.texts, trained: packed.trained } : null;
          one.more ||= !taken;
        }
        if (packed.againIn !== null && one.hearers.size > 0) later(dialogueId, one, packed.againIn);
        await tell(dialogueId, one);
      } while (one.more);
    })()
      .catch((fault: unknown) => {
        if (one.hearers.size > 0) later(dialogueId, one, failedMs);
        throw fault;
      })
      .finally(() => {
        one.making = null;
      });
    return one.making;
  }

  function later(dialogueId: DialogueId, one: Followed, ms: number): void {
    clearTimeout(one.again);
    one.again = setTimeout(() => void advise(dialogueId).catch(() => {}), ms).unref();
  }

  async function tell(dialogueId: DialogueId, one: Followed): Promise<void> {
    if (one.hearers.size === 0) return;
    const stand = await ask<string>({ ask: "stand", args: [dialogueId] });
    if (stand === one.stand) return;
    one.stand = stand;
    for (const hear of one.hearers) hear(stand);
  }

  const deaf = doorbell.on(({ scope }) => {
    for (const [dialogueId, one] of followed) {
      if ((scope !== dialogueId && scope !== "*") || one.hearers.size === 0) continue;
      one.timer ??= setTimeout(() => {
        one.timer = undefined;
        void tell(dialogueId, one).catch(() => {});
        void advise(dialogueId).catch(() => {});
      }, togetherMs).unref();
    }
  });

  return {
    async find(dialogueId, query) {
      const { known } = following(dialogueId);
      await within(known === null ? firstMs : soonMs, () => advise(dialogueId)).catch(() => {});
      return ask<Desk>({ ask: "desk", args: [dialogueId, query] });
    },
    list: (dialogueId, query) => ask({ ask: "list", args: [dialogueId, query] }),
    ids: (dialogueId, query) => ask({ ask: "ids", args: [dialogueId, query] }),
    stand: (dialogueId) => ask({ ask: "stand", args: [dialogueId] }),
    watch(dialogueId, hear) {
      const one = following(dialogueId);
      one.hearers.add(hear);
      if (one.stand !== null) hear(one.stand);
      void tell(dialogueId, one).catch(() => {});
      return () => {
        one.hearers.delete(hear);
        if (one.hearers.size > 0) return;
        clearTimeout(one.again);
        one.stand = null;
      };
    },
    async close() {
      deaf();
      for (const { timer, again } of followed.values()) {
        clearTimeout(timer);
        clearTimeout(again);
      }
      await close();
    },
  };
}
