import { data, redirect } from "react-router";
import { askedByTeamOfSession, askedOfSession } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { objection } from "../../method/guard/weigh.ts";
import type { StepId } from "../../platform/ids.ts";
import { maySession } from "../planning/session.ts";
import type { Route } from "./+types/edit.route.ts";
import { runSheetWords } from "./messages/run-sheet.ts";
import { readMinutes } from "./run-sheet-checks.ts";
import { RunSheetPage } from "./run-sheet-page.tsx";
import { begunCount, type Edit, editRunSheet, findSteps } from "./run-sheets.server.ts";
import { stepKinds, usualShape } from "./step.ts";
import { guardedStep, readStep } from "./step-form.ts";
import { instructionFor } from "./templates/step-texts.ts";
import { stepsOfTemplate, templateNames } from "./templates/templates.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, session } = askedOfSession(context);
  const steps = await findSteps(context.get(servicesContext).db, session.id);
  const { id, title, startsAt, endsAt, version, state, currentStepId } = session;
  const over = !maySession(state, "editRunSheet");
  return {
    slug: dialogue.slug,
    session: { id, title, startsAt, endsAt, version },
    steps,
    begun: over ? steps.length : begunCount(state, currentStepId, steps),
    over,
    open: new URL(request.url).searchParams.get("onderdeel"),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, session, team, locale, db } = askedByTeamOfSession(context);
  const form = await request.formData();
  const id = String(form.get("step")) as StepId;
  const here = `/team/${dialogue.slug}/draaiboek/${session.id}`;
  const steps = await findSteps(db, session.id);
  const at = steps.findIndex((one) => one.id === id);
  let edit: Edit | null = null;
  const typed = Object.fromEntries([...form].filter((pair): pair is [string, string] => typeof pair[1] === "string"));

  switch (form.get("deed")) {
    case "save": {
      const { draft, errors } = readStep(form);
      if (Object.keys(errors).length > 0)
        return data({ step: id, errors, draft, minutes: typed.minutes, least: typed.least, refusal: null }, { status: 422 });
      if (objection(form, guardedStep))
        return data({ step: id, errors: {}, draft, minutes: typed.minutes, refusal: null, guarded: typed }, { status: 422 });
      edit = { kind: "save", id, to: draft, seen: Number(typed.version) };
      break;
    }
    case "minutes": {
      const minutes = readMinutes(typed.minutes ?? "");
      if (minutes === null)
        return data(
          { step: id, errors: { minutes: "minutes-1-240" as const }, draft: null, minutes: typed.minutes, refusal: null },
          { status: 422 },
        );
      edit = { kind: "minutes", id, seconds: minutes * 60 };
      break;
    }
    case "add": {
      const kind = stepKinds.find((one) => one === typed.kind) ?? "plenary";
      const made = crypto.randomUUID() as StepId;
      const shape = usualShape(kind);
      edit = {
        kind: "add",
        step: {
          id: made,
          ...shape,
          title: runSheetWords[locale].kinds[kind],
          question: "",
          instruction: instructionFor(kind)[locale],
          script: "",
        },
      };
      break;
    }
    case "template": {
      const name = templateNames.find((one) => one === typed.template) ?? "one-two-four-all";
      const made = stepsOfTemplate(name, locale).map((draft) => ({ ...draft, id: crypto.randomUUID() as StepId }));
      edit = { kind: "append", steps: made };
      break;
    }
    case "up":
      edit = { kind: "move", id, to: at - 1 };
      break;
    case "down":
      edit = { kind: "move", id, to: at + 1 };
      break;
    case "move":
      edit = { kind: "move", id, to: Number(typed.to) };
      break;
    case "remove":
      edit = { kind: "remove", id };
      break;
  }
  if (!edit) throw data("missing", { status: 400 });
  const done = await editRunSheet(db, { dialogueId: dialogue.id, sessionId: session.id }, team.personId, edit);
  if (!done.ok)
    return data({ step: id, errors: {}, draft: edit.kind === "save" ? edit.to : null, refusal: done.code }, { status: 409 });
  return redirect(edit.kind === "add" ? `${here}?onderdeel=${edit.step.id}` : here, 303);
}

export default function EditRunSheet({ loaderData, actionData }: Route.ComponentProps) {
  return <RunSheetPage {...loaderData} answer={actionData ?? null} />;
}
