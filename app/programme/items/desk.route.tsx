import { data, Form, redirect } from "react-router";
import { askedByTeam, askedOfDialogue } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { mayDialogue } from "../../dialogue/dialogue.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useLocale, useWords } from "../../language/words.ts";
import { Refused } from "../../platform/http/refused.ts";
import { dateLong } from "../../platform/time.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice, Refusal } from "../../ui/notice.tsx";
import { askReactions } from "../answers/reactions.server.ts";
import { coverageWords } from "../messages/coverage.ts";
import { programmeWords } from "../messages/programme.ts";
import { programmeVoiceWords } from "../messages/programme-voice.ts";
import { timelineWords } from "../messages/timeline.ts";
import type { Route } from "./+types/desk.route.ts";
import { dayOf } from "./day.ts";
import { ItemList } from "./item-list.tsx";
import { showProgramme } from "./items.server.ts";
import { findProgramme, listNews } from "./programme.server.ts";
import { ThemeTable } from "./theme-table.tsx";
import { movesOf, timelineOf } from "./timeline.ts";
import { TimelineView } from "./timeline-view.tsx";
import "./programme.css";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, roles, db } = askedOfDialogue(context);
  const { items, themes, needs, open, left } = await findProgramme(db, dialogue.id);
  const today = dayOf(new Date());
  const planning = mayDialogue(dialogue.state, "planProgramme");
  return {
    items: items.map(({ history: _, figures: __, ...one }) => one),
    askedAt: dialogue.programmeAskedAt,
    askEndedAt: dialogue.programmeAskEndedAt,
    themes: themes.map(({ open: waits, ...one }) => ({ ...one, waits: waits.length })),
    needs: needs.length,
    open: open.length,
    left,
    shownAt: dialogue.programmeShownAt,
    today,
    line: timelineOf(
      items.map(({ number, steps }) => ({ number, steps, late: today })),
      movesOf(items, await listNews(db, items)),
      today,
    ),
    mayWrite: planning && (roles.has("organiser") || roles.has("analyst")),
    isOrganiser: roles.has("organiser"),
    mayShow: planning && roles.has("organiser"),
    removed: new URL(request.url).searchParams.has("weggehaald"),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, team } = askedByTeam(context);
  const form = await request.formData();
  const shown = form.get("open");
  const asks = form.get("vraag");
  if (asks === null && shown !== "ja" && shown !== "nee") throw data("missing", { status: 400 });
  try {
    const { db } = context.get(servicesContext);
    if (asks !== null) await askReactions(db, dialogue.id, team.personId, asks === "ja");
    else await showProgramme(db, dialogue.id, team.personId, shown === "ja");
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return data({ refused: true }, { status: error.status });
  }
  return redirect(`/team/${dialogue.slug}/programma`, 303);
}

export default function ProgrammeDesk({ loaderData, actionData }: Route.ComponentProps) {
  const m = useWords(programmeWords);
  const covers = useWords(coverageWords);
  const timeline = useWords(timelineWords);
  const locale = useLocale();
  const { slug, title } = useDialogue();
  const { items, themes, needs, open, left, shownAt, mayWrite, isOrganiser, mayShow, removed, askedAt, askEndedAt } = loaderData;
  const voice = useWords(programmeVoiceWords).desk;
  const asking = askedAt !== null && askEndedAt === null;
  const home = `/team/${slug}/programma`;
  const withItem = themes.filter((one) => one.items.length > 0).length;
  return (
    <>
      <title>{`${m.title} · ${title}`}</title>
      <PageHead title={m.title} lead={m.lead} />
      {removed ? <Notice variant="success">{m.form.removed}</Notice> : null}
      {actionData?.refused ? <Refusal>{m.form.notNow}</Refusal> : null}
      <Rail id="stand" heading={m.standing.heading}>
        <ul>
          <li>{m.standing.items({ n: items.length })}</li>
          {themes.length > 0 ? <li>{m.standing.themes({ n: withItem, of: themes.length })}</li> : null}
          <li>{needs === 0 ? m.standing.noNeeds : open > 0 ? m.standing.open({ n: open }) : m.standing.allAnswered}</li>
        </ul>
        <p className="row-actions">
          <LinkButton to={`${home}/antwoorden`} variant="secondary">
            {open > 0 && mayWrite ? m.standing.answer : m.standing.answers}
          </LinkButton>
          <TextLink to={`${home}/dekking`}>{covers.link}</TextLink>
        </p>
      </Rail>
      <Rail id="punten" heading={m.items.heading}>
        <ItemList items={items} home={home} today={loaderData.today} />
        {mayWrite ? (
          <p className="actions">
            <LinkButton to={`${home}/nieuw`}>{m.items.add}</LinkButton>
          </p>
        ) : null}
      </Rail>
      {loaderData.line ? (
        <Rail id="tijdlijn" heading={timeline.heading}>
          <TimelineView line={loaderData.line} items={items} itemAt={(number) => `${home}/${number}`} />
        </Rail>
      ) : null}
      <Rail id="themas" heading={m.themes.heading}>
        {themes.length > 0 ? (
          <ThemeTable themes={themes} home={home} mayWrite={mayWrite} />
        ) : (
          <p>
            {m.themes.none} <TextLink to={`/team/${slug}/themas`}>{m.themes.toThemes}</TextLink>
          </p>
        )}
      </Rail>
      {items.length > 0 ? (
        <Rail id="vakgebieden" heading={m.left.heading}>
          {left.length === 0 ? (
            <p>{m.left.none}</p>
          ) : (
            <>
              <p>{m.left.text}</p>
              <ul>
                {left.map(({ id, name }) => (
                  <li key={id}>
                    <Written>{name}</Written>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Rail>
      ) : null}
      {items.length > 0 ? (
        <Rail id="reacties" heading={voice.heading}>
          <p>
            {askedAt === null
              ? voice.no
              : askEndedAt === null
                ? voice.yes({ date: dateLong(askedAt, locale) })
                : voice.ended({ date: dateLong(askEndedAt, locale) })}
          </p>
          {mayShow ? (
            <Form method="post" preventScrollReset>
              <p className="actions">
                <Button name="vraag" value={asking ? "nee" : "ja"} variant="secondary">
                  {asking ? voice.end : voice.ask}
                </Button>
              </p>
            </Form>
          ) : null}
        </Rail>
      ) : null}
      <Rail id="openbaar" heading={m.shown.heading}>
        <p>{shownAt ? m.shown.yes({ date: dateLong(shownAt, locale) }) : m.shown.no}</p>
        {shownAt ? (
          <p>
            <TextLink href={`/programma/${slug}`}>{m.shown.look}</TextLink>
          </p>
        ) : null}
        {mayShow ? (
          <Form method="post" preventScrollReset>
            <p className="actions">
              <Button name="open" value={shownAt ? "nee" : "ja"} variant="secondary">
                {shownAt ? m.shown.hide : m.shown.show}
              </Button>
            </p>
          </Form>
        ) : (
          <p className="quiet">{isOrganiser ? m.shown.notNow : m.shown.onlyOrganiser}</p>
        )}
      </Rail>
    </>
  );
}
