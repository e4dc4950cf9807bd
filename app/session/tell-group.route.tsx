import { tellGroups } from "../groups/lead-tables.server.ts";
import type { Route } from "./+types/tell-group.route.ts";
import { doDeed, toCockpit } from "./deed.server.ts";
import { DeedAgain } from "./deed-again.tsx";
import { tellForm } from "./deed-form.ts";

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
