import { useWords } from "../../language/words.ts";
import { namingWords } from "../../themes/messages/naming.ts";
import type { NamingView } from "../../themes/naming/naming.ts";
import { NamingResult } from "../../themes/naming/naming-result.tsx";
import { Written } from "../../ui/form/typed.tsx";

/** On the screen in the hall: the theme that is being named, and the names there are. */
export function BeamNaming({ naming }: { naming: NamingView }) {
  const m = useWords(namingWords);
  const { state, options, central } = naming;
  const shown = state === "proposing" ? options.filter(({ origin }) => origin !== "present") : options;
  return (
    <section className="beam-naming" aria-labelledby="naming">
      {state === "closed" || state === "adopted" ? (
        <>
          <h2 id="naming" className="visually-hidden">
            {m.title}
          </h2>
          <NamingResult naming={naming} />
        </>
      ) : (
        <>
          <h2 id="naming">{state === "choosing" ? m.choose : m.proposed}</h2>
          {shown.length === 0 ? <p className="beam-text quiet">{m.noneProposed}</p> : null}
          <ul className={shown.length > 10 ? "plain names many" : "plain names"}>
            {shown.map(({ key, name }) => (
              <li key={key}>
                <Written>{name}</Written>
              </li>
            ))}
          </ul>
          {state === "proposing" && central[0] ? (
            <blockquote>
              <Written>{central[0].text}</Written>
            </blockquote>
          ) : null}
        </>
      )}
    </section>
  );
}
