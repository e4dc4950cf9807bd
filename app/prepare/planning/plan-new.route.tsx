import { randomUUID } from "node:crypto";
import { data, Form, redirect } from "react-router";
import { z } from "zod";
import { askedByTeam, askedOfDialogue } from "../../dialogue/access/asked.server.ts";
import { servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { dialogueWords } from "../../dialogue/messages/dialogue.ts";
import { usualDate } from "../../dialogue/session-times.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import { errorLines, errorOf } from "../../platform/http/error-words.ts";
import { readForm } from "../../platform/http/form.ts";
import type { SessionId } from "../../platform/ids.ts";
import { Button } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/form/choices.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import type { Route } from "./+types/plan-new.route.ts";
import { lastSession, planSession } from "./plan.server.ts";
import { guardedPlan, planForm, readPlan } from "./plan.ts";
import { PlanFields } from "./plan-form.tsx";

const form = planForm.extend({
  id: z.uuid("missing"),
  basis: z.string({ error: "missing" }).regex(/^(template|vervolg|[0-9a-f-]{36})$/, "missing"),
});

export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue } = askedOfDialogue(context);
  const last = await lastSession(context.get(servicesContext).db, dialogue.id);
  return {
    typed: {
      id: randomUUID() as string,
      title: "",
      date: usualDate(new Date()),
      from: "09:00",
      until: "11:00",
      closes: "",
      capacity: String(last?.capacity ?? 72),
    },
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, team } = askedByTeam(context);
  const sent = await request.formData();
  const typed = Object.fromEntries([...sent].map(([name, value]) => [name, String(value)]));
  const read = readForm(form, sent);
  if (!read.ok) return data(read, { status: 422 });
  const planned = readPlan(read.value, new Date());
  if (!planned.ok) return data({ errors: planned.errors, typed }, { status: 422 });
  if (objection(sent, guardedPlan)) return data({ errors: {}, typed, guarded: true }, { status: 422 });
  const at = { dialogueId: dialogue.id, by: team.personId, id: read.value.id as SessionId };
  const { basis } = read.value;
  const { locale } = context.get(visitContext);
  const from =
    basis === "template" || basis === "vervolg"
      ? { template: locale, name: basis === "vervolg" ? ("follow-up" as const) : ("online-dialogue" as const) }
      : (basis as SessionId);
  await planSession(context.get(servicesContext).db, at, planned.plan, from);
  return redirect(`/team/${dialogue.slug}`, 303);
}

export default function PlanNew({ loaderData, actionData }: Route.ComponentProps) {
  const m = useWords(dialogueWords).plan;
  const { slug, title, sessions } = useDialogue();
  const typed: Record<string, string | undefined> = actionData?.typed ?? loaderData.typed;
  return (
    <>
      <title>{`${m.newTitle} · ${title}`}</title>
      <PageHead title={m.newTitle} lead={m.newLead} />
      <Form method="post" noValidate>
        <input type="hidden" name="id" value={typed.id ?? loaderData.typed.id} />
        <PlanFields typed={typed} errors={actionData?.errors} guarded={actionData && "guarded" in actionData} />
        <RadioGroup
          name="basis"
          legend={m.basis}
          defaultValue={typed.basis ?? sessions.at(-1)?.id ?? "template"}
          error={errorOf(errorLines(m.errors, actionData?.errors), "basis")}
          choices={[
            ...sessions.map((one) => ({ value: one.id as string, label: m.copy({ title: one.title }) })),
            { value: "template", label: m.template },
            ...(sessions.length > 0 ? [{ value: "vervolg", label: m.followUp }] : []),
          ]}
        />
        <div className="actions">
          <Button>{m.plan}</Button>
          <TextLink to={`/team/${slug}`}>{m.back}</TextLink>
        </div>
      </Form>
    </>
  );
}
