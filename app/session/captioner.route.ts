import type { Route } from "./+types/captioner.route.ts";
import { appointCaptioner } from "./captioner.server.ts";
import { doDeed, toCockpit } from "./deed.server.ts";
import { captionerForm } from "./deed-form.ts";

export const loader = toCockpit;

export async function action(args: Route.ActionArgs) {
  return doDeed(args, captionerForm, async ({ db, at, who }, { mens }) => appointCaptioner(db, at, who, mens || null));
}
