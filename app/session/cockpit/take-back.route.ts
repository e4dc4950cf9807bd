import type { Route } from "./+types/take-back.route.ts";
import { doDeed, toCockpit } from "./deed.server.ts";
import { takeBackForm } from "./deed-form.ts";
import { takeBack } from "./take-back.server.ts";

export const loader = toCockpit;

export const action = (args: Route.ActionArgs) =>
  doDeed(args, takeBackForm, ({ db, at, who }, { wat }) => takeBack(db, at, who, wat));
