import { useWords } from "../../language/words.ts";
import { Bar } from "../../ui/chart/bar.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { checkWords } from "../check/messages/check.ts";
import { GroupShares } from "./group-shares.tsx";
import type { InsightOutcome, Outcome } from "./outcome.ts";
import type { ToldVerdict } from "./told-verdict.ts";
import type { Choice, Fit } from "./verdict-counts.ts";
import { VerdictLine } from "./verdict-line.tsx";

const percent = (share: number) => Math.round(share * 100);

interface Props {
  readonly text: string;
  readonly outcome: InsightOutcome;
  readonly told: ToldVerdict;
  /** The numbers are unfolded: for who has few insights before them. */
  readonly open: boolean;
  /** The words of the insight stand above it already. */
  readonly untitled?: boolean;
}

/** What came out of one insight: the verdict first, then the numbers with their margin. */
export function OutcomeView({ text, outcome, told, open, untitled = false }: Props) {
  const words = useWords(checkWords);
  const m = words.outcome;
  const { ballots, fits } = outcome;
  const agree = ballots.status === "counts" ? ballots.parts.find(({ column }) => column === "agree") : undefined;
  const fitting = fits.status === "counts" ? fits.parts.filter(({ column }) => column !== "not") : [];
  return (
    <div className="outcome">
      {untitled ? null : (
        <h3>
          <Written>{text}</Written>
        </h3>
      )}
      <VerdictLine told={told} />
      <Disclosure
        open={open}
        summary={
          <>
            {m.figures}
            <span className="visually-hidden">
              : <Written>{text}</Written>
            </span>
          </>
        }
      >
        <Part<Choice>
          outcome={ballots}
          names={words.choices}
          caption={`${words.choice} ${text}`}
          sentence={agree && ballots.status === "counts" ? m.agree({ n: agree.people, of: ballots.people }) : null}
        />
        {fits.status === "withheld" ? null : (
          <Part<Fit>
            outcome={fits}
            names={words.fits}
            caption={`${words.fit} ${text}`}
            sentence={
              fits.status === "counts"
                ? m.fits({ n: fitting.reduce((sum, { people }) => sum + people, 0), of: fits.people })
                : null
            }
          />
        )}
        <GroupShares groups={outcome.groups} text={text} />
      </Disclosure>
    </div>
  );
}

interface PartProps<C extends string> {
  readonly outcome: Outcome<C>;
  readonly names: Readonly<Record<C, string>>;
  readonly caption: string;
  readonly sentence: string | null;
}

function Part<C extends string>({ outcome, names, caption, sentence }: PartProps<C>) {
  const m = useWords(checkWords).outcome;
  if (outcome.status === "withheld") return <p>{m.withheld}</p>;
  if (outcome.status === "nearly-all")
    return <p>{m.nearly({ of: outcome.people, what: outcome.columns.map((column) => names[column]).join(", ") })}</p>;
  return (
    <>
      <p>{sentence}</p>
      <DataTable
        caption={caption}
        captionHidden
        rowHeaders
        narrow="stack"
        columns={[
          { key: "answer", head: m.answer },
          { key: "people", head: m.people, numeric: true },
          { key: "share", head: m.share },
          { key: "interval", head: m.interval, numeric: true },
        ]}
        rows={outcome.parts.map(({ column, people, share, low, high }) => ({
          key: column,
          cells: {
            answer: names[column],
            people,
            share: <Bar share={share} low={low} high={high} text={m.percent({ n: percent(share) })} />,
            interval: m.between({ low: percent(low), high: percent(high) }),
          },
        }))}
      />
    </>
  );
}
