import { data, redirect } from "react-router";
import { servicesContext, visitContext } from "../context.ts";
import { siteWords } from "../messages/site.ts";
import { useWords } from "../messages/words.ts";
import { errorLines, errorOf } from "../platform/error-words.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import type { Route } from "./+types/logo-edit.route.ts";
import { LogoForm } from "./logo-form.tsx";
import { saveLogo } from "./site.server.ts";

export const loader = ({ context }: Route.LoaderArgs) => ({ logo: context.get(servicesContext).environment.logo });

export async function action({ context, request }: Route.ActionArgs) {
  const { team } = context.get(visitContext);
  if (!team) throw data("missing", { status: 404 });
  const { db, site } = context.get(servicesContext);
  const form = await request.formData();
  const file = form.get("file");
  const removes = form.get("doen") === "remove";
  const bytes = !removes && file instanceof File && file.size > 0 ? await file.bytes() : null;
  if (!removes && !bytes) return data({ errors: { file: "missing" } }, { status: 422 });
  if (!(await saveLogo(db, site, team.personId, bytes))) return data({ errors: { file: "picture" } }, { status: 422 });
  return redirect(`/beheer/instellingen?melding=${removes ? "no-logo" : "logo"}`, 303);
}

/** Where a file that cannot be used is told of. */
export default function LogoEdit({ loaderData, actionData }: Route.ComponentProps) {
  const m = useWords(siteWords);
  const errors = errorLines(m.errors, actionData?.errors);
  return (
    <>
      <title>{m.parts.logo}</title>
      <h1>{m.parts.logo}</h1>
      <ErrorSummary heading={m.problem} errors={errors} />
      <LogoForm logo={loaderData.logo} error={errorOf(errors, "file")} />
      <p>
        <a href="/beheer/instellingen">{m.title}</a>
      </p>
    </>
  );
}
