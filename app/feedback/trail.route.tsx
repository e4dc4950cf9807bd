import { data } from "react-router";
import { placeContext, servicesContext } from "../dialogue/access/context.server.ts";
import { useDialogue } from "../dialogue/use-dialogue.tsx";
import { useLocale, useWords } from "../language/words.ts";
import { dateTime } from "../platform/time.ts";
import { programmeWords } from "../programme/messages/programme.ts";
import { Thread, type ThreadItem } from "../ui/chart/thread.tsx";
import { Typed, Written } from "../ui/form/typed.tsx";
import { PageHead } from "../ui/layout/page-head.tsx";
import { TextLink } from "../ui/layout/text.tsx";
import type { Route } from "./+types/trail.route.ts";
import { feedbackWords } from "./messages/feedback.ts";
import { findTrailPage } from "./trail.server.ts";
import { TrailLines } from "./trail-lines.tsx";
import "./feedback.css";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { dialogue } = context.get(placeContext);
  const number = /^[1-9]\d{0,8}$/.test(params.number) ? Number(params.number) : null;
  const page = dialogue && number ? await findTrailPage(context.get(servicesContext).db, dialogue.id, number) : null;
  if (!page) throw data("missing", { status: 404 });
  return { page };
}

/** One contribution, from what was written to the sentence in the report, for the team. Who wrote it stays out of it. */
export default function Trail({ loaderData: { page } }: Route.ComponentProps) {
  const words = useWords(feedbackWords);
  const programme = useWords(programmeWords);
  const m = words.trail;
  const mine = words.mine;
  const locale = useLocale();
  const { slug, title } = useDialogue();
  const origin = [
    page.field,
    page.party,
    page.group === null ? null : mine.group({ n: page.group }),
    page.step,
    dateTime(page.at, locale),
  ].filter(Boolean);
  const gone = page.state === "visible" ? null : m.states[page.state];
  const inReport = page.state === "visible";
  const items: ThreadItem[] = [
    {
      key: "wrote",
      state: "start",
      shape: page.shape ?? undefined,
      stateWord: mine.states.start,
      label: mine.kinds[page.kind],
      title: <Typed>{page.text ?? gone}</Typed>,
      content: (
        <>
          <p className="small quiet">{origin.join(", ")}</p>
          <p className="small">{m.people({ n: page.people })}</p>
          {page.others.length > 0 ? (
            <>
              <p className="small">{m.together({ n: page.others.length, group: page.group })}</p>
              <ul className="small">
                {page.others.map(({ number, text }) => (
                  <li key={number}>
                    <TextLink to={`/team/${slug}/bijdragen/${number}`}>
                      <Written>{text}</Written>
                    </TextLink>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </>
      ),
    },
    ...(page.kind === "need"
      ? [
          {
            key: "theme",
            state: page.theme ? ("done" as const) : ("to-come" as const),
            stateWord: page.theme ? mine.states.done : mine.states.toCome,
            label: mine.theme,
            title: page.theme ? (
              <TextLink to={`/team/${slug}/themas?thema=${page.theme.id}`}>
                <Written>{page.theme.name}</Written>
              </TextLink>
            ) : (
              mine.noTheme
            ),
            content: page.trail.length > 0 ? <TrailLines trail={page.trail} /> : null,
          },
        ]
      : []),
    {
      key: "report",
      state: inReport ? ("done" as const) : ("stopped" as const),
      stateWord: inReport ? mine.states.done : mine.states.stopped,
      label: mine.inReport,
      content: inReport ? (
        <>
          <p>
            <a href={`/team/${slug}/verslag/voorbeeld#${page.theme ? `thema-${page.theme.id}` : `bijdrage-${page.number}`}`}>
              {page.theme ? m.sentence : m.draft}
            </a>
          </p>
          {page.version === null ? null : (
            <p>
              <a href={`/verslag/${slug}/${page.version}/bijdragen?nummer=${page.number}`}>
                {m.version({ number: page.version })}
              </a>
            </p>
          )}
        </>
      ) : (
        <p>{gone}</p>
      ),
    },
  ];
  return (
    <>
      <title>{`${mine.number({ n: page.number })} · ${title}`}</title>
      <PageHead title={mine.number({ n: page.number })} eyebrow={m.eyebrow} />
      <Thread items={items} label={mine.thread} />
      {page.kind === "need" && inReport ? (
        <p>
          <TextLink to={`/team/${slug}/programma/antwoorden?behoefte=${page.number}`}>{programme.answers.own}</TextLink>
        </p>
      ) : null}
    </>
  );
}
