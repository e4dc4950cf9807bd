import type { Db } from "../../platform/database/change.server.ts";
import { doDeed, toCockpit } from "../cockpit/deed.server.ts";
import { seatRest } from "../group/choose.server.ts";
import { presentIn } from "../live/presence.server.ts";
import type { Route } from "./+types/deal.route.ts";
import {
  type Arranged,
  type Arranging,
  discard,
  lockGroup,
  lockSeats,
  moveTo,
  propose,
  repairGroups,
  showAhead,
  swapSeats,
  undo,
  wishFor,
} from "./arrange.server.ts";
import { stepsToDeal } from "./arrangement.server.ts";
import { type DealWish, dealForm } from "./deal-form.ts";

export const loader = toCockpit;

export async function action(args: Route.ActionArgs) {
  return doDeed(args, dealForm, async ({ db, at, who }, wish) => {
    const outcome = await arrange(db, { ...at, who, stepId: wish.onderdeel }, wish);
    return outcome === "done" ? undefined : outcome;
  });
}

async function arrange(db: Db, at: Arranging, wish: DealWish): Promise<Arranged> {
  const step = (await stepsToDeal(db, at.sessionId)).find(({ id }) => id === at.stepId);
  if (!step) return "no-such-group";
  const present = async () => [...(await presentIn(db, at.sessionId))];
  switch (wish.doen) {
    case "propose":
      return propose(db, { ...at, step, present: await present() });
    case "discard":
      return discard(db, at);
    case "show":
      return showAhead(db, at);
    case "repair":
      return repairGroups(db, { ...at, present: await present() });
    case "seat-rest":
      return seatRest(db, { ...at, present: await present() });
    case "undo":
      return undo(db, at);
    case "move":
      return moveTo(db, at, wish.mens, wish.deelgroep);
    case "swap":
      return swapSeats(db, at, wish.mens, wish.ander);
    case "lock":
    case "unlock":
      return lockSeats(db, at, [wish.mens], wish.doen === "lock");
    case "lock-group":
    case "unlock-group":
      return lockGroup(db, at, wish.deelgroep, wish.doen === "lock-group");
    case "together":
    case "apart":
      return wishFor(db, at, wish.mens, wish.ander, wish.doen);
    case "no-wish":
      return wishFor(db, at, wish.mens, wish.ander, null);
  }
}
