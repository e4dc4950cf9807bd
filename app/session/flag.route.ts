import { dismissFlags, type Subject } from "../contribution/flags.server.ts";
import { redact } from "../contribution/redact.server.ts";
import type { ContributionId } from "../ids.ts";
import type { Route } from "./+types/flag.route.ts";
import { doDeed, toCockpit } from "./deed.server.ts";
import { flagForm } from "./deed-form.ts";
import { hide } from "./hidden-letter.server.ts";

export const loader = ({ params }: Route.LoaderArgs) => toCockpit({ params });

export async function action(args: Route.ActionArgs) {
  return doDeed(args, flagForm, async ({ db, at, who }, wish) => {
    const subject = { kind: wish.soort, id: wish.wat } as Subject;
    if (wish.doen === "hide") await hide(db, at, who, wish.wat as ContributionId, wish.reden);
    else if (wish.doen === "dismiss") await dismissFlags(db, at, who, subject, wish.antwoord);
    else await redact(db, at, who, subject, { words: wish.woorden, reason: wish.reden });
    return undefined;
  });
}
