import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { dateShort } from "../../platform/time.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Checkbox } from "../../ui/form/choices.tsx";
import { Select } from "../../ui/form/select.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { Card } from "../../ui/layout/card.tsx";
import { Pages } from "../../ui/layout/pages.tsx";
import { Tag } from "../../ui/tag.tsx";
import { networkWords } from "../messages/network.ts";
import { memberOf } from "../people/viewer.server.ts";
import type { Route } from "./+types/asks.route.ts";
import { askKinds } from "./ask.ts";
import { listAsks } from "./asks.server.ts";
import "../start/network.css";
import { NetworkPage } from "../start/network-page.tsx";

export const handle = { script: false };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const { dialogue, at } = await memberOf(db, context.get(visitContext), context.get(placeContext), "asks");
  const query = new URL(request.url).searchParams;
  const page = Number(query.get("pagina"));
  const filter = {
    kind: askKinds.find((kind) => kind === query.get("soort")) ?? null,
    words: (query.get("q") ?? "").slice(0, 200).trim(),
    all: query.has("alles"),
    page: Number.isInteger(page) && page >= 1 && page <= 5_000 ? page : 1,
  };
  return { ...(await listAsks(db, at, filter)), filter, slug: dialogue.slug, title: dialogue.title };
}

export default function AsksPage({ loaderData: { asks, more, filter, slug, title } }: Route.ComponentProps) {
  const m = useWords(networkWords).asks;
  const locale = useLocale();
  const address = (page: number) => {
    const query = new URLSearchParams({ soort: filter.kind ?? "", q: filter.words, pagina: String(page) });
    if (filter.all) query.set("alles", "on");
    return `?${query}`;
  };
  return (
    <NetworkPage title={m.title} of={title} lead={m.lead} slug={slug} here="asks" member>
      <p className="actions">
        <LinkButton href={`/netwerk/${slug}/vragen/nieuw`}>{m.add}</LinkButton>
      </p>
      <search aria-label={m.show}>
        <form method="get" className="network-search">
          <Select
            name="soort"
            label={m.show}
            emptyWord={m.both}
            defaultValue={filter.kind ?? ""}
            options={[
              { value: "ask", label: m.onlyAsks },
              { value: "offer", label: m.onlyOffers },
            ]}
          />
          <TextField name="q" type="search" label={m.words} defaultValue={filter.words} maxLength={200} />
          <Checkbox name="alles" label={m.closed} defaultChecked={filter.all} />
          <p className="actions">
            <Button variant="secondary">{m.button}</Button>
          </p>
        </form>
      </search>
      {asks.length === 0 ? (
        <Empty title={m.none}>{m.noneText}</Empty>
      ) : (
        <ul className="cards two network-cards">
          {asks.map((ask) => (
            <Card key={ask.id} as="li">
              <p className="small quiet">{m.kinds[ask.kind]}</p>
              <h2>
                <a href={`/netwerk/${slug}/vragen/${ask.number}`}>
                  <Written>{ask.title}</Written>
                </a>
              </h2>
              <p className="small quiet">{m.by({ name: ask.by, when: dateShort(ask.createdAt, locale) })}</p>
              {ask.state === "open" ? null : <Tag tone="good">{m.states[ask.state]}</Tag>}
              {ask.mine ? <Tag>{m.yours}</Tag> : null}
            </Card>
          ))}
        </ul>
      )}
      <Pages page={filter.page} more={more} to={address} words={m} />
    </NetworkPage>
  );
}
