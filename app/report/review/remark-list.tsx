import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Around, Typed } from "../../ui/form/typed.tsx";
import { Tag } from "../../ui/tag.tsx";
import { reviewWords } from "./messages/review.ts";
import type { RemarkView } from "./read-along.ts";

/** What was remarked on a part, with the answers; names of writers are nowhere. */
export function RemarkList({ remarks, copy, open }: { remarks: readonly RemarkView[]; copy: number; open: boolean }) {
  const m = useWords(reviewWords).part;
  const shown = remarks.filter(({ state, mine }) => state === "visible" || mine);
  if (shown.length === 0) return <p>{m.saidNone}</p>;
  return (
    <ol className="plain remarks">
      {shown.map((one) => (
        <li key={one.id} id={`opmerking-${one.number}`}>
          <RemarkWords remark={one} copy={copy} />
          {one.backers > 0 ? <p className="small">{m.backers({ n: one.backers })}</p> : null}
          <RemarkAnswer remark={one} />
          <RemarkDeed remark={one} open={open} />
        </li>
      ))}
    </ol>
  );
}

export function RemarkWords({ remark, copy }: { remark: RemarkView; copy: number }) {
  const m = useWords(reviewWords).part;
  const { number, mine, text, words, state } = remark;
  const about = [m.number({ n: number }), mine ? m.mine : "", remark.copy < copy ? m.earlier({ n: remark.copy }) : ""];
  const gone = { withdrawn: mine ? m.withdrawn : m.gone, hidden: m.hidden, erased: m.gone, visible: "" }[state];
  return (
    <>
      <p className="small quiet">{about.filter(Boolean).join(", ")}</p>
      {gone ? <p className="quiet">{gone}</p> : null}
      {text ? <Typed as="p">{text}</Typed> : null}
      {words ? (
        <blockquote>
          <strong>{m.proposes}:</strong> <Typed>{words}</Typed>
        </blockquote>
      ) : null}
    </>
  );
}

export function RemarkAnswer({ remark: { verdict, answer } }: { remark: RemarkView }) {
  const m = useWords(reviewWords).part;
  if (!verdict) return null;
  return (
    <div className="remark-answer">
      <Tag tone={verdict === "not" ? "plain" : "good"}>{m.verdicts[verdict]}</Tag>{" "}
      {answer ? (
        <span className="as-typed">
          <Around words={{ why: answer }} say={m.because} />
        </span>
      ) : null}
    </div>
  );
}

function RemarkDeed({ remark, open }: { remark: RemarkView; open: boolean }) {
  const m = useWords(reviewWords).part;
  if (remark.state !== "visible" || (!open && !remark.mine)) return null;
  const [deed, label] = remark.mine
    ? (["intrek", m.withdraw] as const)
    : remark.backed
      ? (["steun-niet", m.unsupport] as const)
      : (["steun", m.support] as const);
  return (
    <form method="post">
      <input type="hidden" name="wat" value={remark.id} />
      <Button variant="quiet" size="small" name="doen" value={deed}>
        {label}
        <span className="visually-hidden">{m.about({ n: remark.number })}</span>
      </Button>
    </form>
  );
}
