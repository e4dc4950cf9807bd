import { useEffect, useState } from "react";
import { useWords } from "../../language/words.ts";
import type { PersonId } from "../../platform/ids.ts";
import type { CockpitHall } from "./cockpit-hall.ts";
import type { HallGroup, HallHelp, Visit } from "./hall-view.ts";
import { cockpitWords } from "./messages/cockpit.ts";

interface Colleague {
  readonly personId: PersonId;
  readonly name: string;
}
const tellsEveryMs = 20_000;

/** Tells that this cockpit is open, and hears which others are. */
function useColleagues(home: string, first: readonly Colleague[], steers: boolean): readonly Colleague[] {
  const [colleagues, setColleagues] = useState(first);
  useEffect(() => {
    if (!steers) return;
    let over = false;
    const tell = async () => {
      const answer = await fetch(`${home}/aanwezig`, { method: "POST", body: new URLSearchParams() }).catch(() => null);
      if (answer?.ok && !over) setColleagues((await answer.json()) as Colleague[]);
    };
    void tell();
    const again = window.setInterval(tell, tellsEveryMs);
    return () => {
      over = true;
      window.clearInterval(again);
    };
  }, [home, steers]);
  return colleagues;
}

/** Who leads along, and who does what: at which table, and to whom they go. */
export function TeamBox(props: {
  hall: CockpitHall;
  colleagues: readonly Colleague[];
  visits: readonly Visit[];
  help: readonly HallHelp[];
  groups: readonly HallGroup[];
}) {
  const words = useWords(cockpitWords);
  const m = words.team;
  const { hall, visits, help, groups } = props;
  const colleagues = useColleagues(hall.home, props.colleagues, hall.steers);
  if (!hall.steers) return null;
  const number = (id: string | null) => groups.find((group) => group.id === id)?.number;
  const names = new Map<PersonId, string>(colleagues.map(({ personId, name }) => [personId, name]));
  for (const { personId, name } of visits) names.set(personId, name);
  for (const { claimedBy, claimer } of help) if (claimedBy && claimer) names.set(claimedBy, claimer);
  const does = (personId: PersonId) => [
    ...visits.flatMap((one) => {
      const at = one.personId === personId ? number(one.groupId) : undefined;
      return at === undefined ? [] : [m.at({ number: at })];
    }),
    ...help
      .filter(({ claimedBy }) => claimedBy === personId)
      .map(({ groupId }) => {
        const to = number(groupId);
        return to === undefined ? m.helps : m.goesTo({ number: to });
      }),
  ];
  return (
    <section aria-labelledby="team">
      <h2 id="team">{m.title}</h2>
      <ul className="plain colleagues">
        {[...names].map(([personId, name]) => (
          <li key={personId}>
            {name} {personId === hall.me && <span className="quiet">{m.me}</span>}
            {does(personId).length > 0 && <span className="quiet"> {does(personId).join(", ")}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
