import { doDeed, toCockpit } from "../cockpit/deed.server.ts";
import { wallForm } from "../cockpit/deed-form.ts";
import type { Route } from "./+types/wall.route.ts";
import { checkWall, letOnWall } from "./wall.server.ts";

export const loader = toCockpit;

/** What may stand on the wall of the screen in the hall. */
export const action = (args: Route.ActionArgs) =>
  doDeed(args, wallForm, async ({ db, at, who }, wish) => {
    if (wish.bijdragen) await letOnWall(db, at, who, wish.bijdragen, wish.doen === "let");
    else await checkWall(db, at, who, wish.doen === "check");
    return undefined;
  });
