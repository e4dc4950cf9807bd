import { useWords } from "../../language/words.ts";
import { Written } from "../../ui/form/typed.tsx";
import { useFinding } from "../results/use-finding.tsx";
import { cockpitWords } from "./messages/cockpit.ts";
import type { Side, Together } from "./together.ts";

/** What all together come to, as the question of the hall's screen. */
export function TogetherAsk({ together }: { together: Together }) {
  const { title, text } = useFinding(together.finding);
  return (
    <div className="beam-together">
      <h1 className="statement">{title}</h1>
      <p className="beam-text">{text}</p>
    </div>
  );
}

/** The same where a heading stands above it already. */
export function TogetherSaid({ together }: { together: Together }) {
  const { title, text } = useFinding(together.finding);
  return (
    <p>
      <strong>{title}.</strong> {text}
    </p>
  );
}

/** First what is shared, then what divides: as much as can be read from the back of the hall. */
export function TogetherBoard({ together: { shared, divided } }: { together: Together }) {
  const m = useWords(cockpitWords).projector;
  const says = ({ share, nearly }: Side) => (nearly ? m.together.nearly[nearly] : m.together.percent({ share }));
  const name = ({ field, letter }: Side) => field ?? m.together.group({ letter });
  return (
    <>
      <section aria-labelledby="samen-gedeeld">
        <h2 id="samen-gedeeld">{m.together.shared}</h2>
        {shared.length === 0 ? <p>{m.together.none}</p> : null}
        <ol className="plain together">
          {shared.map((one) => (
            <li key={one.number}>
              <span className="num quiet">{one.number}.</span> <Written>{one.text}</Written>{" "}
              <span className="quiet">{one.nearly ? m.together.nearlyAll(one) : m.together.lowest(one)}</span>
            </li>
          ))}
        </ol>
      </section>
      {divided.length > 0 ? (
        <section aria-labelledby="samen-verschil">
          <h2 id="samen-verschil">{m.together.divided}</h2>
          <ol className="plain together">
            {divided.map(({ number, text, most, least }) => (
              <li key={number}>
                <span className="num quiet">{number}.</span> <Written>{text}</Written>{" "}
                <span className="quiet">
                  {m.together.between({ most: name(most), ofMost: says(most), least: name(least), ofLeast: says(least) })}
                </span>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </>
  );
}
