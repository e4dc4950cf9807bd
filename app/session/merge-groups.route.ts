import { mergeGroups } from "../groups/lead-tables.server.ts";
import type { Route } from "./+types/merge-groups.route.ts";
import { stepNow } from "./cockpit.server.ts";
import { doDeed, toCockpit } from "./deed.server.ts";
import { mergeForm } from "./deed-form.ts";
import { remember } from "./take-back.server.ts";

export const loader = toCockpit;

export async function action(args: Route.ActionArgs) {
  return doDeed(args, mergeForm, async ({ db, at, who }, { deelgroep, met }) => {
    const step = await stepNow(db, at.sessionId);
    if (!step) return "not-live";
    const stays = await mergeGroups(db, { ...at, step }, who, deelgroep, met, (tx, merged) =>
      remember(tx, at.sessionId, who, { kind: "merge", merged }),
    );
    return stays ? undefined : "no-such-group";
  });
}
