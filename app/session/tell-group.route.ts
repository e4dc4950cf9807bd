import { tellGroup } from "../groups/lead-tables.server.ts";
import type { Route } from "./+types/tell-group.route.ts";
import { doDeed, toCockpit } from "./deed.server.ts";
import { tellForm } from "./deed-form.ts";

export const loader = ({ params }: Route.LoaderArgs) => toCockpit({ params });

export async function action(args: Route.ActionArgs) {
  return doDeed(args, tellForm, async ({ db, at, who }, { deelgroep, tekst }) =>
    (await tellGroup(db, at, who, deelgroep, tekst)) ? undefined : "no-such-group",
  );
}
