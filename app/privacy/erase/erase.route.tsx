import { data, redirect } from "react-router";
import { askedByGuest } from "../../dialogue/access/asked.server.ts";
import { servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import { cookie } from "../../platform/http/cookie.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/form/choices.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { Refusal } from "../../ui/notice.tsx";
import { privacyWords } from "../messages/privacy.ts";
import type { Route } from "./+types/erase.route.ts";
import { erasePerson } from "./erase.server.ts";

export const handle = { script: false };

export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue, guest } = askedByGuest(context);
  if (!guest.confirmed) throw redirect("/apparaat", 303);
  return { slug: dialogue.slug, title: dialogue.title };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { guest } = context.get(visitContext);
  if (!guest?.confirmed) throw data("link", { status: 401 });
  const form = await request.formData();
  if (form.get("zeker") !== "ja") return data({ notSure: true, refused: false }, { status: 422 });
  try {
    await erasePerson(context.get(servicesContext).db, guest.personId, { person: guest.personId });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return data({ notSure: false, refused: true }, { status: error.status });
  }
  return redirect("/gewist", { status: 303, headers: { "Set-Cookie": cookie("mee", "", { days: 0 }) } });
}

export default function ErasePage({ loaderData: { slug, title }, actionData }: Route.ComponentProps) {
  const m = useWords(privacyWords).erase;
  const error = actionData?.notSure ? m.notSure : undefined;
  return (
    <PublicFrame>
      <title>{`${m.title} · ${title}`}</title>
      <meta name="robots" content="noindex" />
      <PageHead title={m.title} lead={m.lead} />
      {actionData?.refused ? <Refusal>{m.lastOrganiser}</Refusal> : null}
      <ErrorSummary heading={m.summary} errors={error ? [{ field: "zeker", text: error }] : []} />
      <h2>{m.goes}</h2>
      <ul>
        {m.goesList.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2>{m.stays}</h2>
      <ul>
        {m.staysList.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <form method="post" noValidate>
        <Checkbox name="zeker" value="ja" label={m.sure} error={error} />
        <p className="actions">
          <Button danger>{m.button}</Button>
          <a href={`/mijn/${slug}/gegevens`}>{m.cancel}</a>
        </p>
      </form>
    </PublicFrame>
  );
}
