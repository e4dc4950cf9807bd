import { unhideContribution } from "../contribution/moderation.server.ts";
import type { Route } from "./+types/hide.route.ts";
import { doDeed, toCockpit } from "./deed.server.ts";
import { hideForm } from "./deed-form.ts";
import { hide } from "./hidden-letter.server.ts";

export const loader = ({ params }: Route.LoaderArgs) => toCockpit({ params });

export async function action(args: Route.ActionArgs) {
  return doDeed(args, hideForm, async ({ db, at, who }, wish) => {
    if (wish.doen === "hide") await hide(db, at, who, wish.bijdrage, wish.reden);
    else await unhideContribution(db, at, who, wish.bijdrage);
    return undefined;
  });
}
