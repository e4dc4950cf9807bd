import { redirect } from "react-router";
import { askedBySignedIn } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import type { Route } from "./+types/logo-edit.route.ts";
import { LogoForm } from "./logo-form.tsx";
import { siteWords } from "./messages/site.ts";
import { saveLogo } from "./site.server.ts";

export const loader = ({ context }: Route.LoaderArgs) => ({ logo: context.get(servicesContext).environment.logo });

export async function action({ context, request }: Route.ActionArgs) {
  const { team } = askedBySignedIn(context);
  const { db, site } = context.get(servicesContext);
  const form = await request.formData();
  const file = form.get("file");
  const removes = form.get("doen") === "remove";
  // it is told where the form stands
  const no = (why: "missing" | "picture") => redirect(`/beheer/instellingen?melding=logo-${why}#logo`, 303);
  const bytes = !removes && file instanceof File && file.size > 0 ? await file.bytes() : null;
  if (!removes && !bytes) return no("missing");
  if (!(await saveLogo(db, site, team.personId, bytes))) return no("picture");
  return redirect(`/beheer/instellingen?melding=${removes ? "no-logo" : "logo"}`, 303);
}

/** For who comes back to this address; the form stands among the settings. */
export default function LogoEdit({ loaderData }: Route.ComponentProps) {
  const m = useWords(siteWords);
  return (
    <>
      <title>{m.parts.logo}</title>
      <h1>{m.parts.logo}</h1>
      <LogoForm logo={loaderData.logo} error={undefined} />
      <p>
        <a href="/beheer/instellingen">{m.title}</a>
      </p>
    </>
  );
}
