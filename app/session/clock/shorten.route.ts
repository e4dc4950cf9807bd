import { editRunSheet } from "../../prepare/run-sheet/run-sheets.server.ts";
import { doDeed, toCockpit } from "../cockpit/deed.server.ts";
import { shortenForm } from "../cockpit/deed-form.ts";
import { remember } from "../cockpit/take-back.server.ts";
import type { Route } from "./+types/shorten.route.ts";

export const loader = toCockpit;

/** Makes parts that are still to come as long as was proposed. */
export const action = (args: Route.ActionArgs) =>
  doDeed(args, shortenForm, async ({ db, at, who }, { onderdelen: times }) => {
    const done = await editRunSheet(db, at, who, { kind: "times", times }, (tx, before) => {
      const were = before.filter(({ id }) => times.some((one) => one.id === id)).map(({ id, seconds }) => ({ id, seconds }));
      return remember(tx, at.sessionId, who, { kind: "times", times: were });
    });
    return done.ok ? undefined : done.code;
  });
