import { useLocale, useWords } from "../../language/words.ts";
import { wilson } from "../../method/analysis/interval.ts";
import { dateLong } from "../../platform/time.ts";
import { Bar } from "../../ui/chart/bar.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import type { AgainTold } from "../insights/again.ts";
import { verdictWords } from "../insights/messages/verdict.ts";
import { verdictTitle } from "../outcomes/verdict-said.ts";
import { comparedWords } from "./messages/compared.ts";
import { type Compared, type Round, shareOf, type Told } from "./rounds.ts";

const percent = (share: number) => Math.round(share * 100);

/** The same insight over meetings: the verdict and the shares of each time with their margin, and how the same people turned. */
export function ComparedView({ compared, of }: { compared: Compared; of: string }) {
  const m = useWords(comparedWords);
  const v = useWords(verdictWords);
  const locale = useLocale();
  const { rounds, again } = compared;
  const asksFit = rounds.some(({ fits }) => fits.status !== "withheld");
  return (
    <>
      <DataTable
        caption={m.caption({ of })}
        captionHidden
        rowHeaders
        narrow="stack"
        columns={[
          { key: "when", head: m.when },
          ...(asksFit ? [{ key: "verdict", head: m.verdict }] : []),
          { key: "agree", head: m.agree },
          ...(asksFit ? [{ key: "holds", head: m.holds }] : []),
        ]}
        rows={rounds.map((round) => ({
          key: round.id,
          cells: {
            when: whenOf(round, m.pulse, (at) => dateLong(at, locale)),
            verdict: verdictTitle(v, round.verdict),
            agree: <Share of={shareOf(round.ballots, ["agree"])} />,
            holds: <Share of={shareOf(round.fits, ["fits", "conditions"])} />,
          },
        }))}
      />
      <p className="small quiet">{m.others}</p>
      <SamePeople again={again} of={of} />
    </>
  );
}

const whenOf = ({ on, session, dialogue, pulse }: Round, pulseWord: string, day: (at: Date) => string) =>
  [day(new Date(on)), pulse ? pulseWord : session, dialogue ? `‘${dialogue}’` : ""].filter(Boolean).join(", ");

function Share({ of: counted }: { of: Told | null }) {
  const m = useWords(comparedWords);
  if (!counted) return m.notTold;
  if (typeof counted === "string") return m.nearly[counted];
  const { low, high } = wilson(counted.people, counted.of);
  return (
    <>
      <Bar
        share={counted.people / counted.of}
        low={low}
        high={high}
        text={m.share({ n: percent(counted.people / counted.of) })}
      />
      <span className="small quiet">{m.margin({ low: percent(low), high: percent(high), of: counted.of })}</span>
    </>
  );
}

/** Never how many turned: shares in steps, and what fewer than five did is not told apart from nobody. */
function SamePeople({ again, of }: { again: AgainTold; of: string }) {
  const m = useWords(comparedWords);
  if (again.status === "withheld") return <p>{m.fewBoth}</p>;
  const words = m.turns[again.by];
  return (
    <>
      <p>
        <strong>{m.same}.</strong> {m.both({ n: again.people })} {again.clear ? m.clear[again.clear] : m.unclear}
      </p>
      <DataTable
        caption={m.sameCaption({ of })}
        captionHidden
        rowHeaders
        narrow="stack"
        columns={[
          { key: "turn", head: m.turn },
          { key: "share", head: m.shareHead },
        ]}
        rows={again.parts.map(({ turn, share, low, high }) => ({
          key: turn,
          cells: {
            turn: words[turn],
            share:
              share === null ? (
                m.few
              ) : (
                <>
                  <Bar share={share} low={low} high={high} text={m.about({ n: percent(share) })} />
                  <span className="small quiet">{m.between({ low: percent(low), high: percent(high) })}</span>
                </>
              ),
          },
        }))}
      />
      <p className="small quiet">{m.how}</p>
    </>
  );
}
