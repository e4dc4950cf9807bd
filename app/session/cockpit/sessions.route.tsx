import { placeContext } from "../../dialogue/access/context.server.ts";
import { dialogueWords } from "../../dialogue/messages/dialogue.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useLocale, useWords } from "../../language/words.ts";
import { dateTimeRange } from "../../platform/time.ts";
import { followUpWords } from "../../prepare/planning/messages/follow-up.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Tag } from "../../ui/tag.tsx";
import type { Route } from "./+types/sessions.route.ts";
import { cockpitWords } from "./messages/cockpit.ts";

export function loader({ context }: Route.LoaderArgs) {
  const { roles } = context.get(placeContext);
  return {
    rehearses: roles.has("organiser") || roles.has("facilitator"),
    looksAhead: roles.has("organiser") || roles.has("facilitator") || roles.has("analyst"),
    cockpit: roles.has("organiser") || roles.has("facilitator") || roles.has("note-taker") || roles.has("analyst"),
  };
}

/** The sessions of a dialogue, each with its way in for the team. */
export default function Sessions({ loaderData }: Route.ComponentProps) {
  const m = useWords(cockpitWords).list;
  const followUp = useWords(followUpWords);
  const { sessionStates } = useWords(dialogueWords);
  const locale = useLocale();
  const { slug, title, sessions } = useDialogue();
  return (
    <>
      <title>{`${m.title} · ${title}`}</title>
      <PageHead title={m.title} lead={m.lead}>
        {loaderData.looksAhead && sessions.some(({ state }) => state === "ended") ? (
          <p>
            <TextLink to={`/team/${slug}/vervolg`}>{followUp.link}</TextLink>
          </p>
        ) : null}
      </PageHead>
      {sessions.length === 0 && <Empty title={m.none}>{m.noneText}</Empty>}
      <ul className="cards">
        {sessions.map((one) => (
          <li key={one.id} className="card">
            <p className="eyebrow sentence">{dateTimeRange(one.startsAt, one.endsAt, locale)}</p>
            <h2>
              <Written>{one.title}</Written>{" "}
              <Tag tone={one.state === "live" || one.state === "lobby" ? "now" : "plain"}>{sessionStates[one.state]}</Tag>
            </h2>
            <div className="row-actions">
              {loaderData.cockpit && (
                <LinkButton to={`/team/${slug}/bijeenkomst/${one.id}`} aria-label={`${m.open}: ${one.title}`}>
                  {m.open}
                </LinkButton>
              )}
              <TextLink href={`/team/${slug}/scherm/${one.id}`}>{m.screen}</TextLink>
              <TextLink to={`/team/${slug}/toehoren/${one.id}`}>{m.listen}</TextLink>
              {loaderData.rehearses && <TextLink to={`/team/${slug}/repetitie?bijeenkomst=${one.id}`}>{m.rehearse}</TextLink>}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
