import type { ReactNode } from "react";
import { useWords } from "../../../language/words.ts";
import { Rail } from "../../../ui/chart/rail.tsx";
import { FieldLine } from "../../../ui/form/field-mark.tsx";
import { Written } from "../../../ui/form/typed.tsx";
import { participantWords } from "../messages/participant.ts";
import { registrationWords } from "../messages/registration.ts";
import type { MinePlace } from "./mine-place.ts";

/** What somebody told about themselves, with the way to change it. */
export function MineData({ place, slug }: { place: MinePlace; slug: string }) {
  const m = useWords(participantWords).data;
  const shown = useWords(registrationWords).shownAs;
  const lines: readonly { readonly term: string; readonly text: ReactNode }[] = [
    { term: m.name, text: place.name },
    { term: m.shown, text: shown[place.shownAs] },
    { term: m.work, text: [place.function, place.organisation].filter(Boolean).join(", ") },
    { term: m.field, text: place.shape === null ? place.field : <FieldLine shape={place.shape}>{place.field}</FieldLine> },
    { term: m.party, text: place.party && <Written>{place.party}</Written> },
    { term: m.area, text: place.area },
    { term: m.brings, text: place.brings && <Written>{place.brings}</Written> },
    { term: m.access, text: place.hasNeeds ? m.accessYes : m.accessNo },
  ];
  return (
    <Rail id="gegevens" heading={m.heading}>
      <dl className="said">
        {lines.map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd className="as-typed">{text || <span className="quiet">{m.empty}</span>}</dd>
          </div>
        ))}
      </dl>
      <ul className="plain">
        {place.may.change ? (
          <li>
            <a href={`/mijn/${slug}/aanmelding/${place.session.id}`}>{m.change}</a>
          </li>
        ) : null}
        {place.may.change && place.state === "admitted" && place.session.state !== "ended" ? (
          <li>
            <a href={`/bijeenkomst/${place.session.id}`}>{m.card}</a>
          </li>
        ) : null}
      </ul>
    </Rail>
  );
}
