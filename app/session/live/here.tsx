import { useWords } from "../../language/words.ts";
import type { PersonId } from "../../platform/ids.ts";
import { maySession } from "../../prepare/planning/session.ts";
import { Button } from "../../ui/button.tsx";
import { FieldMark } from "../../ui/form/field-mark.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import type { CockpitHall } from "../cockpit/cockpit-hall.ts";
import { Deed } from "../cockpit/deed.tsx";
import { awayOf, type HallGroup, type HallPerson } from "../cockpit/hall-view.ts";
import { cockpitWords } from "../cockpit/messages/cockpit.ts";

const namesShown = 8;
const linksAtOnce = 200;

/** Who is here and who is not yet, by name for who leads. */
export function Here(view: {
  hall: CockpitHall;
  people: readonly HallPerson[];
  groups: readonly HallGroup[];
  here: ReadonlySet<PersonId>;
}) {
  const m = useWords(cockpitWords).here;
  const { hall, people, groups, here } = view;
  const away = people.filter(({ personId }) => !here.has(personId));
  const { state } = hall.live.view;
  const over = state === "ended" || state === "cancelled";
  const present = people.length - away.length;
  const groupOf = new Map(groups.flatMap((group) => group.members.map((id) => [id, group.number] as const)));
  return (
    <section aria-labelledby="here">
      <h2 id="here">
        {m.title} <span className="num">{m.of({ here: present, of: people.length })}</span>
      </h2>
      <svg className="presence" aria-hidden="true" height="10">
        <rect className="all" width="100%" height="10" />
        <rect className="part" width={`${people.length === 0 ? 0 : Math.round((present / people.length) * 100)}%`} height="10" />
      </svg>
      {over ? null : <p>{away.length === 0 ? m.all : m.away(awayOf(away, here))}</p>}
      {hall.steers && away.length > 0 && !over && (
        <>
          <ul className="away plain">
            {away.slice(0, namesShown).map((one) => (
              <li key={one.personId}>
                {one.shape !== null && <FieldMark shape={one.shape} />}
                <span>
                  {one.name}{" "}
                  {groupOf.has(one.personId) && (
                    <span className="quiet">{m.inGroup({ number: groupOf.get(one.personId) ?? 0 })}</span>
                  )}
                </span>
              </li>
            ))}
            {away.length > namesShown && <li className="quiet">{m.more({ n: away.length - namesShown })}</li>}
          </ul>
          <div className="row-actions">
            <SendLinks hall={hall} away={away} />
            <TextLink to={`${hall.home}/mensen`}>{m.list}</TextLink>
          </div>
        </>
      )}
    </section>
  );
}

/** Only once the link leads inside: before that everybody is away, and a reminder goes out by itself. */
function SendLinks({ hall, away }: { hall: CockpitHall; away: readonly HallPerson[] }) {
  const m = useWords(cockpitWords).here;
  if (!maySession(hall.live.view.state, "enterLobby")) return null;
  return (
    <Deed
      to={`${hall.home}/links`}
      fields={{
        aanmeldingen: away
          .slice(0, linksAtOnce)
          .map((one) => one.registrationId)
          .join(","),
      }}
    >
      {(busy) => (
        <Button variant="secondary" size="small" disabled={busy}>
          {m.resend({ n: Math.min(away.length, linksAtOnce) })}
        </Button>
      )}
    </Deed>
  );
}
