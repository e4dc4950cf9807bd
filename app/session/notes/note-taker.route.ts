import { doDeed, toCockpit } from "../cockpit/deed.server.ts";
import { noteTakerForm } from "../cockpit/deed-form.ts";
import { appointNoteTaker } from "../grouping/lead-tables.server.ts";
import type { Route } from "./+types/note-taker.route.ts";

export const loader = toCockpit;

export async function action(args: Route.ActionArgs) {
  return doDeed(args, noteTakerForm, async ({ db, at, who }, { deelgroep, mens }) =>
    (await appointNoteTaker(db, at, who, deelgroep, mens === "" ? null : mens)) ? undefined : "gone",
  );
}
