import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Tag } from "../../ui/tag.tsx";
import type { CockpitHall } from "../cockpit/cockpit-hall.ts";
import { Deed } from "../cockpit/deed.tsx";
import { longestReason } from "../cockpit/deed-limits.ts";
import { cockpitWords } from "../cockpit/messages/cockpit.ts";
import type { CheckOutcome } from "../outcomes/check-outcome.ts";
import type { ToldVerdict } from "../outcomes/told-verdict.ts";
import { VerdictSaid } from "../outcomes/verdict-line.tsx";
import type { FindingFacts } from "../results/finding.ts";
import { useFinding } from "../results/use-finding.tsx";

export interface CheckRow {
  readonly id: string;
  readonly number: number;
  readonly text: string;
  readonly source: string;
  readonly state: string;
  readonly version: number;
  readonly revealed: boolean;
  /** It was put to everybody. */
  readonly focused: boolean;
  readonly similar: readonly { readonly number?: number | undefined; readonly text?: string | undefined }[];
  /** null: fewer than five */
  readonly people: number | null;
}

/** The outcome of each insight, shown when the facilitator says so; and what participants propose to test as well. */
export function CheckControl({ hall, check, outcome }: { hall: CockpitHall; check: readonly CheckRow[]; outcome: CheckOutcome }) {
  const m = useWords(cockpitWords).check;
  const tested = check.filter(({ state }) => state === "open" || state === "replaced");
  const open = tested.filter(({ state }) => state === "open");
  const proposed = check.filter(({ state }) => state === "proposed");
  const { view } = hall.live;
  const begins = hall.steps.findIndex(({ kind }) => kind === "practice-check");
  const at = hall.steps.findIndex(({ id }) => id === view.stepId);
  const voted = tested.some(({ people, revealed }) => people !== null || revealed);
  if (begins < 0 || (at < begins && !voted && proposed.length === 0)) return null;
  return (
    <section aria-labelledby="check">
      <div className="section-head">
        <h2 id="check">{m.title}</h2>
        {hall.steers && (
          <div className="row-actions">
            <Deed to={`${hall.home}/uitkomsten`} fields={{ doen: "reveal", inzicht: "all" }}>
              <Button variant="secondary" size="small">
                {m.all}
              </Button>
            </Deed>
            {tested.some(({ revealed }) => revealed) && (
              <Deed to={`${hall.home}/uitkomsten`} fields={{ doen: "cover", inzicht: "all" }}>
                <button type="submit" className="link-button">
                  {m.coverAll}
                </button>
              </Deed>
            )}
          </div>
        )}
      </div>
      {hall.steers && <p className="small quiet">{m.frozen}</p>}
      {outcome.finding ? <AllTogether hall={hall} finding={outcome.finding} /> : null}
      <details className="disclosure" open={at >= begins}>
        <summary>{m.each({ n: open.length })}</summary>
        <ol className="check-list plain">
          {tested.map((one) => (
            <CheckLine
              key={one.id}
              one={one}
              hall={hall}
              told={outcome.verdicts[one.id]}
              asks={hall.steps[at]?.collects.includes("ballot") ?? false}
            />
          ))}
        </ol>
      </details>
      <p>
        <TextLink href={`${hall.home.replace(/\/bijeenkomst\/.*/, "")}/inzichten/uitkomst`}>{m.outcome}</TextLink>
      </p>
      <Proposed hall={hall} proposed={proposed} />
    </section>
  );
}

/** The finding as everybody reads it, and the way to bring it to the hall. */
function AllTogether({ hall, finding }: { hall: CockpitHall; finding: FindingFacts }) {
  const m = useWords(cockpitWords).check;
  const { title, text } = useFinding(finding);
  const { projector } = hall.live.view;
  return (
    <div className="check-together">
      <h3>{m.together}</h3>
      <p>
        <strong>{title}.</strong> {text}
      </p>
      {hall.steers && !(projector.shows === "results" && !projector.insightId) ? (
        <Deed to={`${hall.home}/scherm`} fields={{ toont: "results" }}>
          <Button variant="secondary" size="small">
            {m.togetherOnScreen}
          </Button>
        </Deed>
      ) : null}
    </div>
  );
}

interface LineProps {
  readonly one: CheckRow;
  readonly hall: CockpitHall;
  /** Its verdict, once it is revealed. */
  readonly told: ToldVerdict | undefined;
  readonly asks: boolean;
}

function CheckLine({ one, hall, told, asks }: LineProps) {
  const m = useWords(cockpitWords).check;
  const { projector } = hall.live.view;
  const onScreen = projector.shows === "results" && projector.insightId === one.id;
  return (
    <li>
      <p className="check-text">
        <span className="num quiet">{one.number}.</span> <Written>{one.text}</Written>{" "}
        {one.version > 1 || one.state === "replaced" ? <span className="quiet">{m.version(one)} </span> : null}
        <span className="quiet">{one.people === null ? m.few : m.people({ n: one.people })}</span>
      </p>
      {one.focused && <Tag tone="now">{m.focused}</Tag>}
      {one.revealed && <Tag tone="good">{m.revealed}</Tag>}
      {told ? <VerdictSaid told={told} /> : null}
      {hall.steers && (
        <div className="row-actions">
          {one.focused ? (
            <Deed to={`${hall.home}/voorleggen`} fields={{ doen: "unfocus", inzicht: one.id }}>
              <LinkLike about={one.text}>{m.unfocus}</LinkLike>
            </Deed>
          ) : asks && one.state === "open" && !one.revealed ? (
            <Deed to={`${hall.home}/voorleggen`} fields={{ doen: "focus", inzicht: one.id }}>
              <LinkLike about={one.text}>{m.focus}</LinkLike>
            </Deed>
          ) : null}
          {one.revealed && !onScreen && (
            <Deed to={`${hall.home}/scherm`} fields={{ toont: "results", inzicht: one.id }}>
              <LinkLike about={one.text}>{m.onScreen}</LinkLike>
            </Deed>
          )}
          {one.revealed && (
            <Deed to={`${hall.home}/uitkomsten`} fields={{ doen: "cover", inzicht: one.id }}>
              <LinkLike about={one.text}>{m.cover}</LinkLike>
            </Deed>
          )}
          <Deed to={`${hall.home}/uitkomsten`} fields={{ doen: "reveal", inzicht: one.id }}>
            <LinkLike about={one.text}>{one.revealed ? m.again : m.reveal}</LinkLike>
          </Deed>
        </div>
      )}
    </li>
  );
}

function LinkLike({ about, children }: { about: string; children: string }) {
  return (
    <button type="submit" className="link-button">
      {children}
      <span className="visually-hidden">
        {" "}
        <Written>{about}</Written>
      </span>
    </button>
  );
}

function Proposed({ hall, proposed }: { hall: CockpitHall; proposed: readonly CheckRow[] }) {
  const m = useWords(cockpitWords).check;
  return (
    <>
      <h3>{m.proposed}</h3>
      {proposed.length === 0 && <p className="quiet">{m.proposedNone}</p>}
      <ul className="check-list plain">
        {proposed.map((one) => (
          <li key={one.id}>
            <div className="check-text">
              <p>
                <Written>{one.text}</Written>
              </p>
              {one.similar.length > 0 && (
                <>
                  <p className="small quiet">{m.similar}</p>
                  <ul className="small">
                    {one.similar.map(({ number, text }) => (
                      <li key={number}>
                        <span className="num">{number}.</span> <Written>{text}</Written>
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </div>
            {hall.steers && (
              <div className="row-actions">
                <Deed to={`${hall.home}/voorstellen`} fields={{ doen: "accept", inzicht: one.id }}>
                  <Button variant="secondary" size="small">
                    {m.accept}
                  </Button>
                </Deed>
                <details className="hide">
                  <summary>{m.refuse}</summary>
                  <Deed to={`${hall.home}/voorstellen`} fields={{ doen: "refuse", inzicht: one.id }} className="reason">
                    <label htmlFor={`refuse-${one.id}`}>{m.reason}</label>
                    <textarea
                      className="utrecht-textbox utrecht-textbox--html-textarea"
                      id={`refuse-${one.id}`}
                      name="reden"
                      rows={2}
                      maxLength={longestReason}
                      required
                    />
                    <Button variant="secondary" size="small">
                      {m.refuseButton}
                    </Button>
                  </Deed>
                </details>
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
