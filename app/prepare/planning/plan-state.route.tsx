import { and, count, eq, notInArray } from "drizzle-orm";
import { data, Form, redirect } from "react-router";
import { askedByTeamOfSession } from "../../dialogue/access/asked.server.ts";
import { placeContext, servicesContext } from "../../dialogue/access/context.server.ts";
import { dialogueWords } from "../../dialogue/messages/dialogue.ts";
import { registration } from "../../dialogue/people/tables.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useLocale, useWords } from "../../language/words.ts";
import { Refused } from "../../platform/http/refused.ts";
import { dateTimeRange } from "../../platform/time.ts";
import { Button } from "../../ui/button.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Route } from "./+types/plan-state.route.ts";
import { shiftSession } from "./plan.server.ts";
import { planningWaysOut } from "./plan.ts";

/** What the step does, before it is done. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { session } = context.get(placeContext);
  if (!session) throw data("missing", { status: 404 });
  const asked = new URL(request.url).searchParams.get("stap");
  const [people] = await context
    .get(servicesContext)
    .db.select({ n: count() })
    .from(registration)
    .where(and(eq(registration.sessionId, session.id), notInArray(registration.state, ["pending", "withdrawn", "declined"])));
  return {
    id: session.id,
    title: session.title,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    event: planningWaysOut(session.state).find((event) => event === asked) ?? null,
    people: people?.n ?? 0,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, session, team } = askedByTeamOfSession(context);
  const asked = (await request.formData()).get("stap");
  const events = ["open-registration", "close-registration", "cancel"] as const;
  const event = events.find((one) => one === asked);
  if (!event) throw data("missing", { status: 404 });
  const at = { dialogueId: dialogue.id, by: team.personId, id: session.id };
  try {
    await shiftSession(context.get(servicesContext).db, at, event);
  } catch (error) {
    if (error instanceof Refused) return data({ refused: error.code }, { status: error.status });
    throw error;
  }
  return redirect(`/team/${dialogue.slug}`, 303);
}

export default function PlanState({ loaderData, actionData }: Route.ComponentProps) {
  const {
    shift: m,
    plan: { back },
  } = useWords(dialogueWords);
  const locale = useLocale();
  const { slug } = useDialogue();
  const { event, id, people, title, startsAt, endsAt } = loaderData;
  const words = event ? m.session[event as keyof typeof m.session] : null;
  return (
    <>
      <title>{`${words?.title ?? m.gone} · ${title}`}</title>
      <div className="page-head">
        <p className="eyebrow">
          <Written>{title}</Written>, {dateTimeRange(startsAt, endsAt, locale)}
        </p>
        <h1>{words?.title ?? title}</h1>
      </div>
      {actionData && (
        <Notice variant="error" live="at-once">
          {actionData.refused === "dialogue-closed" ? m.dialogueClosed : m.gone}
        </Notice>
      )}
      {!words && !actionData && <Notice variant="warn">{m.gone}</Notice>}
      {words && <p>{words.text}</p>}
      {event === "cancel" && <p>{m.people({ n: people })}</p>}
      <Form method="post" className="actions">
        {words && (
          <Button name="stap" value={event ?? ""} danger={event === "cancel"}>
            {words.button}
          </Button>
        )}
        <TextLink to={`/team/${slug}/bijeenkomsten/${id}`}>{words ? m.cancel : back}</TextLink>
      </Form>
    </>
  );
}
