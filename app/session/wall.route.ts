import type { Route } from "./+types/wall.route.ts";
import { doDeed, toCockpit } from "./deed.server.ts";
import { wallForm } from "./deed-form.ts";
import { checkWall, letOnWall } from "./wall.server.ts";

export const loader = toCockpit;

/** What may stand on the wall of the screen in the hall. */
export const action = (args: Route.ActionArgs) =>
  doDeed(args, wallForm, async ({ db, at, who }, wish) => {
    if (wish.bijdragen) await letOnWall(db, at, who, wish.bijdragen, wish.doen === "let");
    else await checkWall(db, at, who, wish.doen === "check");
    return undefined;
  });
