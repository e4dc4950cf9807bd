import { redirect } from "react-router";
import { locales } from "../../language/locale.ts";
import { backTo } from "../../platform/http/back-to.ts";
import { cookie } from "../../platform/http/cookie.server.ts";
import type { Route } from "./+types/language.route.ts";

export const loader = () => redirect("/", 303);

/** The person's own choice of language, kept a year in this browser. */
export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData();
  const locale = locales.find((one) => one === form.get("taal")) ?? "nl";
  return redirect(backTo(form.get("terug")), { status: 303, headers: { "Set-Cookie": cookie("taal", locale, { days: 365 }) } });
}
