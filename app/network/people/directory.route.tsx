import { data } from "react-router";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import type { FieldId } from "../../platform/ids.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import { Card } from "../../ui/layout/card.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { Pages } from "../../ui/layout/pages.tsx";
import small from "../../ui/layout/small.client.ts?worker&url";
import { Tag } from "../../ui/tag.tsx";
import { circlesWords } from "../circles/messages/circles.ts";
import { networkWords } from "../messages/network.ts";
import { NetworkNav } from "../start/network-nav.tsx";
import type { Route } from "./+types/directory.route.ts";
import { findPlaceNamed } from "./areas.server.ts";
import { CardView } from "./card-view.tsx";
import { searchMembers } from "./directory.server.ts";
import { DirectorySearch } from "./directory-search.tsx";
import { listFields } from "./fields.server.ts";
import { ProvinceMap } from "./province-map.tsx";
import { listProvinces } from "./provinces.server.ts";
import { readSearch, searchAddress } from "./search.ts";
import { viewerOf } from "./viewer.server.ts";
import "../start/network.css";

export const handle = { script: false, small };

export async function loader({ context, request }: Route.LoaderArgs) {
  const place = context.get(placeContext);
  const visit = context.get(visitContext);
  const { db } = context.get(servicesContext);
  const { member, viewer } = await viewerOf(db, visit, place);
  const { dialogue, roles } = place;
  if (!dialogue) throw data("missing", { status: 404 });
  const asked = readSearch(new URL(request.url).searchParams);
  const fields = await listFields(db, dialogue.id);
  const near = await findPlaceNamed(db, asked.area, asked.chosen);
  const known = fields.some(({ id }) => id === asked.field) ? (asked.field as FieldId) : null;
  const found = await searchMembers(
    db,
    dialogue.id,
    {
      ...{ words: asked.words, field: known, offers: asked.offers, page: asked.page, within: asked.within },
      ...(asked.province !== "" && { province: asked.province }),
      municipality: typeof near === "object" ? near.municipality : null,
    },
    { viewer, personId: member?.personId ?? null, day: new Date().toISOString().slice(0, 10) },
  );
  const provinces = await listProvinces(db, dialogue.id, viewer);
  return {
    ...found,
    asked,
    provinces,
    area: typeof near === "object" ? near.name : (provinces.find(({ code }) => code === asked.province)?.name ?? ""),
    fields,
    viewer,
    member: member !== null,
    registrant: roles.has("registrant"),
    areaUnknown: near === "unknown",
    near: typeof near === "object" && near.municipality !== null,
    slug: dialogue.slug,
    title: dialogue.title,
  };
}

export default function DirectoryPage({ loaderData: page }: Route.ComponentProps) {
  const words = useWords(networkWords);
  const groups = useWords(circlesWords);
  const m = words.directory;
  const { slug, title, cards, asked, viewer, member, total } = page;
  const searching = asked.words !== "" || asked.field !== "" || asked.area !== "" || asked.province !== "" || asked.offers;
  const as = { members: m.asMembers, participants: m.asParticipants, public: m.asPublic }[viewer];
  return (
    <PublicFrame>
      <title>{`${searching ? `${m.found({ n: total })} · ` : ""}${m.title} · ${title}`}</title>
      <meta name="robots" content="noindex" />
      <PageHead title={m.title} eyebrow={<Written>{title}</Written>} lead={m.lead} />
      {page.registrant ? <NetworkNav slug={slug} here="people" member={member} /> : null}
      <p>{as}</p>
      {page.registrant && !member ? (
        <p className="actions">
          <LinkButton href={`/mijn/${slug}/netwerk`}>{m.join}</LinkButton>
        </p>
      ) : null}
      <DirectorySearch
        asked={asked}
        fields={page.fields}
        areaUnknown={page.areaUnknown}
        address={`/netwerk/${slug}`}
        second={page.registrant && !member}
      />
      <ProvinceMap provinces={page.provinces} address={`/netwerk/${slug}`} chosen={asked.province} />
      <section aria-labelledby="kaarten">
        <h2 id="kaarten">{searching ? m.found({ n: total }) : m.all({ n: total })}</h2>
        {cards.length === 0 ? (
          <Empty title={searching ? m.nothing : m.none}>{searching ? m.nothingText : m.noneText}</Empty>
        ) : (
          <>
            <p className="small quiet">{page.near ? m.orderNear : m.order}</p>
            <ul className="cards two network-cards">
              {cards.map((card) => (
                <Card key={card.id} as="li">
                  <h3>{card.name || m.someone}</h3>
                  <CardView card={card} km={card.km}>
                    {card.mine ? (
                      <Tag>{m.yours}</Tag>
                    ) : member ? (
                      <p>
                        <a href={`/netwerk/${slug}/mensen/${card.id}`}>{m.write({ name: card.name })}</a>
                      </p>
                    ) : null}
                  </CardView>
                </Card>
              ))}
            </ul>
          </>
        )}
        <Pages page={asked.page} more={page.more} to={(to) => searchAddress(asked, to)} words={m} />
        {member && page.area ? (
          <p>
            <a href={`/netwerk/${slug}/groepen/nieuw?soort=group&gebied=${encodeURIComponent(page.area)}`}>
              {groups.forArea({ area: page.area })}
            </a>
          </p>
        ) : null}
      </section>
    </PublicFrame>
  );
}
