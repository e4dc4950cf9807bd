import { answerHelp } from "../groups/table.server.ts";
import type { Route } from "./+types/answer-help.route.ts";
import { doDeed, toCockpit } from "./deed.server.ts";
import { DeedAgain } from "./deed-again.tsx";
import { helpForm } from "./deed-form.ts";

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
