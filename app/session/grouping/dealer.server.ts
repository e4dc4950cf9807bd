import path from "node:path";
import { openAsker } from "../../platform/database/asking.server.ts";
import { projectRoot } from "../../platform/root.server.ts";
import type { MadeRound, Round } from "../group/round.ts";

// Node runs the source: a built server has no file of its own for a worker.
const source = path.join(projectRoot, "app/session/grouping/dealer.worker.server.ts");
const dealer = openAsker<Round>(source, {});

/** Makes a round in the one thread of this process that deals. */
export const makeRoundAside = <I extends string, A extends string>(round: Round<I, A>): Promise<MadeRound<I>> =>
  dealer.ask<MadeRound<I>>(round);
