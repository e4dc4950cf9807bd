import { dismissFlags, type Subject } from "../../contribution/flags.server.ts";
import type { ContributionId } from "../../platform/ids.ts";
import { doDeed, toCockpit } from "../cockpit/deed.server.ts";
import { DeedAgain } from "../cockpit/deed-again.tsx";
import { flagForm } from "../cockpit/deed-form.ts";
import type { Route } from "./+types/flag.route.ts";
import { hide, takeWords } from "./moderated-letter.server.ts";

export const handle = { script: false };
export const loader = toCockpit;

export async function action(args: Route.ActionArgs) {
  return doDeed(args, flagForm, async ({ db, at, who }, wish) => {
    const subject = { kind: wish.soort, id: wish.wat } as Subject;
    if (wish.doen === "hide") await hide(db, at, who, wish.wat as ContributionId, wish.reden);
    else if (wish.doen === "dismiss") await dismissFlags(db, at, who, subject, wish.antwoord);
    else await takeWords(db, at, who, subject, { words: wish.woorden, reason: wish.reden });
    return undefined;
  });
}

export default function Again() {
  return <DeedAgain />;
}
