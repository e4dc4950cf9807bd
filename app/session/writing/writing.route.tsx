import { data, Form, redirect } from "react-router";
import { z } from "zod";
import { askedByTeamOfSession, askedOfSession } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { mayDialogue } from "../../dialogue/dialogue.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { addUntil, mostAfterDays, writingOutside } from "../../dialogue/writing-period.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { readForm } from "../../platform/http/form.ts";
import { Refused } from "../../platform/http/refused.ts";
import { dateLong, dateTimeRange } from "../../platform/time.ts";
import { writingTeamWords } from "../../prepare/planning/messages/writing-team.ts";
import { maySession } from "../../prepare/planning/session.ts";
import { Button } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice } from "../../ui/notice.tsx";
import { countWithPlace, setAfterDays, setPreparation } from "../live/outside.server.ts";
import type { Route } from "./+types/writing.route.ts";

const form = z.discriminatedUnion("doen", [
  z.object({ doen: z.enum(["open", "close"]) }),
  z.object({
    doen: z.literal("days"),
    days: z
      .string()
      .trim()
      .regex(/^\d{1,3}$/, "days")
      .transform(Number)
      .refine((days) => days <= mostAfterDays, "days"),
  }),
]);

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, session } = askedOfSession(context);
  return {
    id: session.id,
    title: session.title,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    open: session.prepareFrom !== null,
    mayOpen: maySession(session.state, "prepare") && mayDialogue(dialogue.state, "contribute"),
    people: await countWithPlace(context.get(servicesContext).db, session.id),
    days: session.afterDays,
    ended: session.state === "ended",
    until: session.state === "ended" ? addUntil(session) : null,
    now: writingOutside(session, dialogue.state, new Date()),
    saved: new URL(request.url).searchParams.has("bewaard"),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, session, team } = askedByTeamOfSession(context);
  const read = readForm(form, await request.formData());
  if (!read.ok) return data({ error: "days" as const, typed: read.typed.days ?? "" }, { status: 422 });
  const { db } = context.get(servicesContext);
  const at = { dialogueId: dialogue.id, sessionId: session.id, by: team.personId };
  try {
    if (read.value.doen === "days") await setAfterDays(db, at, read.value.days);
    else await setPreparation(db, at, read.value.doen === "open");
  } catch (error) {
    if (error instanceof Refused) return data({ error: "late" as const, typed: null }, { status: error.status });
    throw error;
  }
  return redirect(`/team/${dialogue.slug}/bijeenkomsten/${session.id}/schrijven?bewaard`, 303);
}

/** When people may write outside the session: prepare before it, add after it. */
export default function Writing({ loaderData: page, actionData }: Route.ComponentProps) {
  const m = useWords(writingTeamWords);
  const locale = useLocale();
  const { slug, title } = useDialogue();
  const until = page.until ? dateLong(new Date(page.until.getTime() - 1), locale) : null;
  return (
    <>
      <title>{`${m.title} · ${title}`}</title>
      <PageHead title={m.title} eyebrow={<TextLink to={`/team/${slug}/bijeenkomsten/${page.id}`}>{page.title}</TextLink>}>
        <p className="lead sentence">{dateTimeRange(page.startsAt, page.endsAt, locale)}</p>
      </PageHead>
      {page.saved && !actionData ? (
        <Notice variant="success" live="polite">
          {m.saved}
        </Notice>
      ) : null}
      {actionData?.error === "late" ? (
        <Notice variant="error" live="at-once">
          {m.late}
        </Notice>
      ) : null}
      <Rail id="voorbereiden" heading={m.before.heading}>
        <p>{m.before.text}</p>
        <p>
          <strong>
            {page.open ? (page.mayOpen ? m.before.open : m.before.over) : page.mayOpen ? m.before.closed : m.before.cannot}
          </strong>
        </p>
        {page.mayOpen ? (
          <Form method="post">
            <p className="actions">
              <Button variant={page.open ? "secondary" : "primary"} name="doen" value={page.open ? "close" : "open"}>
                {page.open ? m.before.close : m.before.start({ n: page.people })}
              </Button>
            </p>
            <p className="small quiet">{page.open ? m.before.later : m.before.once}</p>
          </Form>
        ) : null}
      </Rail>
      <Rail id="aanvullen" heading={m.after.heading}>
        <p>{m.after.text}</p>
        {page.ended ? (
          <p>
            <strong>
              {until === null ? m.after.none : page.now === "after" ? m.after.until({ until }) : m.after.was({ until })}
            </strong>
          </p>
        ) : null}
        <Form method="post" noValidate key={page.days}>
          <input type="hidden" name="doen" value="days" />
          <TextField
            name="days"
            label={m.after.days}
            hint={m.after.hint({ most: mostAfterDays })}
            inputMode="numeric"
            size={4}
            defaultValue={actionData?.typed ?? String(page.days)}
            error={actionData?.error === "days" ? m.after.error({ most: mostAfterDays }) : undefined}
          />
          <p className="actions">
            <Button variant="secondary">{m.after.save}</Button>
          </p>
        </Form>
      </Rail>
    </>
  );
}
