import { useWords } from "../../../language/words.ts";
import { parts, type Tested } from "./checked.ts";
import { connectionWords } from "./messages/connection.ts";

/** How many tested their connection, and what failed: in numbers by which nobody can be pointed at. */
export function TestedConnections({ tested: { tested, failed } }: { tested: Tested }) {
  const m = useWords(connectionWords);
  return (
    <section aria-labelledby="verbindingen">
      <h2 id="verbindingen">{m.counts.heading}</h2>
      {tested === null ? (
        <p>{m.counts.few}</p>
      ) : (
        <>
          <p>{m.counts.tested({ n: tested })}</p>
          <ul>
            {parts.map((part) => {
              const told = failed[part];
              return told ? (
                <li key={part}>
                  {m.parts[part]}: <strong className="num">{told.as === "number" ? told.n : m.counts.told[told.as]}</strong>
                </li>
              ) : null;
            })}
          </ul>
          <p className="small quiet">{m.counts.how}</p>
        </>
      )}
    </section>
  );
}
