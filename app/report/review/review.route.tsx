import { data, Form, redirect } from "react-router";
import { z } from "zod";
import { askedByTeam, askedOfDialogue } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { mayDialogue } from "../../dialogue/dialogue.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useLocale, useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import type { Db } from "../../platform/database/change.server.ts";
import { readForm } from "../../platform/http/form.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, DissentId, PersonId, RemarkId } from "../../platform/ids.ts";
import { cleanText, textLength } from "../../platform/text.ts";
import { dateTime, readZoned, utcToZoned } from "../../platform/time.ts";
import { Button } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice, Refusal } from "../../ui/notice.tsx";
import type { Route } from "./+types/review.route.ts";
import { answerDissent, listDissents } from "./dissents.server.ts";
import { findReview } from "./find-review.server.ts";
import { reviewWords } from "./messages/review.ts";
import { answerRemark, hideRemark, listRemarks } from "./remarks.server.ts";
import { answerShape, guardedAnswer, momentOf, remarkLimit } from "./review.ts";
import { type Answering, DissentAnswers, RemarkAnswers } from "./review-answers.tsx";
import { PlanForm } from "./review-plan.tsx";
import { endReview, planReview, refreshCopy } from "./reviews.server.ts";
import "../read/report.css";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, roles, db } = askedOfDialogue(context);
  const now = new Date();
  const found = await findReview(db, dialogue.id);
  const moment = found && momentOf(found, now);
  const dates = found && moment !== "closed" ? found : { opensAt: now, closesAt: new Date(now.getTime() + 14 * 24 * 3_600_000) };
  const [from, until] = [utcToZoned(dates.opensAt), utcToZoned(dates.closesAt)];
  return {
    review: found && { opensAt: found.opensAt, closesAt: found.closesAt, copy: found.copy, copiedAt: found.copiedAt },
    moment,
    dates: {
      fromDate: from.date,
      fromTime: from.time,
      untilDate: until.date,
      untilTime: moment === "closed" || !moment ? "17:00" : until.time,
    },
    parts: found ? { content: found.content } : null,
    remarks: found ? await listRemarks(db, found, null) : [],
    dissents: found ? await listDissents(db, found, null) : [],
    mayWrite: roles.has("organiser") && mayDialogue(dialogue.state, "draftReport"),
    said: new URL(request.url).searchParams.get("gezegd"),
  };
}

interface At {
  readonly db: Db;
  readonly dialogueId: DialogueId;
  readonly who: PersonId;
  readonly here: string;
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, team } = askedByTeam(context);
  const at: At = {
    db: context.get(servicesContext).db,
    dialogueId: dialogue.id,
    who: team.personId,
    here: `/team/${dialogue.slug}/verslag/meelezen`,
  };
  const form = await request.formData();
  const values = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
  try {
    const no = await doDeed(at, form, String(form.get("doen")));
    if (no) return data({ values, ...no }, { status: 422 });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return data({ values, errors: {}, guarded: false, refused: error.code }, { status: error.status });
  }
  const takenBack = values.doen === "weerwoord" && cleanText(values.answer ?? "") === "";
  return redirect(`${at.here}?gezegd=${takenBack ? "weerwoord-weg" : values.doen}`, 303);
}

type No = Pick<Answering, "errors" | "guarded"> & { readonly refused: string | null };

async function doDeed({ db, dialogueId, who }: At, form: FormData, deed: string): Promise<No | null> {
  if (deed === "dagen") {
    const moment = (name: string) => readZoned(String(form.get(`${name}Date`)), String(form.get(`${name}Time`)));
    const [opensAt, closesAt] = [moment("from"), moment("until")];
    if (!opensAt || !closesAt) return { errors: {}, guarded: false, refused: "date" };
    await planReview(db, dialogueId, who, { opensAt, closesAt });
    return null;
  }
  if (deed === "bijwerken") await refreshCopy(db, dialogueId, who);
  else if (deed === "sluiten") await endReview(db, dialogueId, who);
  else return answer({ db, dialogueId, who }, form, deed);
  return null;
}

async function answer({ db, dialogueId, who }: Omit<At, "here">, form: FormData, deed: string): Promise<No | null> {
  const id = z.uuid().safeParse(form.get("wat"));
  if (!id.success) throw data("missing", { status: 400 });
  if (deed === "verberg" || deed === "toon") await hideRemark(db, dialogueId, who, id.data as RemarkId, deed === "verberg");
  else if (deed === "antwoord") {
    const read = readForm(answerShape, form);
    if (!read.ok) return { errors: read.errors, guarded: false, refused: null };
    if (objection(form, guardedAnswer)) return { errors: {}, guarded: true, refused: null };
    await answerRemark(db, dialogueId, who, id.data as RemarkId, read.value);
  } else if (deed === "weerwoord") {
    const words = cleanText(String(form.get("answer") ?? ""));
    if (textLength(words) > remarkLimit) return { errors: { answer: "long" }, guarded: false, refused: null };
    if (objection(form, guardedAnswer)) return { errors: {}, guarded: true, refused: null };
    const changed = await answerDissent(db, dialogueId, who, id.data as DissentId, words);
    if (!changed && words === "") return { errors: { answer: "nothing" }, guarded: false, refused: null };
  } else throw data("missing", { status: 400 });
  return null;
}

export default function ReviewDesk({ loaderData, actionData }: Route.ComponentProps) {
  const m = useWords(reviewWords).team;
  const locale = useLocale();
  const { slug, title } = useDialogue();
  const { review, moment, dates, remarks, dissents, parts, mayWrite, said } = loaderData;
  const told: Readonly<Record<string, string>> = {
    dagen: m.saved,
    bijwerken: m.refreshed,
    sluiten: m.closed,
    antwoord: m.answered,
    weerwoord: m.dissentAnswered,
    "weerwoord-weg": m.dissentUnanswered,
    verberg: m.hidden,
    toon: m.shown,
  };
  const waiting = remarks.filter(({ state, verdict }) => state === "visible" && verdict === null).length;
  const answerable = remarks.filter(({ state }) => state === "visible").length;
  const hidden = remarks.filter(({ state }) => state === "hidden").length;
  const answering: Answering | null = actionData
    ? { values: actionData.values, errors: actionData.errors, guarded: actionData.guarded }
    : null;
  const no = actionData?.refused;
  return (
    <>
      <title>{`${m.title} · ${title}`}</title>
      <PageHead title={m.title} lead={m.lead}>
        <p>
          <TextLink to={`/team/${slug}/verslag`}>{m.back}</TextLink>
        </p>
      </PageHead>
      {said && !actionData && told[said] ? <Notice variant="success">{told[said]}</Notice> : null}
      {no ? <Refusal>{m.errors[no] ?? m.errors["not-now"]}</Refusal> : null}
      <Rail id="wanneer" heading={m.plan}>
        {review && moment ? (
          <>
            <p>
              {m.moments[moment]({ from: dateTime(review.opensAt, locale), until: dateTime(review.closesAt, locale) })}{" "}
              {m.copy({ n: review.copy, at: dateTime(review.copiedAt, locale) })}
            </p>
            {mayWrite && moment !== "closed" ? (
              <Form method="post" className="row-actions">
                <Button variant="secondary" name="doen" value="bijwerken">
                  {m.refresh}
                </Button>
                <Button variant="quiet" name="doen" value="sluiten">
                  {m.close}
                </Button>
              </Form>
            ) : null}
          </>
        ) : null}
        {mayWrite ? <PlanForm dates={{ ...dates, ...(no ? actionData?.values : {}) }} moment={moment} /> : null}
      </Rail>
      <Rail id="opmerkingen" heading={m.remarks}>
        <p>{answerable > 0 ? m.open({ n: waiting, of: answerable }) : hidden > 0 ? m.allHidden : m.remarksNone}</p>
        {parts ? <RemarkAnswers remarks={remarks} content={parts.content} mayWrite={mayWrite} answering={answering} /> : null}
      </Rail>
      <Rail id="minderheid" heading={m.dissents}>
        <p>{dissents.length === 0 ? m.dissentsNone : m.dissentLead}</p>
        {parts ? <DissentAnswers dissents={dissents} content={parts.content} mayWrite={mayWrite} answering={answering} /> : null}
      </Rail>
    </>
  );
}
