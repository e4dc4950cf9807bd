import { servicesContext } from "../../dialogue/access/context.server.ts";
import { adoptName, moveNaming, openNaming, prepareNaming } from "../../themes/naming/naming.server.ts";
import { doDeed, toCockpit } from "../cockpit/deed.server.ts";
import { nameForm } from "../cockpit/deed-form.ts";
import type { Route } from "./+types/name.route.ts";

export const loader = toCockpit;

export async function action(args: Route.ActionArgs) {
  const { suggesting } = args.context.get(servicesContext);
  return doDeed(args, nameForm, async ({ db, at, who }, wish) => {
    if (wish.doen === "open") {
      const prepared = await prepareNaming(db, suggesting, at.dialogueId, wish.thema);
      await openNaming(db, at, who, wish.thema, prepared);
    } else if (wish.doen === "adopt") await adoptName(db, at, who, wish.naam, wish.keuze);
    else await moveNaming(db, at, who, wish.naam, wish.doen);
    return undefined;
  });
}
