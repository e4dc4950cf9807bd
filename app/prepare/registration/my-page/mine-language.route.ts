import { redirect } from "react-router";
import { askedByGuest } from "../../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../../dialogue/access/context.server.ts";
import { locales } from "../../../language/locale.ts";
import { cookie } from "../../../platform/http/cookie.server.ts";
import type { Route } from "./+types/mine-language.route.ts";
import { chooseLanguage } from "./mine.server.ts";

export const loader = ({ params }: Route.LoaderArgs) => redirect(`/mijn/${params.dialogue}`, 303);

/** The language of mail, and of this browser. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const { dialogue, guest } = askedByGuest(context);
  const asked = (await request.formData()).get("taal");
  const locale = locales.find((one) => one === asked) ?? "nl";
  await chooseLanguage(context.get(servicesContext).db, { personId: guest.personId, dialogueId: dialogue.id }, locale);
  return redirect(`/mijn/${params.dialogue}?gedaan=language`, {
    status: 303,
    headers: { "Set-Cookie": cookie("taal", locale, { days: 365 }) },
  });
}
