import { useWords } from "../../language/words.ts";
import { Rail } from "../../ui/chart/rail.tsx";
import { Typed, Written } from "../../ui/form/typed.tsx";
import { networkWords } from "../messages/network.ts";
import type { Reason } from "./match.ts";

interface Match {
  readonly kind: "person" | "ask" | "need" | "practice";
  readonly title: string;
  readonly text: string;
  readonly at: string;
  readonly reason: Reason;
}

/** Who and what may fit, each with the reason; the machine suggests, people choose. */
export function MatchList({ matches, kind, slug }: { matches: readonly Match[]; kind: "ask" | "offer"; slug: string }) {
  const words = useWords(networkWords);
  const m = words.asks;
  const of = (some: Match["kind"]) => matches.filter((one) => one.kind === some);
  return (
    <Rail id="past" heading={kind === "ask" ? m.matches : m.matchesOffer}>
      {matches.length === 0 ? <p>{m.matchesNone}</p> : null}
      {(["person", "ask", "practice", "need"] as const)
        .filter((some) => of(some).length > 0)
        .map((some) => (
          <section key={some} aria-labelledby={`past-${some}`}>
            <h3 id={`past-${some}`}>{m.matchKinds[some]}</h3>
            <ul className="matches">
              {of(some).map((one) => (
                <li key={one.at}>
                  {some === "need" ? (
                    <Typed>{one.title}</Typed>
                  ) : (
                    <a href={`/netwerk/${slug}/${paths[some]}/${one.at}`}>
                      {one.title ? <Written>{one.title}</Written> : words.directory.someone}
                    </a>
                  )}
                  <span className="small quiet why">
                    {some === "person" ? m.why.person({ ...one.reason, kind }) : m.why.other(one.reason)}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </Rail>
  );
}

const paths = { person: "mensen", ask: "vragen", practice: "praktijk" } as const;
