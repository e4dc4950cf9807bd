import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Around, Typed } from "../../ui/form/typed.tsx";
import { DissentForm } from "./dissent-form.tsx";
import { reviewWords } from "./messages/review.ts";
import type { DissentView } from "./read-along.ts";

interface Props {
  readonly dissents: readonly DissentView[];
  readonly open: boolean;
  readonly draft: string;
}

/** The minority notes on a part, and the way to stand under one. */
export function DissentList({ dissents, open, draft }: Props) {
  const m = useWords(reviewWords).dissent;
  return dissents.map((one) => (
    <section key={one.id} className="dissent" aria-labelledby={`standpunt-${one.number}`}>
      <h3 id={`standpunt-${one.number}`} className="dissent-title">
        {m.number({ n: one.number })}
      </h3>
      {one.state === "visible" ? (
        <>
          <Typed as="blockquote">{one.text}</Typed>
          {one.answer ? (
            <p className="as-typed small">
              <Around words={{ text: one.answer }} say={m.answer} />
            </p>
          ) : null}
          {one.mine === "no" ? null : <p className="small">{m.under[one.mine]}</p>}
          <Stands dissent={one} open={open} />
          {one.alone && open ? <DissentForm id={one.id} typed={null} text={one.text} draft={draft} /> : null}
        </>
      ) : (
        <p className="quiet">{m.withdrawn}</p>
      )}
    </section>
  ));
}

function Stands({ dissent: { id, number, mine, version }, open }: { dissent: DissentView; open: boolean }) {
  const m = useWords(reviewWords).dissent;
  const deeds: readonly (readonly [string, string])[] = [
    ...(open && mine === "no"
      ? ([
          ["unnamed", m.join],
          ["named", m.joinNamed],
        ] as const)
      : []),
    ...(open && mine === "unnamed" ? ([["named", m.name]] as const) : []),
    ...(mine === "named" ? ([["unnamed", m.unname]] as const) : []),
    ...(mine === "no" ? [] : ([["leave", m.leave]] as const)),
  ];
  if (deeds.length === 0) return null;
  return (
    <form method="post" className="row-actions">
      <input type="hidden" name="wat" value={id} />
      <input type="hidden" name="versie" value={version} />
      {deeds.map(([deed, label]) => (
        <Button key={deed} variant="quiet" size="small" name="doen" value={deed}>
          {label}
          <span className="visually-hidden">{m.about({ n: number })}</span>
        </Button>
      ))}
    </form>
  );
}
