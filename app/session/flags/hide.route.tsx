import { unhideContribution } from "../../contribution/moderation.server.ts";
import { doDeed, toCockpit } from "../cockpit/deed.server.ts";
import { DeedAgain } from "../cockpit/deed-again.tsx";
import { hideForm } from "../cockpit/deed-form.ts";
import type { Route } from "./+types/hide.route.ts";
import { hide } from "./moderated-letter.server.ts";

export const handle = { script: false };
export const loader = toCockpit;

export async function action(args: Route.ActionArgs) {
  return doDeed(args, hideForm, async ({ db, at, who }, wish) => {
    if (wish.doen === "hide") await hide(db, at, who, wish.bijdrage, wish.reden);
    else await unhideContribution(db, at, who, wish.bijdrage);
    return undefined;
  });
}

export default function Again() {
  return <DeedAgain />;
}
