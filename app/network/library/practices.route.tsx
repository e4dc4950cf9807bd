import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Select } from "../../ui/form/select.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { Around, Written } from "../../ui/form/typed.tsx";
import { Card } from "../../ui/layout/card.tsx";
import { Pages } from "../../ui/layout/pages.tsx";
import { Tag } from "../../ui/tag.tsx";
import { circlesWords } from "../circles/messages/circles.ts";
import { networkWords } from "../messages/network.ts";
import { memberOf } from "../people/viewer.server.ts";
import type { Route } from "./+types/practices.route.ts";
import { listPractices } from "./library.server.ts";
import { listOwnPractices, listThemes } from "./practices.server.ts";
import "../start/network.css";
import { NetworkPage } from "../start/network-page.tsx";

export const handle = { script: false };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const { dialogue, at } = await memberOf(db, context.get(visitContext), context.get(placeContext), "practice");
  const query = new URL(request.url).searchParams;
  const page = Number(query.get("pagina"));
  const themes = await listThemes(db, dialogue.id);
  const filter = {
    words: (query.get("q") ?? "").slice(0, 200).trim(),
    theme: themes.find(({ id }) => id === query.get("thema"))?.id ?? null,
    page: Number.isInteger(page) && page >= 1 && page <= 5_000 ? page : 1,
  };
  const own = await listOwnPractices(db, at);
  return {
    ...(await listPractices(db, dialogue.id, filter)),
    ...{ filter, themes, slug: dialogue.slug, title: dialogue.title, withdrawn: query.get("gedaan") === "ingetrokken" },
    own: own.map(({ number, state, words, reason }) => ({ number, state, reason, title: words.title })),
  };
}

export default function PracticesPage({ loaderData }: Route.ComponentProps) {
  const m = useWords(networkWords).practices;
  const groups = useWords(circlesWords);
  const { entries, more, filter, themes, own, slug, title } = loaderData;
  const home = `/netwerk/${slug}/praktijk`;
  const asked = filter.words !== "" || filter.theme !== null;
  const address = (page: number) =>
    `?${new URLSearchParams({ q: filter.words, thema: filter.theme ?? "", pagina: String(page) })}`;
  return (
    <NetworkPage title={m.title} of={title} lead={m.lead} slug={slug} here="practice" member>
      <p>{m.terms}</p>
      <p className="actions">
        <LinkButton href={`${home}/nieuw/schrijven`}>{m.add}</LinkButton>
        {filter.theme ? (
          <LinkButton href={`/netwerk/${slug}/groepen/nieuw?soort=group&thema=${filter.theme}`} variant="secondary">
            {groups.forTheme}
          </LinkButton>
        ) : null}
      </p>
      <search aria-label={m.search}>
        <form method="get" action={`${home}#gevonden`} className="network-search">
          <TextField name="q" type="search" label={m.words} hint={m.wordsHint} defaultValue={filter.words} maxLength={200} />
          <Select
            name="thema"
            label={m.theme}
            emptyWord={m.allThemes}
            defaultValue={filter.theme ?? ""}
            typed
            options={themes.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <p className="actions wide">
            <Button variant="secondary">{m.button}</Button>
            {asked ? <a href={home}>{m.clear}</a> : null}
          </p>
        </form>
      </search>
      {entries.length === 0 ? (
        <Empty title={asked ? m.nothing : m.none}>{asked ? m.nothingText : m.noneText}</Empty>
      ) : (
        <ul className="cards two network-cards" id="gevonden">
          {entries.map((entry) => (
            <Card key={entry.id} as="li">
              <h2>
                <a href={`${home}/${entry.number}`}>
                  <Written>{entry.title}</Written>
                </a>
              </h2>
              {entry.forTheme ? (
                <p className="small quiet why">
                  <Around words={{ theme: entry.forTheme }} say={m.forTheme} />
                </p>
              ) : null}
              <p>
                <Written>{entry.situation.length > 160 ? `${entry.situation.slice(0, 157)}…` : entry.situation}</Written>
              </p>
              {entry.uses > 0 ? <p className="small quiet">{m.uses({ n: entry.uses })}</p> : null}
            </Card>
          ))}
        </ul>
      )}
      <Pages page={filter.page} more={more} to={address} words={m} />
      {own.length > 0 ? (
        <Rail id="eigen" heading={m.own}>
          <ul className="matches">
            {own.map((one) => (
              <li key={one.number}>
                <a href={`${home}/${one.number}/schrijven`}>
                  <Written>{one.title}</Written>
                </a>{" "}
                <Tag>{m.states[one.state]}</Tag>
                {one.state === "returned" && one.reason ? (
                  <span className="why">
                    <Around words={{ reason: one.reason }} say={m.returned} />
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        </Rail>
      ) : null}
    </NetworkPage>
  );
}
