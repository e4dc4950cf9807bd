import { type FormEvent, useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { textLimits } from "../contribution/contribution.ts";
import type { Tested } from "../insights/tested.ts";
import { type Choice, choices, type Fit, fits } from "../insights/verdict-counts.ts";
import { checkWords } from "../messages/check.ts";
import { roomWords } from "../messages/room.ts";
import { useWords } from "../messages/words.ts";
import { Button, LinkButton } from "../ui/button.tsx";
import { RadioGroup } from "../ui/choices.tsx";
import { Notice } from "../ui/notice.tsx";
import { StepProgress } from "../ui/progress.tsx";
import { CheckConditions, OwnExamples } from "./check-conditions.tsx";
import { Words } from "./check-words.tsx";
import { newId } from "./new-id.ts";
import { useOutbox } from "./outbox.tsx";
import type { RoomData, RoomStep } from "./room-data.ts";
import { useChoiceKeys } from "./use-choice-keys.tsx";
import { useDraft } from "./use-draft.tsx";

interface Props {
  readonly room: RoomData;
  readonly step: RoomStep;
  readonly insight: Tested;
  /** Its place, from 0. */
  readonly at: number;
  readonly of: number;
  readonly onAnswer: (answer: { choice: Choice; fit: Fit | null }) => void;
}

/** One insight: do you agree, does it fit, and under which condition. Each choice is sent as it is made. */
export function CheckQuestion({ room, step, insight, at, of, onAnswer }: Props) {
  const m = useWords(checkWords);
  const codes = useWords(roomWords).refused.codes;
  const outbox = useOutbox();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const forget = useDraft(words, step.id, `words:${insight.id}`);
  const [id] = useState(room.fresh);
  const [problem, setProblem] = useState<string | null>(null);
  const base = `/bijeenkomst/${room.session.id}`;
  const next = at + 1 < of ? String(at + 2) : "klaar";
  const ballotKey = `stem:${insight.id}`;

  // Who comes from another insight hears this one first; on arrival the page itself is read.
  useEffect(() => {
    if (document.activeElement === document.body && new URL(location.href).searchParams.has("inzicht")) heading.current?.focus();
  }, []);

  function chosen(): { choice: Choice | null; fit: Fit | null } {
    const given = new FormData(form.current ?? undefined);
    const choice = choices.find((one) => one === given.get("choice")) ?? null;
    const fit = fits.find((one) => one === given.get("fit")) ?? null;
    return { choice, fit: choice === "agree" || choice === "disagree" ? fit : null };
  }

  async function cast(): Promise<void> {
    const { choice, fit } = chosen();
    if (!choice) return;
    setProblem(null);
    onAnswer({ choice, fit });
    const ballot = new FormData();
    for (const [name, value] of Object.entries({ insight: insight.id, choice, fit: fit ?? "" })) ballot.set(name, value);
    const answer = await outbox.send(ballotKey, `${base}/stemmen`, ballot);
    if (answer.status !== "refused") return;
    outbox.drop(ballotKey);
    setProblem(answer.code);
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const { choice, fit } = chosen();
    if (!choice && !insight.revealed) {
      setProblem("choose");
      return;
    }
    const given = new FormData(event.currentTarget);
    const kind = fit === "conditions" ? "condition" : fit === "not" ? "example" : null;
    const text = kind ? String(given.get(kind) ?? "") : "";
    if (kind && text.trim() !== "") {
      if ([...text].length > textLimits[kind]) {
        setProblem("too-long");
        return;
      }
      const said = new FormData();
      const about = { id: newId(), kind, step: step.id, insight: insight.id, text };
      for (const [name, value] of Object.entries(about)) said.set(name, value);
      // It is in the outbox at once; a no is shown above the next insight.
      void outbox.send(`bijdrage:${about.id}`, `${base}/bijdragen`, said);
      forget();
    }
    navigate(`?inzicht=${next}`);
  }

  const keys = useChoiceKeys(form);
  const underway = outbox.waiting.find((one) => one.key === ballotKey);
  const source = insight.own ? m.yours : insight.proposed ? m.fromParticipant : insight.source ? m.source(insight) : null;
  return (
    <div className="wrap check">
      <div>
        <StepProgress at={at + 1} of={of} label={m.progress({ at: at + 1, of })} />
        <h1 ref={heading} tabIndex={-1}>
          {insight.text}
        </h1>
        {source ? <p className="small quiet">{source}</p> : null}
      </div>
      <form ref={form} method="post" action={`${base}/stemmen`} onSubmit={submit} className="check-form" noValidate>
        <input type="hidden" name="insight" value={insight.id} />
        <input type="hidden" name="step" value={step.id} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="terug" value={`?inzicht=${next}`} />
        {insight.revealed ? (
          <Notice>{m.closed}</Notice>
        ) : (
          <>
            <RadioGroup
              name="choice"
              legend={m.choice}
              columns="row"
              defaultValue={insight.choice ?? undefined}
              error={problem === "choose" ? codes.choose : undefined}
              choices={choices.map((value, i) => ({
                value,
                label: (
                  <>
                    {m.choices[value]}
                    {keys.on ? (
                      <span className="choice-key" aria-hidden="true">
                        {i + 1}
                      </span>
                    ) : null}
                  </>
                ),
              }))}
              onChange={() => void cast()}
            />
            <div className="fits">
              <RadioGroup
                name="fit"
                legend={m.fit}
                columns="three"
                defaultValue={insight.fit ?? undefined}
                choices={fits.map((value) => ({ value, label: <strong>{m.fits[value]}</strong>, hint: m.fitHints[value] }))}
                onChange={() => void cast()}
              />
              <div ref={words}>
                <div className="with-conditions">
                  <CheckConditions room={room} insight={insight} />
                </div>
                <div className="with-not">
                  <OwnExamples room={room} insight={insight} />
                  <Words name="example" label={m.example} />
                </div>
              </div>
            </div>
          </>
        )}
        <p className="actions">
          <Button>{at + 1 < of ? m.next : m.last}</Button>
          {at > 0 ? (
            <LinkButton variant="quiet" to={`?inzicht=${at}`}>
              {m.back}
            </LinkButton>
          ) : null}
        </p>
        <p role="status" className={problem && problem !== "choose" ? "error" : "small quiet"}>
          {problem && problem !== "choose"
            ? (codes[problem as keyof typeof codes] ?? codes.unknown)
            : underway
              ? underway.tries > 0 && m.waits
              : insight.choice && m.kept}
        </p>
        {insight.revealed ? null : <p className="small quiet">{m.secret}</p>}
        {keys.toggle ? (
          <p>
            <Button type="button" variant="quiet" size="small" aria-pressed={keys.on} onClick={keys.toggle}>
              {keys.on ? m.keysOn : m.keysOff}
            </Button>
          </p>
        ) : null}
      </form>
    </div>
  );
}
