import { data, Form, redirect } from "react-router";
import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { askedByTeam } from "../../dialogue/access/asked.server.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useLocale, useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import { errorLines, errorOf, fieldOf } from "../../platform/http/error-words.ts";
import { readForm } from "../../platform/http/form.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { PersonId } from "../../platform/ids.ts";
import { dateLong } from "../../platform/time.ts";
import { Button } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/form/choices.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice, Refusal } from "../../ui/notice.tsx";
import { handOverWords } from "../messages/hand-over.ts";
import type { Route } from "./+types/hand-over.route.ts";
import { askTransfer, countAgreed, handOverDialogue, listOrganisers, openHandOver, stopTransfer } from "./hand-over.server.ts";
import { firstUntil, guardedHandOver, handOverForm, isOver } from "./hand-over.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, team, db } = askedByTeam(context);
  const now = new Date();
  const [open, people, all] = await Promise.all([
    openHandOver(db, dialogue.id),
    countAgreed(db, dialogue.id),
    listOrganisers(db, dialogue.id),
  ]);
  return {
    open: open && { toName: open.toName, until: open.until, over: isOver(open.until, now), who: open.toPersonId },
    people,
    others: all.filter(({ id }) => id !== team.personId),
    names: all,
    first: firstUntil(now),
    told: new URL(request.url).searchParams.get("melding"),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, team, db } = askedByTeam(context);
  const at = { dialogueId: dialogue.id, by: team.personId };
  const home = `/team/${dialogue.slug}/overdracht`;
  const sent = await request.formData();
  const typed = Object.fromEntries([...sent].map(([name, value]) => [name, String(value)]));
  const no = (status: number, trouble: { errors?: Readonly<Record<string, string>>; guarded?: boolean; refused?: string }) =>
    data({ typed, errors: {} as Readonly<Record<string, string>>, guarded: false, refused: null, ...trouble }, { status });
  try {
    switch (sent.get("doen")) {
      case "vraag": {
        const read = readForm(handOverForm, sent);
        if (!read.ok) return no(422, { errors: read.errors });
        if (objection(sent, guardedHandOver)) return no(422, { guarded: true });
        await askTransfer(db, at, { ...read.value, to: read.value.to as PersonId });
        return redirect(`${home}?melding=asked`, 303);
      }
      case "stop":
        await stopTransfer(db, at);
        return redirect(`${home}?melding=stopped`, 303);
      case "overdracht":
        await handOverDialogue(db, at);
        return redirect("/team", 303);
      default:
        throw data("missing", { status: 400 });
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.code === "too-soon" ? no(422, { errors: { until: "too-soon" } }) : no(error.status, { refused: error.code });
  }
}

/** Another organisation goes on with the dialogue; people are asked first. */
export default function HandOver({ loaderData: page, actionData }: Route.ComponentProps) {
  const m = useWords(handOverWords);
  const locale = useLocale();
  const { slug, title } = useDialogue();
  const { open } = page;
  const tolds: Readonly<Record<string, string>> = m.told;
  const refusals: Readonly<Record<string, string>> = m.refused;
  const errors = errorLines(m.errors, actionData?.errors);
  const typed: Record<string, string | undefined> = actionData?.typed ?? {};
  return (
    <>
      <title>{`${m.title} · ${title}`}</title>
      <PageHead title={m.title} lead={m.lead} />
      {page.told && !actionData && Object.hasOwn(tolds, page.told) ? <Notice variant="success">{tolds[page.told]}</Notice> : null}
      {actionData?.refused ? <Refusal>{refusals[actionData.refused] ?? m.refused["not-asked"]}</Refusal> : null}
      <h2>{m.what}</h2>
      <ol>
        {m.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {open ? (
        <>
          <h2>{m.asked.heading}</h2>
          <p>
            {m.asked.text({
              to: open.toName,
              who: page.names.find(({ id }) => id === open.who)?.name ?? m.asked.someone,
              day: dateLong(new Date(`${open.until}T12:00:00Z`), locale),
            })}
          </p>
          <p>{m.asked.agreed(page.people)}</p>
          <p>{open.over ? m.asked.goText : m.asked.waits}</p>
          <Form method="post" className="actions">
            {open.over ? (
              <Button name="doen" value="overdracht" variant="secondary" danger>
                {m.asked.go}
              </Button>
            ) : null}
            <Button name="doen" value="stop" variant="secondary">
              {m.asked.stop}
            </Button>
          </Form>
        </>
      ) : page.others.length === 0 ? (
        <p>
          {m.nobody} <TextLink to={`/team/${slug}/team`}>{m.toTeam}</TextLink>
        </p>
      ) : (
        <>
          <ErrorSummary heading={m.problem} errors={errors} />
          <Form method="post" noValidate>
            {actionData?.guarded ? <GuardWarning typed={Object.entries(actionData.typed)} fields={guardedHandOver} /> : null}
            <TextField {...fieldOf("toName", m, typed, errors)} hint={m.toNameHint} required />
            <RadioGroup
              name="to"
              legend={m.to}
              hint={m.toHint}
              defaultValue={typed.to}
              error={errorOf(errors, "to")}
              choices={page.others.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextField
              name="until"
              type="date"
              label={m.until}
              hint={m.untilHint}
              defaultValue={typed.until ?? page.first}
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
      )}
    </>
  );
}
