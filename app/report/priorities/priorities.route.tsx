import { data, Form, redirect } from "react-router";
import { z } from "zod";
import { askedByTeam, askedOfDialogue } from "../../dialogue/access/asked.server.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useLocale, useWords } from "../../language/words.ts";
import { readForm } from "../../platform/http/form.ts";
import { Refused } from "../../platform/http/refused.ts";
import { dateTime } from "../../platform/time.ts";
import { marksAreOpen } from "../../session/weigh/marks.server.ts";
import { listLengths } from "../../session/weigh/short-lists.ts";
import { Button } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { RadioGroup } from "../../ui/form/choices.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice, Refusal } from "../../ui/notice.tsx";
import { fieldsOf } from "../write/fields.server.ts";
import type { Route } from "./+types/priorities.route.ts";
import { prioritiesWords } from "./messages/priorities.ts";
import { countMarks, findShortList, revealShortList, wordsOf } from "./short-lists.server.ts";
import { ShortListsView } from "./short-lists-view.tsx";

export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue, roles, db } = askedOfDialogue(context);
  const state = await findShortList(db, dialogue.id);
  return {
    ...state,
    open: await marksAreOpen(db, dialogue.id),
    fields: await fieldsOf(db, dialogue.id),
    words: state.figures ? await wordsOf(db, state.figures) : {},
    mayWrite: roles.has("organiser") || roles.has("facilitator"),
  };
}

const length = z.coerce.number("length").int("length").min(listLengths.least, "length").max(listLengths.most, "length");
const form = z.discriminatedUnion(
  "doen",
  [
    z.object({ doen: z.literal("count"), lengte: length, over: z.enum(["themes", "needs"], "other") }),
    z.object({ doen: z.literal("reveal") }),
    z.object({ doen: z.literal("cover") }),
  ],
  { error: "other" },
);

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, team, db } = askedByTeam(context);
  const read = readForm(form, await request.formData());
  if (!read.ok) return data({ code: Object.values(read.errors)[0] ?? "other", typed: read.typed.lengte ?? "" }, { status: 422 });
  const wish = read.value;
  try {
    if (wish.doen === "count") await countMarks(db, dialogue.id, team.personId, { length: wish.lengte, over: wish.over });
    else await revealShortList(db, dialogue.id, team.personId, wish.doen === "reveal");
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return data({ code: error.code, typed: wish.doen === "count" ? String(wish.lengte) : "" }, { status: error.status });
  }
  return redirect(`/team/${dialogue.slug}/prioriteiten`, 303);
}

/** For the team: count, choose how long the lists are, and show them. */
export default function Priorities({ loaderData, actionData }: Route.ComponentProps) {
  const m = useWords(prioritiesWords);
  const locale = useLocale();
  const { slug, title } = useDialogue();
  const { open, figures, countedAt, revealedAt, fields, words, mayWrite } = loaderData;
  const code = actionData?.code;
  const said =
    code === undefined ? null : Object.hasOwn(m.refusals, code) ? m.refusals[code as keyof typeof m.refusals] : m.refusals.other;
  return (
    <>
      <title>{`${m.title} · ${title}`}</title>
      <PageHead title={m.title} lead={m.lead}>
        <p className="row-actions">
          <TextLink to={`/team/${slug}/verslag`}>{m.back}</TextLink>
        </p>
      </PageHead>
      {said && code !== "length" ? <Refusal>{said}</Refusal> : null}
      {open ? <Notice>{m.desk.open}</Notice> : null}
      {mayWrite ? (
        <Rail id="tellen" heading={figures ? m.desk.again : m.desk.count}>
          <Form method="post" className="count-form">
            <TextField
              name="lengte"
              label={m.desk.length}
              hint={m.desk.lengthHint(listLengths)}
              inputMode="numeric"
              size={3}
              defaultValue={actionData?.typed || String(loaderData.length)}
              error={code === "length" ? m.refusals.length : undefined}
            />
            <RadioGroup
              name="over"
              legend={m.desk.over}
              defaultValue={loaderData.over}
              choices={(["themes", "needs"] as const).map((value) => ({ value, label: m.desk.overs[value] }))}
            />
            <Button name="doen" value="count" variant={figures ? "secondary" : "primary"}>
              {figures ? m.desk.again : m.desk.count}
            </Button>
          </Form>
          <p className="small quiet">{countedAt ? m.desk.counted({ when: dateTime(countedAt, locale) }) : m.desk.none}</p>
        </Rail>
      ) : null}
      {figures && mayWrite ? (
        <Form method="post" className="row-actions">
          <span>{revealedAt ? m.desk.shown : m.desk.hidden}</span>
          <Button name="doen" value={revealedAt ? "cover" : "reveal"} variant="secondary">
            {revealedAt ? m.desk.cover : m.desk.reveal}
          </Button>
        </Form>
      ) : null}
      {figures ? <ShortListsView lists={figures} fields={fields} words={words} level={2} /> : null}
    </>
  );
}
