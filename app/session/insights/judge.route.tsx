import { doDeed, toCockpit } from "../cockpit/deed.server.ts";
import { DeedAgain } from "../cockpit/deed-again.tsx";
import { judgeForm } from "../cockpit/deed-form.ts";
import { judgeInsight } from "../outcomes/reveal.server.ts";
import type { Route } from "./+types/judge.route.ts";

export const handle = { script: false };
export const loader = toCockpit;

export async function action(args: Route.ActionArgs) {
  return doDeed(args, judgeForm, async ({ db, at, who }, wish) => {
    const verdict = wish.doen === "accept" ? ({ accept: true } as const) : ({ accept: false, reason: wish.reden } as const);
    await judgeInsight(db, at.dialogueId, who, wish.inzicht, verdict);
    return undefined;
  });
}

export default function Again() {
  return <DeedAgain />;
}
