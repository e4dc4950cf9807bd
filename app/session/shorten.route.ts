import { editRunSheet } from "../runsheet/run-sheets.server.ts";
import type { Route } from "./+types/shorten.route.ts";
import { doDeed, toCockpit } from "./deed.server.ts";
import { shortenForm } from "./deed-form.ts";

export const loader = toCockpit;

/** Makes a part that is still to come as long as was proposed. */
export const action = (args: Route.ActionArgs) =>
  doDeed(args, shortenForm, async ({ db, at, who }, { stap: id, seconden: seconds }) => {
    const done = await editRunSheet(db, at, who, { kind: "minutes", id, seconds });
    return done.ok ? undefined : done.code;
  });
