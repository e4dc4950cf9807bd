import { appointNoteTaker } from "../groups/lead-tables.server.ts";
import type { Route } from "./+types/note-taker.route.ts";
import { doDeed, toCockpit } from "./deed.server.ts";
import { noteTakerForm } from "./deed-form.ts";

export const loader = toCockpit;

export async function action(args: Route.ActionArgs) {
  return doDeed(args, noteTakerForm, async ({ db, at, who }, { deelgroep, mens }) =>
    (await appointNoteTaker(db, at, who, deelgroep, mens === "" ? null : mens)) ? undefined : "gone",
  );
}
