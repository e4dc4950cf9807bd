import { doDeed, toCockpit } from "../cockpit/deed.server.ts";
import { DeedAgain } from "../cockpit/deed-again.tsx";
import { tellForm } from "../cockpit/deed-form.ts";
import { tellGroups } from "../grouping/lead-tables.server.ts";
import type { Route } from "./+types/tell-group.route.ts";

export const handle = { script: false };
export const loader = toCockpit;

export async function action(args: Route.ActionArgs) {
  return doDeed(
    args,
    tellForm,
    async ({ db, at, who }, { deelgroep, tekst }) =>
      (await tellGroups(db, at, who, deelgroep, tekst)) ? undefined : "no-such-group",
    ["deelgroep"],
  );
}

export default function Again() {
  return <DeedAgain />;
}
