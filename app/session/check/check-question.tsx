import { type FormEvent, useEffect, useRef, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { textLimits } from "../../contribution/contribution.ts";
import { useWords } from "../../language/words.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/form/choices.tsx";
import { Notice } from "../../ui/notice.tsx";
import { OneOutcome } from "../outcomes/outcomes.tsx";
import { nextToAnswer, overview, type Tested } from "../outcomes/tested.ts";
import { choices, fits } from "../outcomes/verdict-counts.ts";
import { roomWords } from "../room/messages/room.ts";
import { newId } from "../room/new-id.ts";
import type { CheckData, RoomData } from "../room/room-data.ts";
import { useOutbox } from "../writing/outbox.tsx";
import { useDraft } from "../writing/use-draft.tsx";
import type { Answer } from "./check-answer.ts";
import { CheckInsight } from "./check-insight.tsx";
import { OwnWords, Words } from "./check-words.tsx";
import { checkWords } from "./messages/check.ts";
import { useBallot } from "./use-ballot.tsx";
import { useChoiceKeys } from "./use-choice-keys.tsx";

interface Props {
  readonly room: RoomData;
  readonly check: CheckData;
  readonly insight: Tested;
  readonly insights: readonly Tested[];
  /** It was taken away while it stood here. */
  readonly gone: boolean;
  readonly onAnswer: (answer: Answer) => void;
}

/** One insight: do you agree, does it fit, and under which condition. */
export function CheckQuestion({ room, check, insight, insights, gone, onAnswer }: Props) {
  const m = useWords(checkWords);
  const codes: Readonly<Record<string, string>> = useWords(roomWords).refused.codes;
  const outbox = useOutbox();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const form = useRef<HTMLFormElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const step = check.stepId ?? "";
  const forget = useDraft(words, step, `words:${insight.id}`);
  const [id] = useState(room.fresh);
  const ballot = useBallot(form, { session: room.session.id, insight }, onAnswer);
  const keys = useChoiceKeys(form);
  const base = `/bijeenkomst/${room.session.id}`;
  const at = insights.findIndex((one) => one.id === insight.id);
  const next = nextToAnswer(insights, insight.id);
  const previous = insights[at - 1];
  const here = `?inzicht=${insight.number}`;
  const after = `?inzicht=${next?.number ?? overview}`;
  const others = (check.conditions[insight.id] ?? []).length > 0 ? `${here}&deel=voorwaarden` : null;
  const beside = pathname === base ? "" : pathname.slice(base.length);
  const closed = insight.revealed || gone;

  // Who comes from another insight hears this one first; on arrival the page itself is read.
  useEffect(() => {
    if (document.activeElement === document.body && new URL(location.href).searchParams.has("inzicht")) heading.current?.focus();
  }, []);

  /** @returns whether it is on its way, or there was nothing to send */
  function sendWords(kind: "condition" | "example", text: string): boolean {
    if (text.trim() === "") return true;
    if ([...text].length > textLimits[kind]) {
      ballot.setProblem("too-long");
      return false;
    }
    const said = new FormData();
    const about = { id: newId(), kind, step, insight: insight.id, text };
    for (const [name, value] of Object.entries(about)) said.set(name, value);
    // It is in the outbox at once; a no is shown above the next insight.
    void outbox.send(`bijdrage:${about.id}`, `${base}/bijdragen`, said);
    forget();
    return true;
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const { choice, fit } = ballot.answer();
    if (!choice && !closed) {
      ballot.setProblem("choose");
      return;
    }
    const given = new FormData(event.currentTarget);
    const kind = fit === "conditions" ? "condition" : fit === "not" ? "example" : null;
    if (kind && !sendWords(kind, String(given.get(kind) ?? ""))) return;
    navigate(fit === "conditions" && others ? others : after);
  }

  const { problem } = ballot;
  return (
    <div className="wrap check">
      <CheckInsight insight={insight} at={at < 0 ? null : at + 1} of={insights.length} heading={heading} />
      <div className="check-form">
        {insight.revealed ? (
          <>
            <Notice>{m.closed}</Notice>
            <OneOutcome room={room} insight={insight.id} />
          </>
        ) : null}
        <form ref={form} method="post" action={`${base}/stemmen`} onSubmit={submit} noValidate>
          <input type="hidden" name="insight" value={insight.id} />
          <input type="hidden" name="step" value={step} />
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="terug" value={beside + after} />
          {others ? <input type="hidden" name="terug-voorwaarden" value={beside + others} /> : null}
          {closed ? null : (
            <>
              <RadioGroup
                name="choice"
                legend={m.choice}
                columns="row"
                defaultValue={insight.choice ?? undefined}
                error={problem === "choose" ? codes.choose : undefined}
                choices={choices.map((value, i) => ({
                  value,
                  label: <Choice text={m.choices[value]} digit={keys.on ? i + 1 : null} />,
                }))}
                onChange={ballot.cast}
              />
              <div className="fits">
                <RadioGroup
                  name="fit"
                  legend={m.fit}
                  columns="three"
                  defaultValue={insight.fit ?? undefined}
                  choices={fits.map((value) => ({ value, label: <strong>{m.fits[value]}</strong>, hint: m.fitHints[value] }))}
                  onChange={ballot.cast}
                />
                <div ref={words}>
                  <div className="with-conditions">
                    <OwnWords room={room} insight={insight.id} kind="condition" />
                    <Words name="condition" label={m.condition} hint={others ? m.othersFollow : undefined} />
                  </div>
                  <div className="with-not">
                    <OwnWords room={room} insight={insight.id} kind="example" />
                    <Words name="example" label={m.example} />
                  </div>
                </div>
              </div>
            </>
          )}
          <p className="actions">
            <Button>{next ? m.next : m.last}</Button>
            {previous ? (
              <LinkButton variant="quiet" to={`?inzicht=${previous.number}`}>
                {m.back}
              </LinkButton>
            ) : null}
            {insight.revealed && next ? (
              <LinkButton variant="quiet" to={`?inzicht=${overview}`}>
                {m.outcome.yours}
              </LinkButton>
            ) : null}
          </p>
        </form>
        <div className="check-kept">
          <p role="status" className={problem && problem !== "choose" ? "error" : "small quiet"}>
            {problem && problem !== "choose"
              ? (codes[problem] ?? codes.unknown)
              : ballot.underway
                ? ballot.underway.tries > 0 && m.waits
                : insight.choice && m.kept}
          </p>
          {ballot.canUndo && !closed ? (
            <form
              method="post"
              action={`${base}/stemmen`}
              onSubmit={(event) => {
                event.preventDefault();
                ballot.undo();
              }}
            >
              <input type="hidden" name="insight" value={insight.id} />
              <input type="hidden" name="undo" value="1" />
              <input type="hidden" name="terug" value={beside + here} />
              <Button variant="quiet" size="small">
                {m.undo}
              </Button>
            </form>
          ) : null}
        </div>
        {closed ? null : <p className="small quiet">{m.secret}</p>}
        {keys.toggle && !closed ? (
          <p>
            <Button type="button" variant="quiet" size="small" aria-pressed={keys.on} onClick={keys.toggle}>
              {keys.on ? m.keysOn : m.keysOff}
            </Button>
          </p>
        ) : null}
      </div>
    </div>
  );
}

function Choice({ text, digit }: { text: string; digit: number | null }) {
  return (
    <>
      {text}
      {digit ? (
        <span className="choice-key" aria-hidden="true">
          {digit}
        </span>
      ) : null}
    </>
  );
}
