import { data, redirect } from "react-router";
import { askedByGuest } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { mayDialogue } from "../../dialogue/dialogue.ts";
import { useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import { readForm } from "../../platform/http/form.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { ItemId } from "../../platform/ids.ts";
import { Empty } from "../../ui/empty.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { Notice } from "../../ui/notice.tsx";
import { dayOf } from "../items/day.ts";
import { lateDay } from "../items/item.ts";
import { ItemRead } from "../items/item-read.tsx";
import { findProgramme } from "../items/programme.server.ts";
import { programmeWords } from "../messages/programme.ts";
import { programmeVoiceWords } from "../messages/programme-voice.ts";
import { chooseNews, findChoice } from "../news/news.server.ts";
import { newsChoices } from "../news/news.ts";
import { NewsForm } from "../news/news-form.tsx";
import type { Route } from "./+types/mine.route.ts";
import { ReactForm, type ReactTyped } from "./react-form.tsx";
import { reactionShape } from "./reaction.ts";
import { listMyReactions, react } from "./reactions.server.ts";
import "../items/programme.css";

export const handle = { script: false };

/** The draft programme, for who has a personal link; empty as long as participants were not asked and it is not open to all. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, guest, db } = askedByGuest(context);
  const readable = Boolean(dialogue.programmeAskedAt || dialogue.programmeShownAt);
  const { items, themes, fields, parties, areas } = await findProgramme(db, dialogue.id);
  const mine = await listMyReactions(db, dialogue.id, guest.personId);
  return {
    title: dialogue.title,
    slug: dialogue.slug,
    asks: Boolean(dialogue.programmeAskedAt && !dialogue.programmeAskEndedAt) && mayDialogue(dialogue.state, "planProgramme"),
    items: readable
      ? items
          .filter(({ state }) => state !== "stopped")
          .map(({ history: _, figures: __, updatedBy: ___, ...item }) => ({
            ...{ ...item, claims: [] },
            mine: mine.find((one) => one.item === item.id) ?? null,
          }))
      : [],
    choices: { fields, parties, areas, themes: themes.map(({ id, name }) => ({ id, name })) },
    today: dayOf(new Date()),
    kept: new URL(request.url).searchParams.get("bewaard"),
    news: readable ? await findChoice(db, dialogue.id, guest.personId) : null,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, guest } = askedByGuest(context);
  const form = await request.formData();
  if (form.has("post")) {
    const choice = newsChoices.find((one) => one === form.get("post"));
    if (!choice) throw data("missing", { status: 400 });
    await chooseNews(context.get(servicesContext).db, dialogue.id, guest.personId, choice);
    return redirect(`/mijn/${dialogue.slug}/programma?bewaard=post#post`, 303);
  }
  const typed: ReactTyped = {
    ...{ item: String(form.get("item") ?? ""), fit: String(form.get("fit") ?? ""), text: String(form.get("text") ?? "") },
    ...{ errors: {}, guarded: false, refused: null },
  };
  const no = (status: number, why: Partial<ReactTyped>) => data({ ...typed, ...why }, { status });
  const read = readForm(reactionShape, form);
  if (!read.ok) {
    if (read.errors.item) throw data("missing", { status: 400 });
    return no(422, { errors: read.errors });
  }
  if (objection(form, ["text"])) return no(422, { guarded: true });
  const { item, fit, text } = read.value;
  try {
    await react(context.get(servicesContext).db, dialogue.id, guest.personId, { item: item as ItemId, fit, text });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return no(error.status, { refused: error.code === "gone" ? "gone" : "not-now" });
  }
  return redirect(`/mijn/${dialogue.slug}/programma?bewaard=${item}#punt-${item}`, 303);
}

export default function MyProgramme({ loaderData, actionData }: Route.ComponentProps) {
  const { mine: m, fits } = useWords(programmeVoiceWords);
  const headings = useWords(programmeWords).page;
  const { title, slug, asks, items, choices, today, kept, news } = loaderData;
  return (
    <PublicFrame>
      <title>{`${m.title} · ${title}`}</title>
      <meta name="robots" content="noindex" />
      <PageHead title={m.title} eyebrow={<Written>{title}</Written>}>
        {items.length > 0 ? <p className="lead">{asks ? m.lead : m.closedLead}</p> : null}
        <p>
          <a href={`/mijn/${slug}`}>{m.back}</a>
        </p>
      </PageHead>
      {items.length === 0 ? <Empty title={m.none}>{m.noneText}</Empty> : null}
      {items.length > 0 ? <h2>{headings.items}</h2> : null}
      {items.map((item) => (
        <section key={item.id} className="finding" aria-labelledby={`punt-${item.id}`}>
          <h3 id={`punt-${item.id}`}>
            <span className="n">{item.number}.</span> <Written>{item.title}</Written>
          </h3>
          <ItemRead
            item={item}
            choices={choices}
            today={lateDay(
              today,
              item.owners.some(({ hears }) => hears),
            )}
          />
          {item.mine?.led ? <p>{m.led}</p> : null}
          {item.mine ? <p className="small">{m.yours({ fit: fits[item.mine.fit] })}</p> : null}
          {item.mine && item.mine.version < item.version ? <Notice>{m.changedSince}</Notice> : null}
          {kept === item.id && !actionData ? <Notice variant="success">{m.kept}</Notice> : null}
          {asks ? <ReactForm item={item.id} mine={item.mine} typed={actionData?.item === item.id ? actionData : null} /> : null}
        </section>
      ))}
      {news ? <NewsForm title={title} choice={news} kept={kept === "post" && !actionData} /> : null}
    </PublicFrame>
  );
}
