import { doDeed, refusedBy, toCockpit } from "../cockpit/deed.server.ts";
import { clockForm } from "../cockpit/deed-form.ts";
import type { Route } from "./+types/steer-clock.route.ts";
import { steer } from "./steer.server.ts";

export const loader = toCockpit;

export async function action(args: Route.ActionArgs) {
  return doDeed(args, clockForm, async ({ db, at, who }, wish) => {
    const { beurt: seenTurn } = wish;
    if (wish.doen === "goTo") return refusedBy(await steer(db, at, who, { type: "goTo", stepIndex: wish.stap, seenTurn }));
    if (wish.doen === "extend" || wish.doen === "shorten")
      return refusedBy(await steer(db, at, who, { type: wish.doen, seconds: wish.seconden, seenTurn }));
    return refusedBy(await steer(db, at, who, { type: wish.doen, seenTurn }));
  });
}
