import { data, Form, redirect } from "react-router";
import { z } from "zod";
import { askedByTeam, askedOfDialogue } from "../../dialogue/access/asked.server.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useLocale, useWords } from "../../language/words.ts";
import { errorLines, errorOf } from "../../platform/http/error-words.ts";
import { readForm } from "../../platform/http/form.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { InsightId, PulseId } from "../../platform/ids.ts";
import { dateLong } from "../../platform/time.ts";
import { revealInsights } from "../../session/outcomes/reveal.server.ts";
import { pulseWords } from "../../session/results/messages/pulse.ts";
import { Button } from "../../ui/button.tsx";
import { CheckboxGroup } from "../../ui/form/choices.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice, Refusal } from "../../ui/notice.tsx";
import type { Route } from "./+types/pulse-team.route.ts";
import { askPulse, lastPulse, listOpenInsights, stopPulse } from "./pulse.server.ts";
import { isOpen, pulseForm } from "./pulse.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, roles, db } = askedOfDialogue(context);
  const now = new Date();
  const [last, insights] = await Promise.all([lastPulse(db, dialogue.id), listOpenInsights(db, dialogue.id)]);
  return {
    last: last && {
      until: last.until,
      open: isOpen(last, now),
      shown: last.insights.every(({ revealedAt }) => revealedAt !== null),
      insights: last.insights.map(({ id, number, text }) => ({ id, number, text })),
    },
    insights,
    may: roles.has("organiser"),
    fresh: crypto.randomUUID() as string,
    until: new Date(now.getTime() + 14 * 86_400_000).toISOString().slice(0, 10),
    told: new URL(request.url).searchParams.get("melding"),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, team, db } = askedByTeam(context);
  const at = { dialogueId: dialogue.id, by: team.personId };
  const home = `/team/${dialogue.slug}/peiling`;
  const sent = await request.formData();
  const chosen = z.array(z.uuid()).max(1000).catch([]).parse(sent.getAll("inzicht"));
  const typed = { id: String(sent.get("id") ?? ""), until: String(sent.get("until") ?? "") };
  const no = (status: number, trouble: { errors?: Readonly<Record<string, string>>; refused?: "open" }) =>
    data({ typed, chosen, errors: {} as Readonly<Record<string, string>>, refused: null, ...trouble }, { status });
  switch (sent.get("doen")) {
    case "vraag": {
      const read = readForm(pulseForm, sent);
      if (!read.ok) return no(422, { errors: read.errors });
      try {
        await askPulse(db, at, { id: read.value.id as PulseId, until: read.value.until, insights: chosen as InsightId[] });
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        if (error.code === "open") return no(409, { refused: "open" });
        return no(422, { errors: error.code === "past" ? { until: "past" } : { inzicht: error.code } });
      }
      return redirect(`${home}?melding=asked`, 303);
    }
    case "stop":
      await stopPulse(db, at);
      return redirect(`${home}?melding=stopped`, 303);
    case "toon": {
      const last = await lastPulse(db, dialogue.id);
      await stopPulse(db, at);
      for (const { id } of last?.insights ?? []) await revealInsights(db, dialogue.id, team.personId, id);
      return redirect(`${home}?melding=shown`, 303);
    }
    default:
      throw data("missing", { status: 400 });
  }
}

/** Asks a few insights between two meetings, and shows what came of it. */
export default function PulseDesk({ loaderData: page, actionData }: Route.ComponentProps) {
  const m = useWords(pulseWords);
  const locale = useLocale();
  const { slug, title } = useDialogue();
  const { last } = page;
  const tolds: Readonly<Record<string, string>> = m.told;
  const errors = errorLines(m.errors, actionData?.errors);
  const day = last ? dateLong(new Date(`${last.until}T12:00:00Z`), locale) : "";
  return (
    <>
      <title>{`${m.title} · ${title}`}</title>
      <PageHead title={m.title} lead={m.lead} />
      {page.told && !actionData && Object.hasOwn(tolds, page.told) ? <Notice variant="success">{tolds[page.told]}</Notice> : null}
      {actionData?.refused ? <Refusal>{m.refused[actionData.refused]}</Refusal> : null}
      {last ? (
        <>
          <p>{last.open ? m.running({ day }) : m.over({ day })}</p>
          <ul>
            {last.insights.map(({ id, number, text }) => (
              <li key={id}>
                <TextLink href={`/team/${slug}/inzichten/uitkomst/${number}`}>{text}</TextLink>
              </li>
            ))}
          </ul>
          {page.may ? (
            <Form method="post" className="actions">
              {last.open ? (
                <Button name="doen" value="stop" variant="secondary">
                  {m.stop}
                </Button>
              ) : null}
              {last.shown ? null : (
                <Button name="doen" value="toon" variant="secondary">
                  {m.show}
                </Button>
              )}
            </Form>
          ) : null}
          {last.shown ? <p>{m.shown}</p> : null}
        </>
      ) : null}
      {page.may && !last?.open ? (
        page.insights.length === 0 ? (
          <p>{m.none}</p>
        ) : (
          <>
            <ErrorSummary heading={m.problem} errors={errors} />
            <Form method="post" noValidate>
              <input type="hidden" name="id" value={actionData?.typed.id || page.fresh} />
              <CheckboxGroup
                name="inzicht"
                legend={m.which}
                hint={m.whichHint}
                error={errorOf(errors, "inzicht")}
                defaultValue={actionData?.chosen ?? []}
                choices={page.insights.map(({ id, number, text }) => ({ value: id, label: `${number}. ${text}` }))}
              />
              <TextField
                name="until"
                type="date"
                label={m.until}
                defaultValue={actionData?.typed.until ?? page.until}
                error={errorOf(errors, "until")}
                required
              />
              <p className="actions">
                <Button name="doen" value="vraag">
                  {m.ask}
                </Button>
              </p>
            </Form>
          </>
        )
      ) : null}
    </>
  );
}
