import { data, redirect } from "react-router";
import { servicesContext, visitContext } from "../../../dialogue/access/context.server.ts";
import { useLocale, useWords } from "../../../language/words.ts";
import { deviceName } from "../../../platform/http/device-name.ts";
import { dateTimeRange } from "../../../platform/time.ts";
import { Button } from "../../../ui/button.tsx";
import { confirmForm, findConfirm } from "../admission/arrivals.server.ts";
import { findDialogueLink } from "../invitations/dialogue-links.server.ts";
import { registrationWords } from "../messages/registration.ts";
import type { Route } from "./+types/confirm.route.ts";
import { signInHeaders } from "./participant-cookie.server.ts";
import { ShortPage } from "./short-page.tsx";

export const handle = { script: false };

/** GET shows what will be confirmed, and a button: mail scanners open links. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const found = await findConfirm(db, params.token);
  if (found.status === "unknown") return data({ gone: found.status, dialogue: null, form: null }, { status: 410 });
  const about = await findDialogueLink(db, found.dialogueId);
  if (found.status !== "open") return data({ gone: found.status, dialogue: about, form: null }, { status: 410 });
  const { answers, session, registration: mine } = found;
  const form = {
    name: answers.name,
    work: [answers.function, answers.organisation].filter(Boolean).join(", "),
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    replaces: mine.state !== "pending" && mine.state !== "withdrawn",
  };
  return data({ gone: null, dialogue: about, form });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { db } = context.get(servicesContext);
  const browser = {
    name: deviceName(request.headers.get("user-agent")),
    signedInAs: context.get(visitContext).guest?.personId ?? null,
  };
  const done = await confirmForm(db, params.token, browser, new Date());
  if (done.status !== "done") return redirect(`/bevestig/${params.token}`, 303);
  const about = await findDialogueLink(db, done.dialogueId);
  return redirect(`/mijn/${about?.slug ?? ""}?welkom`, { status: 303, ...signInHeaders(done.deviceToken) });
}

export default function Confirm({ loaderData: { gone, dialogue: about, form } }: Route.ComponentProps) {
  const m = useWords(registrationWords);
  const locale = useLocale();
  if (!form)
    return (
      <ShortPage title={m.confirm.gone[gone ?? "unknown"].title} lead={m.confirm.gone[gone ?? "unknown"].text}>
        {about ? <WhereNext slug={about.slug} /> : <a href="/">{m.toCall}</a>}
      </ShortPage>
    );
  return (
    <ShortPage title={m.confirm.title} lead={m.confirm.lead({ title: about?.title ?? "" })}>
      <dl className="said">
        <div>
          <dt>{m.confirm.name}</dt>
          <dd>{form.name}</dd>
        </div>
        {form.work ? (
          <div>
            <dt>{m.confirm.work}</dt>
            <dd>{form.work}</dd>
          </div>
        ) : null}
        <div>
          <dt>{m.confirm.session}</dt>
          <dd>
            <span className="sentence">{dateTimeRange(form.startsAt, form.endsAt, locale)}</span>
          </dd>
        </div>
      </dl>
      {form.replaces ? <p>{m.confirm.replaces}</p> : null}
      <form method="post">
        <p className="actions">
          <Button>{m.confirm.button}</Button>
        </p>
      </form>
      <p className="quiet">{m.confirm.notMine}</p>
    </ShortPage>
  );
}

function WhereNext({ slug }: { slug: string }) {
  const m = useWords(registrationWords);
  return (
    <ul>
      <li>
        <a href={`/oproep/${slug}/link`}>{m.lost.title}</a>
      </li>
      <li>
        <a href={`/oproep/${slug}`}>{m.toCall}</a>
      </li>
    </ul>
  );
}
