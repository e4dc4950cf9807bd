import { doDeed, toCockpit } from "../cockpit/deed.server.ts";
import { visitForm } from "../cockpit/deed-form.ts";
import { visitGroup } from "../group/table-life.server.ts";
import type { Route } from "./+types/visit.route.ts";

export const loader = toCockpit;

export async function action(args: Route.ActionArgs) {
  return doDeed(args, visitForm, async ({ db, at, who }, { deelgroep, doen }) =>
    (await visitGroup(db, at, who, deelgroep, doen === "enter")) ? undefined : "no-such-group",
  );
}
