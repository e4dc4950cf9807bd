import { useWords } from "../../language/words.ts";
import { Around, Written } from "../../ui/form/typed.tsx";
import { namingWords } from "../messages/naming.ts";
import type { NamingView } from "./naming.ts";
import "./naming.css";

/** After choosing: how many chose what, as far as the rule of five lets it be told, and the name that was adopted. */
export function NamingResult({ naming, level = 3 }: { naming: NamingView; level?: 2 | 3 }) {
  const m = useWords(namingWords);
  const { told, options, state, theme, before } = naming;
  const Heading = `h${level}` as const;
  const nameOf = (key: string) => options.find((one) => one.key === key)?.name ?? "";
  const counts = told?.status === "counts" ? told.counts : null;
  const sorted = options.toSorted((a, b) => (counts?.[b.key] ?? 0) - (counts?.[a.key] ?? 0));
  return (
    <>
      {state === "adopted" ? (
        <div aria-live="polite">
          <Heading className="named">
            <Around words={{ name: theme.name }} say={m.adopted} />
          </Heading>
          <p>{theme.name === before ? m.same : m.was({ before })}</p>
        </div>
      ) : (
        <>
          <Heading>{m.closed}</Heading>
          <p>{m.closedHint}</p>
        </>
      )}
      {told?.status === "few" ? <p>{m.few}</p> : null}
      {told?.status === "nearly-all" ? (
        <p>
          <Around words={{ name: nameOf(told.key) }} say={m.nearly} />
        </p>
      ) : null}
      {counts ? (
        <ul className="plain name-counts">
          {sorted.map(({ key, name }) => (
            <li key={key}>
              <span>
                <Written>{name}</Written>
              </span>{" "}
              <span className="num">{counts[key] ? m.count({ n: counts[key] }) : m.fewer}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
