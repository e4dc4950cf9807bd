import { doDeed, toCockpit } from "../../cockpit/deed.server.ts";
import { captionerForm } from "../../cockpit/deed-form.ts";
import type { Route } from "./+types/captioner.route.ts";
import { appointCaptioner } from "./captioner.server.ts";

export const loader = toCockpit;

export async function action(args: Route.ActionArgs) {
  return doDeed(args, captionerForm, async ({ db, at, who }, { mens }) => appointCaptioner(db, at, who, mens || null));
}
