import { data } from "react-router";
import { access } from "../access.ts";
import { placeContext, servicesContext, visitContext } from "../context.ts";
import { Help, PublicFrame } from "../frame.tsx";
import { participantWords } from "../messages/participant.ts";
import { useLocale, useWords } from "../messages/words.ts";
import { Button } from "../ui/button.tsx";
import { RadioGroup } from "../ui/choices.tsx";
import { Notice } from "../ui/notice.tsx";
import { Rail } from "../ui/rail.tsx";
import type { Route } from "./+types/mine.route.ts";
import { DeviceList } from "./device-list.tsx";
import { MineData } from "./mine-data.tsx";
import { findMinePage } from "./mine-page.server.ts";
import { MineSession } from "./mine-session.tsx";
import "./registration.css";

export const handle = { script: false };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue } = context.get(placeContext);
  const { guest } = context.get(visitContext);
  if (!dialogue || !guest) throw data("link", { status: 401 });
  const { db } = context.get(servicesContext);
  const page = await findMinePage(db, { ...guest, dialogueId: dialogue.id, state: dialogue.state });
  const said = new URL(request.url).searchParams;
  return {
    ...page,
    slug: dialogue.slug,
    title: dialogue.title,
    help: dialogue.helpContact,
    has: {
      contributions: isBuilt("inbreng"),
      results: isBuilt("uitkomst"),
      data: isBuilt("gegevens"),
      network: isBuilt("netwerk"),
    },
    welcome: said.has("welkom"),
    done: said.get("gedaan"),
  };
}

const isBuilt = (page: string): boolean => Object.hasOwn(access, `/mijn/:dialogue/${page}`);

export default function MinePage({ loaderData: page }: Route.ComponentProps) {
  const m = useWords(participantWords);
  const done = page.done !== null && page.done in m.done ? m.done[page.done as keyof typeof m.done] : null;
  const newest = page.places.findLast(({ state }) => state !== "withdrawn") ?? page.places.at(-1);
  return (
    <PublicFrame footer={<Help contact={page.help} />}>
      <title>{`${m.title} · ${page.title}`}</title>
      <meta name="robots" content="noindex" />
      <div className="page-head">
        <p className="eyebrow">{page.title}</p>
        <h1>{m.title}</h1>
      </div>
      {page.welcome ? <Notice variant="success">{m.welcome}</Notice> : null}
      {done ? <Notice variant="success">{done}</Notice> : null}
      {page.asksAlong ? (
        <Notice>
          {m.goesOn} <a href={`/mijn/${page.slug}/overdracht`}>{m.goesAlong}</a>
        </Notice>
      ) : null}
      {page.places.map((place) => (
        <MineSession key={place.session.id} place={place} slug={page.slug} />
      ))}
      {newest ? <MineData place={newest} slug={page.slug} /> : null}
      <DeviceList devices={page.devices} slug={page.slug} />
      {page.has.contributions || page.has.data ? (
        <Rail id="inbreng" heading={m.mine.heading}>
          <ul className="plain">
            {page.has.contributions ? (
              <li>
                <a href={`/mijn/${page.slug}/inbreng`}>{m.mine.contributions}</a>
              </li>
            ) : null}
            {page.has.results ? (
              <li>
                <a href={`/mijn/${page.slug}/uitkomst`}>{m.mine.results}</a>
              </li>
            ) : null}
            {page.has.network ? (
              <li>
                <a href={`/netwerk/${page.slug}`}>{m.mine.network}</a>
              </li>
            ) : null}
            {page.has.data ? (
              <li>
                <a href={`/mijn/${page.slug}/gegevens`}>{m.mine.data}</a>
              </li>
            ) : null}
          </ul>
        </Rail>
      ) : null}
      <Language slug={page.slug} />
    </PublicFrame>
  );
}

function Language({ slug }: { slug: string }) {
  const m = useWords(participantWords).language;
  const locale = useLocale();
  return (
    <Rail id="taal" heading={m.heading}>
      <form method="post" action={`/mijn/${slug}/taal`}>
        <RadioGroup
          name="taal"
          legend={m.label}
          columns="row"
          defaultValue={locale}
          choices={[
            { value: "nl", label: m.nl },
            { value: "en", label: m.en },
          ]}
        />
        <Button variant="secondary">{m.save}</Button>
      </form>
    </Rail>
  );
}
