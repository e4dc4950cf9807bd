import { data, Form, redirect } from "react-router";
import { z } from "zod";
import { askedByTeamOfSession } from "../../dialogue/access/asked.server.ts";
import { placeContext, servicesContext } from "../../dialogue/access/context.server.ts";
import { dialogueWords } from "../../dialogue/messages/dialogue.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useLocale, useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import { readForm } from "../../platform/http/form.ts";
import { dateTimeRange } from "../../platform/time.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Route } from "./+types/plan.route.ts";
import { writingTeamWords } from "./messages/writing-team.ts";
import { changePlan } from "./plan.server.ts";
import { guardedPlan, planForm, planningWaysOut, readPlan, typedPlan } from "./plan.ts";
import { PlanFields } from "./plan-form.tsx";

const form = planForm.extend({ version: z.coerce.number().int() });

export async function loader({ context, request }: Route.LoaderArgs) {
  const { session } = context.get(placeContext);
  if (!session) throw data("missing", { status: 404 });
  return {
    id: session.id,
    title: session.title,
    state: session.state,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    version: session.version,
    typed: typedPlan(session),
    ways: planningWaysOut(session.state),
    saved: new URL(request.url).searchParams.has("bewaard"),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, session, team } = askedByTeamOfSession(context);
  const sent = await request.formData();
  const typed: Record<string, string> = Object.fromEntries([...sent].map(([name, value]) => [name, String(value)]));
  const read = readForm(form, sent);
  const failed = (errors: Readonly<Record<string, string>>, guarded = false) =>
    data({ errors, typed, theirs: undefined, version: undefined, guarded }, { status: 422 });
  if (!read.ok) return failed(read.errors);
  // What lies in the past may stay there, for a new title or more places.
  const planned = readPlan(read.value, session.startsAt < new Date() ? session.startsAt : new Date());
  if (!planned.ok) return failed(planned.errors);
  if (objection(sent, guardedPlan)) return failed({}, true);
  const at = { dialogueId: dialogue.id, by: team.personId, id: session.id };
  const outcome = await changePlan(context.get(servicesContext).db, at, read.value.version, planned.plan);
  if (outcome.status === "refused") return failed({ [outcome.field]: "late" });
  if (outcome.status === "conflict") {
    const now = typedPlan(outcome.current);
    const theirs = Object.fromEntries(Object.entries(now).filter(([name, text]) => typed[name] !== text));
    if (Object.keys(theirs).length > 0)
      return data({ errors: undefined, typed, theirs, version: outcome.current.version, guarded: false }, { status: 409 });
  }
  return redirect(`/team/${dialogue.slug}/bijeenkomsten/${session.id}?bewaard`, 303);
}

export default function PlanPage({ loaderData, actionData }: Route.ComponentProps) {
  const { plan: m, sessionStates, shift } = useWords(dialogueWords);
  const writing = useWords(writingTeamWords);
  const locale = useLocale();
  const { slug, title } = useDialogue();
  const { startsAt, endsAt, state, ways } = loaderData;
  const here = `/team/${slug}/bijeenkomsten/${loaderData.id}`;
  const events = shift.session;
  return (
    <>
      <title>{`${loaderData.title} · ${title}`}</title>
      <div className="page-head">
        <p className="eyebrow sentence">{dateTimeRange(startsAt, endsAt, locale)}</p>
        <h1>
          <Written>{loaderData.title}</Written>
        </h1>
      </div>
      {loaderData.saved && !actionData && (
        <Notice variant="success" live="polite">
          {m.saved}
        </Notice>
      )}
      <Rail id="plan" heading={m.title}>
        <Form method="post" noValidate action={here} key={loaderData.version}>
          <input type="hidden" name="version" value={actionData?.version ?? actionData?.typed.version ?? loaderData.version} />
          <PlanFields
            typed={actionData?.typed ?? loaderData.typed}
            errors={actionData?.errors}
            theirs={actionData?.theirs}
            guarded={actionData?.guarded}
          />
          <p className="small quiet">{m.moveNote}</p>
          <div className="actions">
            <Button>{m.save}</Button>
            <TextLink to={`/team/${slug}`}>{m.back}</TextLink>
          </div>
        </Form>
      </Rail>
      <Rail id="schrijven" heading={writing.link}>
        <p>{writing.linkText}</p>
        <p>
          <TextLink to={`${here}/schrijven`}>{writing.link}</TextLink>
        </p>
      </Rail>
      <Rail id="stand" heading={m.standing}>
        <p>
          <strong>{sessionStates[state]}.</strong> {m.toRoom}
        </p>
        {ways.length > 0 && (
          <div className="row-actions">
            {ways.map((event) => (
              <LinkButton key={event} variant="secondary" danger={event === "cancel"} to={`${here}/stand?stap=${event}`}>
                {events[event as keyof typeof events].button}
              </LinkButton>
            ))}
          </div>
        )}
      </Rail>
    </>
  );
}
