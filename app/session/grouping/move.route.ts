import { stepNow } from "../cockpit/cockpit.server.ts";
import { doDeed, toCockpit } from "../cockpit/deed.server.ts";
import { moveForm } from "../cockpit/deed-form.ts";
import { remember } from "../cockpit/take-back.server.ts";
import { moveToGroup } from "../group/move.server.ts";
import type { Route } from "./+types/move.route.ts";

export const loader = toCockpit;

export async function action(args: Route.ActionArgs) {
  return doDeed(args, moveForm, async ({ db, at, who }, { mens, deelgroep }) => {
    const step = await stepNow(db, at.sessionId);
    if (!step) return "not-live";
    const stepId = await moveToGroup(db, { ...at, step }, who, mens, deelgroep);
    if (!stepId) return "no-such-group";
    await db.transaction((tx) => remember(tx, at.sessionId, who, { kind: "move", stepId }));
    return undefined;
  });
}
