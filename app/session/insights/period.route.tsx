import { data, Form, redirect } from "react-router";
import { askedByTeam, askedOfDialogue } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { errorLines, errorOf } from "../../platform/http/error-words.ts";
import { readForm } from "../../platform/http/form.ts";
import type { SessionId } from "../../platform/ids.ts";
import { dateTime } from "../../platform/time.ts";
import { Button } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Route } from "./+types/period.route.ts";
import { insightsWords } from "./messages/insights.ts";
import { listPeriods, setPeriod } from "./period.server.ts";
import { periodForm, typedPeriod } from "./period.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue } = askedOfDialogue(context);
  const sessions = await listPeriods(context.get(servicesContext).db, dialogue.id);
  return {
    title: dialogue.title,
    slug: dialogue.slug,
    sessions: sessions.map((one) => ({ ...one, typed: typedPeriod(one) })),
    saved: new URL(request.url).searchParams.get("bewaard"),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, team } = askedByTeam(context);
  const read = readForm(periodForm, await request.formData());
  if (!read.ok) return data({ errors: read.errors, typed: read.typed }, { status: 422 });
  const { session, from, until } = read.value;
  const period = { sessionId: session as SessionId, from, until };
  const done = await setPeriod(context.get(servicesContext).db, dialogue.id, team.personId, period);
  if (!done) throw data("missing", { status: 404 });
  return redirect(`/team/${dialogue.slug}/inzichten/periode?bewaard=${session}`, 303);
}

/** When people may test outside the session: before it, and after it. */
export default function Period({ loaderData, actionData }: Route.ComponentProps) {
  const { period: m, title } = useWords(insightsWords);
  const { sessions, slug, saved } = loaderData;
  return (
    <>
      <title>{`${m.title} · ${loaderData.title}`}</title>
      <PageHead title={m.title} eyebrow={<TextLink to={`/team/${slug}/inzichten`}>{title}</TextLink>} lead={m.lead} />
      {sessions.length === 0 ? <p>{m.none}</p> : null}
      {sessions.map((one) => (
        <PeriodForm
          key={one.id}
          session={one}
          failed={actionData?.typed.session === one.id ? actionData : undefined}
          saved={saved === one.id && !actionData}
        />
      ))}
    </>
  );
}

interface Props {
  readonly session: Route.ComponentProps["loaderData"]["sessions"][number];
  readonly failed:
    | { readonly errors: Readonly<Record<string, string>>; readonly typed: Readonly<Record<string, string>> }
    | undefined;
  readonly saved: boolean;
}

function PeriodForm({ session, failed, saved }: Props) {
  const { period: m } = useWords(insightsWords);
  const locale = useLocale();
  // One form for each session on the page: its ids are its own.
  const named = (name: string) => `${name}-${session.id}`;
  const lines = errorLines(m.errors, failed?.errors);
  const field = (name: string, type: "date" | "time") => ({
    name,
    type,
    id: named(name),
    defaultValue: (failed?.typed ?? session.typed)[name],
    error: errorOf(lines, name),
  });
  return (
    <Rail id={`bijeenkomst-${session.id}`} heading={<Written>{session.title}</Written>}>
      <p className="quiet">{dateTime(session.startsAt, locale)}</p>
      {saved ? (
        <Notice variant="success" live="polite">
          {m.saved}
        </Notice>
      ) : null}
      <ErrorSummary heading={m.problem} errors={lines.map(({ field: name, text }) => ({ field: named(name), text }))} />
      <Form method="post" noValidate key={JSON.stringify(session.typed)}>
        <input type="hidden" name="session" value={session.id} />
        <fieldset className="form-field">
          <legend>{m.from}</legend>
          <p className="hint">{m.fromHint}</p>
          <div className="side-by-side">
            <TextField label={m.date} {...field("van-datum", "date")} />
            <TextField label={m.time} {...field("van-tijd", "time")} />
          </div>
        </fieldset>
        <fieldset className="form-field">
          <legend>{m.until}</legend>
          <p className="hint">{m.untilHint}</p>
          <div className="side-by-side">
            <TextField label={m.date} {...field("tot-datum", "date")} />
            <TextField label={m.time} {...field("tot-tijd", "time")} />
          </div>
        </fieldset>
        <p className="actions">
          <Button>{m.save}</Button>
        </p>
      </Form>
    </Rail>
  );
}
