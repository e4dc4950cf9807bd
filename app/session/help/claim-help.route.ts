import { doDeed, toCockpit } from "../cockpit/deed.server.ts";
import { claimForm } from "../cockpit/deed-form.ts";
import { claimHelp } from "../group/table.server.ts";
import type { Route } from "./+types/claim-help.route.ts";

export const loader = toCockpit;

/** One of the team takes a question for help on: so that two do not both go. */
export const action = (args: Route.ActionArgs) =>
  doDeed(args, claimForm, async ({ db, at, who }, { hulp, doen }) =>
    (await claimHelp(db, at, who, hulp, doen === "claim")) ? undefined : "claimed-already",
  );
