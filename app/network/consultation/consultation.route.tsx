import { data, redirect } from "react-router";
import { z } from "zod";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { Refused } from "../../platform/http/refused.ts";
import { dateTime } from "../../platform/time.ts";
import { consultations } from "../../prepare/run-sheet/templates/templates.ts";
import { Button } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/form/choices.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { Notice, Refusal } from "../../ui/notice.tsx";
import { findCircle } from "../circles/circles.server.ts";
import { circlesWords } from "../circles/messages/circles.ts";
import { memberOf } from "../people/viewer.server.ts";
import type { Route } from "./+types/consultation.route.ts";
import { holdConsultation, slugOfHeld } from "./consultation.server.ts";
import { consultationWords } from "./messages/consultation.ts";

export const handle = { script: false };

const numbered = z.coerce.number().int().positive().max(1e9);

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const { dialogue, at } = await memberOf(db, context.get(visitContext), context.get(placeContext), "circles");
  const number = numbered.safeParse(params.number);
  const found = number.success ? await findCircle(db, at, number.data) : null;
  if (!found?.leads || found.circle.kind !== "consultation") throw data("missing", { status: 404 });
  const { circle, people } = found;
  return {
    ...{ slug: dialogue.slug, number: circle.number, name: circle.title, meetsAt: circle.meetsAt },
    ...{
      held: circle.heldIn && (await slugOfHeld(db, circle.heldIn)),
      enough: people.filter(({ joinedAt }) => joinedAt).length >= 3,
    },
    done: new URL(request.url).searchParams.has("gedaan"),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { db } = context.get(servicesContext);
  const visit = context.get(visitContext);
  const { dialogue, at } = await memberOf(db, visit, context.get(placeContext), "circles");
  const number = numbered.safeParse(params.number);
  const found = number.success ? await findCircle(db, at, number.data) : null;
  if (!found?.leads) throw data("missing", { status: 404 });
  const method = z
    .enum(consultations)
    .catch("peer-consultation")
    .parse((await request.formData()).get("method"));
  try {
    await holdConsultation(db, at, found.circle.id, method, visit.locale);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return data({ refused: error.code }, { status: error.status });
  }
  return redirect(`/netwerk/${dialogue.slug}/groepen/${found.circle.number}/live?gedaan=klaar`, 303);
}

/** Who brought the case makes the meeting ready in which it is held. */
export default function ConsultationPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const m = useWords(consultationWords);
  const { refused } = useWords(circlesWords);
  const locale = useLocale();
  const may = page.meetsAt !== null && page.enough;
  const why = actionData && { "no-meeting": m.noMeeting, few: m.few }[actionData.refused];
  return (
    <PublicFrame>
      <title>{`${m.title} · ${page.name}`}</title>
      <meta name="robots" content="noindex" />
      <PageHead title={m.title} eyebrow={page.name} lead={m.lead} />
      {actionData ? (
        <Refusal>{why ?? refused[actionData.refused] ?? refused.gone}</Refusal>
      ) : page.done ? (
        <Notice variant="success">{m.ready}</Notice>
      ) : page.held ? (
        <Notice>{m.readyAlready}</Notice>
      ) : null}
      {page.held ? (
        <p>
          <a href={`/team/${page.held}`}>{m.toLead}</a>
        </p>
      ) : null}
      <ul>
        {m.what.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="small quiet">{m.woo}</p>
      {may && page.meetsAt ? (
        <form method="post">
          <p>
            <strong>{m.when({ when: dateTime(page.meetsAt, locale) })}</strong>
          </p>
          {page.held ? (
            <p>{m.againText}</p>
          ) : (
            <RadioGroup
              name="method"
              legend={m.method}
              defaultValue="peer-consultation"
              choices={consultations.map((value) => ({ value, label: m.methods[value] }))}
            />
          )}
          <p className="actions">
            <Button variant={page.held ? "secondary" : "primary"}>{page.held ? m.again : m.button}</Button>
          </p>
        </form>
      ) : (
        <p>{page.meetsAt === null ? m.noMeeting : m.few}</p>
      )}
      <p>
        <a href={`/netwerk/${page.slug}/groepen/${page.number}`}>{m.back}</a>
      </p>
    </PublicFrame>
  );
}
