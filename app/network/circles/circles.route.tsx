import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { dateTime } from "../../platform/time.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { Card } from "../../ui/layout/card.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Tag } from "../../ui/tag.tsx";
import { memberOf } from "../people/viewer.server.ts";
import type { Route } from "./+types/circles.route.ts";
import { listCircles } from "./circles.server.ts";
import { circlesWords } from "./messages/circles.ts";
import "../start/network.css";
import { NetworkPage } from "../start/network-page.tsx";

export const handle = { script: false };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const { dialogue, at } = await memberOf(db, context.get(visitContext), context.get(placeContext), "circles");
  return {
    circles: await listCircles(db, at),
    done: new URL(request.url).searchParams.get("gedaan"),
    slug: dialogue.slug,
    title: dialogue.title,
  };
}

/** Groups that last, and the consultations one is asked for. */
export default function CirclesPage({ loaderData: { circles, done, slug, title } }: Route.ComponentProps) {
  const m = useWords(circlesWords);
  const locale = useLocale();
  return (
    <NetworkPage title={m.title} of={title} lead={m.lead} slug={slug} here="circles" member>
      {done && m.one.done[done] ? <Notice variant="success">{m.one.done[done]}</Notice> : null}
      <p className="actions">
        <LinkButton href={`/netwerk/${slug}/groepen/nieuw?soort=group`}>{m.add.group}</LinkButton>
        <LinkButton href={`/netwerk/${slug}/groepen/nieuw?soort=consultation`} variant="secondary">
          {m.add.consultation}
        </LinkButton>
      </p>
      {circles.length === 0 ? (
        <Empty title={m.none}>{m.noneText}</Empty>
      ) : (
        <ul className="cards two network-cards">
          {circles.map((one) => (
            <Card key={one.id} as="li">
              <p className="small quiet">{[m.kinds[one.kind], one.area].filter(Boolean).join(", ")}</p>
              <h2>
                <a href={`/netwerk/${slug}/groepen/${one.number}`}>
                  <Written>{one.title}</Written>
                </a>
              </h2>
              <p className="small quiet">
                {[
                  m.people({ n: one.people }),
                  one.mine === "in" && one.meetsAt ? m.next({ when: dateTime(one.meetsAt, locale) }) : "",
                ]
                  .filter(Boolean)
                  .join(". ")}
              </p>
              {one.mine ? <Tag tone={one.mine === "in" ? "good" : "now"}>{one.mine === "in" ? m.inIt : m.askedYou}</Tag> : null}
            </Card>
          ))}
        </ul>
      )}
    </NetworkPage>
  );
}
