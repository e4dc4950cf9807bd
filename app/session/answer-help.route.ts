import { answerHelp } from "../groups/table.server.ts";
import type { Route } from "./+types/answer-help.route.ts";
import { doDeed, toCockpit } from "./deed.server.ts";
import { helpForm } from "./deed-form.ts";

export const loader = ({ params }: Route.LoaderArgs) => toCockpit({ params });

export async function action(args: Route.ActionArgs) {
  return doDeed(args, helpForm, async ({ db, at, who }, { hulp, antwoord }) => {
    await answerHelp(db, at, who, hulp, antwoord);
    return undefined;
  });
}
