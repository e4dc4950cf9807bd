import type { ReactNode } from "react";
import { useWords } from "../../language/words.ts";
import { AxisFigure } from "./axis-figure.tsx";
import { CommonGround } from "./common-ground.tsx";
import { Divides } from "./divides.tsx";
import { findingOf } from "./finding.ts";
import { MapFigure } from "./map-figure.tsx";
import { resultsWords } from "./messages/results.ts";
import { ReadThis } from "./read-this.tsx";
import type { Results } from "./results.ts";
import { useFinding } from "./use-finding.tsx";
import "./results.css";
import type { Shown } from "./shown.ts";

/** A section of the outcome: in the report below its heading, on a page of its own in the rail. */
export type Section = (props: { id: string; heading: string; children: ReactNode }) => ReactNode;

export function Finding({ results }: { results: Results }) {
  const { title, text } = useFinding(findingOf(results));
  return (
    <p>
      <strong>{title}.</strong> {text}
    </p>
  );
}

/** What all together comes to: first what is shared, then what divides, then the picture and how to read it. */
export function Together({ shown, Section }: { shown: Shown; Section: Section }) {
  const m = useWords(resultsWords);
  const { results } = shown;
  if (results.status === "too-few-votes") return null;
  return (
    <>
      <Section id="gedeeld" heading={m.common.heading}>
        <CommonGround shown={shown} />
      </Section>
      <Section id="verschil" heading={m.divides.heading}>
        <Divides shown={shown} />
      </Section>
      {results.groups.length > 0 ? (
        <Section id="kaart" heading={m.map.heading}>
          <MapFigure shown={shown} />
        </Section>
      ) : null}
      {results.axis ? (
        <Section id="verloop" heading={m.axis.heading}>
          <AxisFigure shown={shown} axis={results.axis} />
        </Section>
      ) : null}
      <Section id="lezen" heading={m.read.heading}>
        <ReadThis results={results} />
      </Section>
    </>
  );
}
