import { data, Form, redirect } from "react-router";
import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { askedByTeam, askedOfDialogue } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { ConflictNotice, type Theirs, useTheirs } from "../../dialogue/conflict.tsx";
import { languages } from "../../dialogue/language.ts";
import { listRows, saveSettings, settingsOf } from "../../dialogue/settings.server.ts";
import { asSeen, guardedSettings, longestHelp, longestHouseRules, type Settings, settingsForm } from "../../dialogue/settings.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import { errorLines, errorOf, fieldOf } from "../../platform/http/error-words.ts";
import { readForm } from "../../platform/http/form.ts";
import { Refused } from "../../platform/http/refused.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { Checkbox, RadioGroup } from "../../ui/form/choices.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { FieldLine } from "../../ui/form/field-mark.tsx";
import { TextArea, TextField } from "../../ui/form/text-field.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { Notice } from "../../ui/notice.tsx";
import { admissionChanged } from "../planning/plan.server.ts";
import type { Route } from "./+types/settings.route.ts";
import { settingsWords } from "./messages/settings.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, db } = askedOfDialogue(context);
  const [fields, parties] = await Promise.all([listRows(db, "field", dialogue.id), listRows(db, "party", dialogue.id)]);
  const settings = settingsOf(dialogue);
  return {
    settings,
    seen: asSeen(settings),
    fields: fields.filter(({ removed }) => !removed),
    parties: parties.filter(({ removed }) => !removed),
    saved: new URL(request.url).searchParams.has("bewaard"),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, team } = askedByTeam(context);
  const form = await request.formData();
  const read = readForm(settingsForm, form);
  if (!read.ok) {
    const typed = { ...settingsOf(dialogue), ...read.typed } as Settings;
    return data({ typed, errors: read.errors, seen: String(form.get("seen")) }, { status: 422 });
  }
  if (objection(form, guardedSettings))
    return data({ typed: read.value, seen: String(form.get("seen")), guarded: true }, { status: 422 });
  const at = { dialogueId: dialogue.id, by: team.personId };
  try {
    const outcome = await saveSettings(
      context.get(servicesContext).db,
      at,
      String(form.get("seen")),
      read.value,
      admissionChanged,
    );
    if (outcome.status === "conflict")
      return data({ typed: read.value, current: outcome.current, seen: asSeen(outcome.current) }, { status: 409 });
  } catch (error) {
    if (error instanceof Refused) return data({ typed: read.value, refused: true, seen: "" }, { status: error.status });
    throw error;
  }
  return redirect(`/team/${dialogue.slug}/instellingen?bewaard`, 303);
}

interface Answer {
  readonly typed: Settings;
  readonly seen: string;
  readonly errors?: Readonly<Record<string, string>>;
  readonly current?: Settings;
  readonly refused?: boolean;
  readonly guarded?: boolean;
}

export default function SettingsPage({ loaderData, actionData }: Route.ComponentProps) {
  const m = useWords(settingsWords);
  const { slug, title, state } = useDialogue();
  const answer = actionData as Answer | undefined;
  const shown = answer?.typed ?? loaderData.settings;
  const errors = errorLines(m.errors, answer?.errors);
  const theirs = answer?.current && differences(answer.typed, answer.current, m);
  const saved = useTheirs(theirs);
  const home = `/team/${slug}/instellingen`;
  return (
    <>
      <title>{`${m.title} · ${title}`}</title>
      <PageHead title={m.title} lead={m.lead} />
      {loaderData.saved && !answer && (
        <Notice variant="success" live="polite">
          {m.saved}
        </Notice>
      )}
      {(answer?.refused || state === "archived") && <Notice variant="warn">{m.closed}</Notice>}
      <Form method="post" noValidate action={home}>
        <ErrorSummary heading={m.problem} errors={errors} />
        <ConflictNotice when={theirs !== undefined} />
        {answer?.guarded ? <GuardWarning typed={Object.entries(answer.typed)} fields={guardedSettings} /> : null}
        <input type="hidden" name="seen" value={answer?.seen ?? loaderData.seen} />
        <Rail id="taal" heading={m.inLanguage}>
          <RadioGroup
            name="language"
            legend={m.language}
            hint={saved("language", m.languageHint)}
            defaultValue={shown.language}
            error={errorOf(errors, "language")}
            choices={languages.map((one) => ({ value: one, label: m.languages[one] }))}
          />
        </Rail>
        <Rail id="paginas" heading={m.onPages}>
          <TextArea
            {...fieldOf("houseRules", m, shown, errors)}
            hint={saved("houseRules", m.houseRulesHint)}
            rows={8}
            max={longestHouseRules}
            count={{ ...m.count, limit: m.count.limit({ n: longestHouseRules }) }}
          />
          <TextField
            name="helpContact"
            label={m.help}
            hint={saved("helpContact", m.helpHint)}
            defaultValue={shown.helpContact}
            error={errorOf(errors, "helpContact")}
            max={longestHelp}
          />
        </Rail>
        <Rail id="deelgroepen" heading={m.inGroups}>
          <Checkbox
            name="silenceNudge"
            label={m.silenceNudge}
            hint={m.silenceNudgeHint}
            defaultChecked={Boolean(shown.silenceNudge)}
          />
        </Rail>
        <Rail id="meedoen" heading={m.registration}>
          <RadioGroup
            name="admission"
            legend={m.admission}
            hint={saved("admission")}
            defaultValue={shown.admission}
            error={errorOf(errors, "admission")}
            choices={[
              { value: "automatic", label: m.automatic, hint: m.automaticHint },
              { value: "selection", label: m.selection, hint: m.selectionHint },
            ]}
          />
          <Checkbox
            name="confirmNewDevice"
            label={m.confirmNewDevice}
            hint={m.confirmNewDeviceHint}
            defaultChecked={Boolean(shown.confirmNewDevice)}
          />
          <Checkbox
            name="linkInCalendar"
            label={m.linkInCalendar}
            hint={m.linkInCalendarHint}
            defaultChecked={Boolean(shown.linkInCalendar)}
          />
          <div className="actions">
            <Button>{m.save}</Button>
          </div>
        </Rail>
      </Form>
      <Rail id="lijsten" heading={m.lists}>
        <h3>{m.fields}</h3>
        <ul className="plain">
          {loaderData.fields.map((one) => (
            <li key={one.id}>
              <FieldLine shape={one.mark}>{one.name}</FieldLine>
            </li>
          ))}
        </ul>
        <p>
          <LinkButton variant="secondary" to={`${home}/vakgebieden`}>
            {m.toFields}
          </LinkButton>
        </p>
        <h3>{m.parties}</h3>
        <ul className="plain">
          {loaderData.parties.map((one) => (
            <li key={one.id}>
              <Written>{one.name}</Written>
            </li>
          ))}
        </ul>
        <p>
          <LinkButton variant="secondary" to={`${home}/partijen`}>
            {m.toParties}
          </LinkButton>
        </p>
      </Rail>
    </>
  );
}

type Words = { automatic: string; selection: string; languages: Readonly<Record<Settings["language"], string>> };
function differences(typed: Settings, current: Settings, m: Words): Theirs {
  return {
    ...(typed.language !== current.language && { language: m.languages[current.language] }),
    ...(typed.houseRules !== current.houseRules && { houseRules: current.houseRules }),
    ...(typed.helpContact !== current.helpContact && { helpContact: current.helpContact }),
    ...((typed.admission !== current.admission ||
      typed.confirmNewDevice !== current.confirmNewDevice ||
      typed.linkInCalendar !== current.linkInCalendar) && { admission: m[current.admission] }),
  };
}
