import { doDeed, toCockpit } from "../cockpit/deed.server.ts";
import { floorForm } from "../cockpit/deed-form.ts";
import type { Route } from "./+types/floor-control.route.ts";
import { endFloor, extendFloor, giveFloor } from "./floor.server.ts";

export const loader = toCockpit;

export async function action(args: Route.ActionArgs) {
  return doDeed(args, floorForm, async ({ db, at, who }, wish) => {
    const answer =
      wish.doen === "give"
        ? await giveFloor(db, at, who, { ask: wish.vraag, seen: wish.gezien, seconds: wish.seconden })
        : wish.doen === "end"
          ? await endFloor(db, at, who, wish.gezien)
          : await extendFloor(db, at, who, wish.gezien, wish.tot);
    return answer ?? undefined;
  });
}
