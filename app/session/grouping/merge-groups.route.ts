import { stepNow } from "../cockpit/cockpit.server.ts";
import { doDeed, toCockpit } from "../cockpit/deed.server.ts";
import { mergeForm } from "../cockpit/deed-form.ts";
import { remember } from "../cockpit/take-back.server.ts";
import type { Route } from "./+types/merge-groups.route.ts";
import { mergeGroups } from "./lead-tables.server.ts";

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
