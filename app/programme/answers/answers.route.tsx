import { data, redirect } from "react-router";
import { z } from "zod";
import { askedByTeam, askedOfDialogue } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { mayDialogue } from "../../dialogue/dialogue.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import { readForm } from "../../platform/http/form.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { ContributionId, ItemId, ThemeId } from "../../platform/ids.ts";
import { cleanText, textLength } from "../../platform/text.ts";
import { Rail } from "../../ui/chart/rail.tsx";
import { Empty } from "../../ui/empty.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { Typed, Written } from "../../ui/form/typed.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { Pages } from "../../ui/layout/pages.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice } from "../../ui/notice.tsx";
import { findProgramme } from "../items/programme.server.ts";
import { programmeWords } from "../messages/programme.ts";
import type { Route } from "./+types/answers.route.ts";
import { verdicts } from "./answer.ts";
import { AnswerLine, Waiting } from "./answer-line.tsx";
import { decide, listDeciders, type NewDecision } from "./answers.server.ts";
import { answersView } from "./answers-view.ts";
import { DecisionForm, fieldOf } from "./decision-form.tsx";
import "../items/programme.css";

const shape = z.object({
  about: z.string().regex(/^(thema|behoefte):[0-9a-f-]{36}$/, "missing"),
  verdict: z.enum(verdicts, "missing"),
  reason: z
    .string()
    .default("")
    .transform(cleanText)
    .refine((text) => text !== "", "missing")
    .refine((text) => textLength(text) <= 1_000, "long"),
  item: z.union([z.uuid(), z.literal("")]).default(""),
});

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, roles, db } = askedOfDialogue(context);
  const programme = await findProgramme(db, dialogue.id);
  const query = new URL(request.url).searchParams;
  const view = answersView(programme, query.get("behoefte"));
  const [waits, told] = [pageIn(query.get("pagina")), pageIn(query.get("gegeven"))];
  return {
    ...view,
    names: await listDeciders(db, dialogue.id),
    waiting: pageOf(view.waiting, waits),
    answered: pageOf(view.answered, told),
    counts: { needs: programme.needs.length, waiting: view.waiting.length, answered: view.answered.length },
    pages: { waits, told },
    items: programme.items.map(({ id, number, title }) => ({ id, number, title })),
    mayDecide: mayDialogue(dialogue.state, "planProgramme") && roles.has("organiser"),
    given: query.has("bewaard"),
  };
}

const perPage = 20;
const pageIn = (text: string | null) => Math.min(Math.max(1, Math.trunc(Number(text)) || 1), 10_000);
const pageOf = <T,>(all: readonly T[], page: number) => all.slice((page - 1) * perPage, page * perPage);

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, team } = askedByTeam(context);
  const form = await request.formData();
  const typed = Object.fromEntries(
    (["about", "verdict", "reason", "item"] as const).map((name) => [name, String(form.get(name) ?? "")]),
  ) as Record<"about" | "verdict" | "reason" | "item", string>;
  const no = (status: number, why: object) => data({ ...typed, errors: {}, guarded: false, refused: null, ...why }, { status });
  const read = readForm(shape, form);
  if (!read.ok) {
    if (read.errors.about || read.errors.item) throw data("missing", { status: 400 });
    return no(422, { errors: read.errors });
  }
  if (objection(form, ["reason"])) return no(422, { guarded: true });
  const [kind, id] = read.value.about.split(":") as [string, string];
  const about: NewDecision["about"] = kind === "thema" ? { theme: id as ThemeId } : { need: id as ContributionId };
  const { verdict, reason, item } = read.value;
  try {
    await decide(context.get(servicesContext).db, dialogue.id, team.personId, {
      ...{ about, verdict, reason },
      item: item === "" ? null : (item as ItemId),
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return no(error.status, { refused: error.code === "gone" ? "gone" : "not-now" });
  }
  const page = pageIn(new URL(request.url).searchParams.get("pagina"));
  return redirect(`/team/${dialogue.slug}/programma/antwoorden?bewaard${page > 1 ? `&pagina=${page}` : ""}`, 303);
}

export default function Answers({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(programmeWords);
  const m = words.answers;
  const { slug, title } = useDialogue();
  const { waiting, answered, one, items, mayDecide, given, counts, pages, names } = loaderData;
  const home = `/team/${slug}/programma/antwoorden`;
  const errors = Object.entries<string>(actionData?.errors ?? {}).flatMap(([name, why]) => {
    const text = m.errors[name]?.[why];
    return text && actionData ? [{ field: fieldOf(name, actionData.about), text }] : [];
  });
  const typedFor = (about: string) => (actionData?.about === about ? actionData : null);
  return (
    <>
      <title>{`${m.title} · ${title}`}</title>
      <PageHead title={m.title} lead={m.lead}>
        <p>
          <TextLink to={`/team/${slug}/programma`}>{words.back}</TextLink>
        </p>
      </PageHead>
      <ErrorSummary heading={words.form.summary} errors={errors} />
      {given && !actionData ? <Notice variant="success">{m.given}</Notice> : null}
      {one ? (
        <Rail id="behoefte" heading={m.one({ n: one.number })}>
          <Typed as="blockquote">{one.text}</Typed>
          {mayDecide ? <DecisionForm about={`behoefte:${one.id}`} items={items} typed={typedFor(`behoefte:${one.id}`)} /> : null}
        </Rail>
      ) : null}
      {counts.waiting > 0 ? (
        <h2 id="wacht">
          {m.waiting} <span className="small quiet">{m.count({ n: counts.waiting })}</span>
        </h2>
      ) : null}
      {counts.needs === 0 ? <Empty title={m.noNeeds}>{m.noNeedsText}</Empty> : null}
      {counts.needs > 0 && counts.waiting === 0 ? <Empty title={m.none}>{m.noneText}</Empty> : null}
      {waiting.map((line) => (
        <Rail
          key={line.about}
          id={line.anchor}
          heading={line.title ? <Written>{line.title}</Written> : m.need({ n: line.number ?? 0 })}
        >
          <Waiting line={line} slug={slug} />
          {mayDecide ? (
            <Disclosure summary={m.give} open={typedFor(line.about) !== null}>
              <DecisionForm about={line.about} items={items} suggested={line.suggested} typed={typedFor(line.about)} />
            </Disclosure>
          ) : null}
        </Rail>
      ))}
      <Pages
        page={pages.waits}
        more={counts.waiting > pages.waits * perPage}
        to={(page) => `${home}?pagina=${page}#wacht`}
        words={m.pages}
      />
      <Rail id="gegeven" heading={m.done}>
        {counts.answered === 0 ? <p>{m.doneNone}</p> : null}
        <ul className="entries">
          {answered.map((line) => (
            <li key={line.about} id={line.anchor}>
              <AnswerLine line={line} slug={slug} names={names} />
              {mayDecide ? (
                <Disclosure summary={m.change} open={typedFor(line.about) !== null}>
                  <DecisionForm about={line.about} items={items} typed={typedFor(line.about)} />
                </Disclosure>
              ) : null}
            </li>
          ))}
        </ul>
        <Pages
          page={pages.told}
          more={counts.answered > pages.told * perPage}
          to={(page) => `${home}?gegeven=${page}#gegeven`}
          words={m.pages}
        />
      </Rail>
    </>
  );
}
