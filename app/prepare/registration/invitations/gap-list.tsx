import type { ReactNode } from "react";
import { useWords } from "../../../language/words.ts";
import { Disclosure } from "../../../ui/layout/disclosure.tsx";
import { TextLink } from "../../../ui/layout/text.tsx";
import { gapWords } from "../messages/gaps.ts";
import { type Gap, type Gaps, gapQuery } from "./gaps.ts";

interface Props {
  readonly gaps: Gaps;
  readonly fields: readonly { readonly id: string; readonly name: string }[];
  readonly parties: readonly { readonly id: string; readonly name: string }[];
  /** Where the text of an invitation stands, with the session. */
  readonly to: string;
}

/** Who is not there yet, each one tap from a text to invite them with. */
export function GapList({ gaps, fields, parties, to }: Props) {
  const m = useWords(gapWords);
  const field = (id: string | null) => fields.find((one) => one.id === id)?.name ?? "";
  const party = (id: string | null) => parties.find((one) => one.id === id)?.name ?? "";
  const line = (gap: Gap) =>
    gap.field && gap.party
      ? m.nobodyBoth({ field: field(gap.field), party: party(gap.party) })
      : gap.field
        ? m.nobody({ field: field(gap.field) })
        : m.nobodyOf({ party: party(gap.party) });
  const way = (gap: Gap, said: string, text: ReactNode) => (
    <TextLink to={`${to}&${gapQuery(gap)}`} aria-label={m.inviteFor({ gap: said })}>
      {text}
    </TextLink>
  );
  const first = [...gaps.rows, ...gaps.cells];
  return (
    <section aria-labelledby="gaten">
      <h2 id="gaten">{m.heading}</h2>
      {first.length + gaps.towns.length === 0 ? <p>{m.none}</p> : null}
      {first.length > 0 ? (
        <ul className="gaps">
          {first.map((gap) => (
            <li key={gapQuery(gap)}>
              <span>{line(gap)}</span> {way(gap, line(gap), m.invite)}
            </li>
          ))}
        </ul>
      ) : null}
      {gaps.towns.length > 0 ? (
        <Disclosure summary={m.towns({ n: gaps.towns.length })}>
          <p className="small quiet">{m.townsHow}</p>
          <ul className="gaps">
            {gaps.towns.map(({ field: id, towns }) => (
              <li key={id}>
                {m.nobodyIn({ field: field(id) })}{" "}
                {towns.map(({ code, name }, at) => (
                  <span key={code}>
                    {at > 0 ? ", " : ""}
                    {way({ field: id, party: null, area: code }, m.nobodyAt({ field: field(id), area: name }), name)}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </section>
  );
}
