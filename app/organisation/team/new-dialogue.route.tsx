import { randomUUID } from "node:crypto";
import { data, Form, redirect } from "react-router";
import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { languages } from "../../dialogue/language.ts";
import { teamWords } from "../../dialogue/messages/team.ts";
import { readTimes, usualDate } from "../../dialogue/session-times.ts";
import { TeamFrame } from "../../dialogue/team-frame.tsx";
import { useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import { errorLines, errorOf } from "../../platform/http/error-words.ts";
import { readForm } from "../../platform/http/form.ts";
import type { DialogueId } from "../../platform/ids.ts";
import { Button } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/form/choices.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import type { Route } from "./+types/new-dialogue.route.ts";
import { dialoguesToCopy, makeDialogue } from "./new-dialogue.server.ts";
import { guardedDialogue, newDialogueForm } from "./new-dialogue.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { team } = context.get(visitContext);
  if (!team) throw data("forbidden", { status: 403 });
  const toCopy = await dialoguesToCopy(context.get(servicesContext).db, team.personId);
  const asked = new URL(request.url).searchParams.get("vervolg");
  const follows = toCopy.find(({ id }) => id === asked) ?? null;
  const { locale } = context.get(visitContext);
  return { id: randomUUID(), date: usualDate(new Date()), name: team.name, language: locale, toCopy, follows };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { team } = context.get(visitContext);
  if (!team) throw data("forbidden", { status: 403 });
  const form = await request.formData();
  const read = readForm(newDialogueForm, form);
  if (!read.ok) return data(read, { status: 422 });
  const { id, title, basis, language } = read.value;
  const timed = readTimes(read.value, new Date());
  if (!timed.ok) return data({ ok: false as const, errors: timed.errors, typed: typedOf(form) }, { status: 422 });
  if (objection(form, guardedDialogue))
    return data({ ok: false as const, errors: {}, typed: typedOf(form), guarded: true }, { status: 422 });
  const slug = await makeDialogue(context.get(servicesContext).db, team.personId, {
    id: id as DialogueId,
    title,
    ...timed.times,
    language,
    from: basis === "template" ? "template" : (basis.replace("vervolg:", "") as DialogueId),
    follows: basis.startsWith("vervolg:"),
  });
  return redirect(`/team/${slug}`, 303);
}

const typedOf = (form: FormData) => Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));

export default function NewDialogue({ loaderData, actionData }: Route.ComponentProps) {
  const { start: m, problem } = useWords(teamWords);
  const typed: Record<string, string | undefined> = actionData?.typed ?? {};
  const errors = errorLines(m.errors, actionData?.errors);
  return (
    <TeamFrame me={{ name: loaderData.name, role: null }}>
      <title>{m.title}</title>
      <PageHead title={m.title} lead={m.lead} />
      <ErrorSummary heading={problem} errors={errors} />
      <Form method="post" noValidate>
        <input type="hidden" name="id" value={typed.id ?? loaderData.id} />
        {actionData && "guarded" in actionData ? (
          <GuardWarning typed={Object.entries(actionData.typed)} fields={guardedDialogue} />
        ) : null}
        <TextField
          name="title"
          label={m.name}
          hint={m.nameHint}
          defaultValue={typed.title}
          error={errorOf(errors, "title")}
          required
        />
        <fieldset className="side-by-side">
          <legend>{m.session}</legend>
          <TextField
            name="date"
            type="date"
            label={m.date}
            defaultValue={typed.date ?? loaderData.date}
            error={errorOf(errors, "date")}
            required
          />
          <TextField
            name="from"
            type="time"
            label={m.from}
            hint={m.zone}
            defaultValue={typed.from ?? "09:00"}
            error={errorOf(errors, "from")}
            required
          />
          <TextField
            name="until"
            type="time"
            label={m.until}
            hint={m.zone}
            defaultValue={typed.until ?? "11:00"}
            error={errorOf(errors, "until")}
            required
          />
        </fieldset>
        <RadioGroup
          name="language"
          legend={m.language}
          hint={m.languageHint}
          defaultValue={typed.language ?? loaderData.language}
          error={errorOf(errors, "language")}
          choices={languages.map((one) => ({ value: one, label: m.languages[one] }))}
        />
        {loaderData.toCopy.length === 0 ? (
          <input type="hidden" name="basis" value="template" />
        ) : (
          <RadioGroup
            name="basis"
            legend={m.basis}
            defaultValue={typed.basis ?? (loaderData.follows ? `vervolg:${loaderData.follows.id}` : "template")}
            error={errorOf(errors, "basis")}
            choices={[
              ...(loaderData.follows
                ? [{ value: `vervolg:${loaderData.follows.id}`, label: m.follow(loaderData.follows), hint: m.followHint }]
                : []),
              { value: "template", label: m.template, hint: m.templateHint },
              ...loaderData.toCopy.map((one) => ({ value: one.id, label: m.copy({ title: one.title }), hint: m.copyHint })),
            ]}
          />
        )}
        <div className="actions">
          <Button>{m.button}</Button>
          <TextLink to="/team">{m.back}</TextLink>
        </div>
      </Form>
    </TeamFrame>
  );
}
