import { redirect } from "react-router";
import { z } from "zod";
import { servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { readForm } from "../../platform/http/form.ts";
import { mailAddress } from "../../platform/mail/mail-address.ts";
import type { Route } from "./+types/forget-keys.route.ts";
import { forgetKeys } from "./forget-keys.server.ts";

export const loader = () => redirect("/beheer/mensen", 303);

export async function action({ context, request }: Route.ActionArgs) {
  const { team } = context.get(visitContext);
  const read = readForm(z.object({ mail: mailAddress }), await request.formData());
  const done = team && read.ok && (await forgetKeys(context.get(servicesContext).db, { person: team.personId }, read.value.mail));
  return redirect(`/beheer/mensen?melding=${done ? "keys-gone" : "no-keys"}`, 303);
}
