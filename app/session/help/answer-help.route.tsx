import { doDeed, toCockpit } from "../cockpit/deed.server.ts";
import { DeedAgain } from "../cockpit/deed-again.tsx";
import { helpForm } from "../cockpit/deed-form.ts";
import { answerHelp } from "../group/table.server.ts";
import type { Route } from "./+types/answer-help.route.ts";

export const handle = { script: false };
export const loader = toCockpit;

export async function action(args: Route.ActionArgs) {
  return doDeed(args, helpForm, async ({ db, at, who }, { hulp, antwoord }) => {
    await answerHelp(db, at, who, hulp, antwoord);
    return undefined;
  });
}

export default function Again() {
  return <DeedAgain />;
}
