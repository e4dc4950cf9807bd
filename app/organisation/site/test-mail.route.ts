import { data, redirect } from "react-router";
import { servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import type { Route } from "./+types/test-mail.route.ts";
import { askTestLetter } from "./test-letter.server.ts";

export const loader = () => redirect("/beheer/instellingen", 303);

export async function action({ context, request }: Route.ActionArgs) {
  await request.formData();
  const { team } = context.get(visitContext);
  if (!team) throw data("missing", { status: 404 });
  await askTestLetter(context.get(servicesContext).db, team.personId);
  return redirect("/beheer/instellingen?melding=mail", 303);
}
