import { data } from "react-router";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import type { Locale } from "../../language/locale.ts";
import { useWords } from "../../language/words.ts";
import { listItems } from "../../programme/items/items.server.ts";
import { threadsWords } from "../../programme/messages/threads.ts";
import { Written } from "../../ui/form/typed.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import { findThreadsPage } from "../publish/page.server.ts";
import { quoteOf } from "../publish/page.ts";
import type { Told } from "../write/live-field.ts";
import { blockWords } from "../write/messages/blocks.ts";
import type { Route } from "./+types/threads.route.ts";
import { pickUp, threadsOf } from "./threads.ts";
import { ThreadsView } from "./threads-view.tsx";

export const handle = { script: false };

/** Of the newest version, with what the organiser opened of the programme. A thread is picked up by its address. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue } = context.get(placeContext);
  const { db, environment } = context.get(servicesContext);
  const page = dialogue ? await findThreadsPage(db, dialogue) : null;
  if (!dialogue || !page) throw data("missing", { status: 404 });
  const items = dialogue.programmeShownAt ? await listItems(db, dialogue.id) : [];
  const threads = threadsOf(page, tellIn(context.get(visitContext).locale), items);
  const asked = new URL(request.url).searchParams;
  const typed = (asked.get("bijdrage") ?? "").trim().slice(0, 20);
  const number = Number(/^(?:#|nr\.?|bijdrage)?\s*(\d{1,7})$/i.exec(typed)?.[1] ?? Number.NaN);
  const theme = asked.get("thema");
  const found = typed ? pickUp(threads, { number }) : theme ? pickUp(threads, { theme }) : null;
  const all = [...page.content.themes.flatMap(({ needs }) => needs), ...page.content.unplaced];
  const one = all.find((need) => need.number === found?.number);
  const quote = one ? quoteOf(page, one.id) : null;
  const fields = page.content.fields.map(({ name }) => name);
  const field = asked.get("vakgebied") ?? "";
  return {
    title: page.content.title,
    open: dialogue.programmeShownAt !== null,
    address: `${environment.origin}/verslag/${page.slug}/draden`,
    shown: {
      threads,
      fields,
      picked: found && {
        number: found.number,
        themes: [...found.themes],
        sentences: [...found.sentences],
        items: [...found.items],
        text: quote?.status === "there" ? quote.text : null,
      },
      asked: { number: typed, field: fields.includes(field) ? field : "", missing: typed !== "" && !found },
      report: `/verslag/${page.slug}/${page.number}`,
      programme: `/programma/${page.slug}`,
    },
  };
}

const tellIn = (locale: Locale) => (told: Told) => {
  const m = blockWords[locale].view.told;
  if (told.status === "unknown") return "";
  return told.status === "count" ? m[told.of](told) : told.status === "share" ? m.share(told) : m[told.status];
};

export default function ThreadsPage({ loaderData: { title, address, shown, open } }: Route.ComponentProps) {
  const m = useWords(threadsWords);
  return (
    <PublicFrame
      footer={
        <>
          <a href={shown.report}>{m.back}</a>
          {open ? <a href={shown.programme}>{m.toProgramme}</a> : null}
        </>
      }
    >
      <title>{m.pageTitle({ title })}</title>
      <meta name="description" content={m.lead} />
      <link rel="canonical" href={address} />
      <p className="eyebrow">
        <a href={shown.report}>
          <Written>{title}</Written>
        </a>
      </p>
      <h1>{m.title}</h1>
      <p className="lead">{m.lead}</p>
      <ThreadsView {...shown} />
    </PublicFrame>
  );
}
