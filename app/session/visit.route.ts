import { visitGroup } from "../groups/table-life.server.ts";
import type { Route } from "./+types/visit.route.ts";
import { doDeed, toCockpit } from "./deed.server.ts";
import { visitForm } from "./deed-form.ts";

export const loader = toCockpit;

export async function action(args: Route.ActionArgs) {
  return doDeed(args, visitForm, async ({ db, at, who }, { deelgroep, doen }) =>
    (await visitGroup(db, at, who, deelgroep, doen === "enter")) ? undefined : "no-such-group",
  );
}
