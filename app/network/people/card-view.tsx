import type { ReactNode } from "react";
import { useWords } from "../../language/words.ts";
import { Typed } from "../../ui/form/typed.tsx";
import { networkWords } from "../messages/network.ts";
import type { CardWords } from "./member.ts";

type Language = keyof typeof networkWords.nl.languages;

/** What a card tells this viewer; parts that are not theirs to read leave no gap. */
export function CardView({ card, km, children }: { card: CardWords; km?: number | null; children?: ReactNode }) {
  const m = useWords(networkWords);
  const place = [card.area, km === null || km === undefined ? "" : m.directory.away({ n: km })].filter(Boolean).join(", ");
  const lines: readonly (readonly [string, string])[] = [
    [m.parts.offers, card.offers],
    [m.parts.looksFor, card.looksFor],
    [m.parts.fields, card.fields.join(", ")],
    [m.parts.languages, card.languages.map((code) => m.languages[code as Language] ?? code).join(", ")],
  ];
  return (
    <>
      {card.does ? <Typed as="p">{card.does}</Typed> : null}
      {place ? <p className="small quiet">{place}</p> : null}
      <dl className="card-lines">
        {lines
          .filter(([, text]) => text !== "")
          .map(([term, text]) => (
            <div key={term}>
              <dt>{term}</dt>
              <Typed as="dd">{text}</Typed>
            </div>
          ))}
      </dl>
      {children}
    </>
  );
}
