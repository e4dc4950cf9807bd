import { endFloor, extendFloor, giveFloor } from "../floor/floor.server.ts";
import type { Route } from "./+types/floor.route.ts";
import { doDeed, toCockpit } from "./deed.server.ts";
import { floorForm } from "./deed-form.ts";

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
