import { data, redirect } from "react-router";
import { ownContributions } from "../../contribution/reading.server.ts";
import { placeContext, servicesContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Typed } from "../../ui/form/typed.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import { Card } from "../../ui/layout/card.tsx";
import { About } from "../room/about.tsx";
import { answerDeed, isReturn } from "../room/deed.server.ts";
import { sameField } from "../room/deed.ts";
import { RefusedPage } from "../room/refused-page.tsx";
import type { Route } from "./+types/same.route.ts";
import { refusedContext } from "./back.server.ts";
import { writingWords } from "./messages/writing.ts";
import { nearestOf } from "./nearest.server.ts";
import { asSimilar } from "./similar.ts";
import { SimilarNote } from "./similar-note.tsx";

export const handle = { script: false };

/** After a need was sent without script: whether it is the same as what others wrote. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  if (context.get(refusedContext)) return null;
  const place = context.get(placeContext);
  const { session, registration } = place;
  if (!session || !registration) throw data("missing", { status: 404 });
  const { db, similar } = context.get(servicesContext);
  const asked = new URL(request.url).searchParams.get("terug");
  const back = isReturn(asked) ? asked : "";
  const mine = await ownContributions(db, session.id, registration.personId);
  const own = mine.find(({ id, kind, state }) => id === params.contribution && kind === "need" && state === "visible");
  const near = own && !own.sameAs ? await nearestOf(similar, place, own.text) : [];
  if (!own || near.length === 0) throw redirect(`/bijeenkomst/${session.id}${back}`, 303);
  return { number: own.number, text: own.text, near: near.map(asSimilar), back, room: `/bijeenkomst/${session.id}${back}` };
}

export const action = answerDeed("same");

export default function Same({ loaderData, actionData }: Route.ComponentProps) {
  const m = useWords(writingWords).similar;
  if (!loaderData) return <RefusedPage answer={actionData} />;
  const { number, text, near, back, room } = loaderData;
  return (
    <PublicFrame>
      <title>{m.title}</title>
      <h1>{m.title}</h1>
      <p className="lead">{m.kept({ number })}</p>
      <h2>{m.yours}</h2>
      <Typed as="blockquote">{text}</Typed>
      <h2>{m.theirs}</h2>
      <p>{m.lead}</p>
      <form method="post">
        <input type="hidden" name="terug" value={back} />
        <ul className="plain flow-small">
          {near.map((one) => (
            <Card as="li" key={one.id}>
              <SimilarNote need={one} />
              <Button variant="secondary" size="small" name={sameField} value={one.id}>
                {m.same}
                <About text={one.text} />
              </Button>
            </Card>
          ))}
        </ul>
      </form>
      <p className="actions">
        <LinkButton href={room}>{m.noneSame}</LinkButton>
      </p>
    </PublicFrame>
  );
}
