import { data, redirect } from "react-router";
import { askedByRegistration } from "../../../dialogue/access/asked.server.ts";
import { placeContext, servicesContext } from "../../../dialogue/access/context.server.ts";
import { useLocale, useWords } from "../../../language/words.ts";
import { Refused } from "../../../platform/http/refused.ts";
import { dateTimeRange } from "../../../platform/time.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { maySession } from "../../planning/session.ts";
import { ShortPage } from "../form/short-page.tsx";
import { participantWords } from "../messages/participant.ts";
import type { Route } from "./+types/sign-off.route.ts";
import { signOff } from "./mine.server.ts";

export const handle = { script: false };

export function loader({ context }: Route.LoaderArgs) {
  const { dialogue, session, registration: mine } = askedByRegistration(context);
  const may = ["admitted", "waiting", "confirmed", "declined"].includes(mine.state) && maySession(session.state, "signOff");
  const { id, startsAt, endsAt } = session;
  return data({ slug: dialogue.slug, session: { id, startsAt, endsAt }, may, has: mine.state === "admitted" });
}

export async function action({ context }: Route.ActionArgs) {
  const { dialogue, registration: mine } = context.get(placeContext);
  if (!dialogue || !mine) throw data("missing", { status: 404 });
  try {
    await signOff(context.get(servicesContext).db, mine, { person: mine.personId }, new Date());
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
  return redirect(`/mijn/${dialogue.slug}`, 303);
}

export default function SignOff({ loaderData: { slug, session, may, has } }: Route.ComponentProps) {
  const m = useWords(participantWords);
  const locale = useLocale();
  const back = `/mijn/${slug}`;
  if (!may)
    return (
      <ShortPage title={m.cannot.title} lead={m.cannot["session-over"]}>
        <a href={back}>{m.back}</a>
      </ShortPage>
    );
  return (
    <ShortPage
      title={m.signOffPage.title}
      lead={m.signOffPage.lead({ when: dateTimeRange(session.startsAt, session.endsAt, locale) })}
    >
      <p>{has ? m.signOffPage.text : m.signOffPage.textWaiting}</p>
      {has ? (
        <p>
          {m.signOffPage.rather} <a href={`${back}/collega/${session.id}`}>{m.giveAway}</a>.
        </p>
      ) : null}
      <form method="post">
        <p className="actions">
          <Button danger>{m.signOffPage.button}</Button>
          <LinkButton variant="secondary" href={back}>
            {m.signOffPage.keep}
          </LinkButton>
        </p>
      </form>
    </ShortPage>
  );
}
