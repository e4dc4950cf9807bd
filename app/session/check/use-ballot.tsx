import { type RefObject, useState } from "react";
import type { Tested } from "../outcomes/tested.ts";
import { choices, fits } from "../outcomes/verdict-counts.ts";
import { useOutbox } from "../writing/outbox.tsx";
import type { Answer } from "./check-answer.ts";

const nothing: Answer = { choice: null, fit: null };

/** What stands in the form. Who skips, or leaves it to others, does not say whether it fits. */
function answerIn(form: HTMLFormElement | null): Answer {
  const given = new FormData(form ?? undefined);
  const choice = choices.find((one) => one === given.get("choice")) ?? null;
  const fit = fits.find((one) => one === given.get("fit")) ?? null;
  return { choice, fit: choice === "agree" || choice === "disagree" ? fit : null };
}

function put(form: HTMLFormElement | null, { choice, fit }: Answer): void {
  for (const radio of form?.querySelectorAll<HTMLInputElement>('input[type="radio"]') ?? [])
    radio.checked = radio.value === (radio.name === "choice" ? choice : fit);
}

/** Each choice is sent as it is made; of two that wait for the network the last goes. The last step can be undone. */
export function useBallot(
  form: RefObject<HTMLFormElement | null>,
  at: { readonly session: string; readonly insight: Tested },
  onAnswer: (answer: Answer) => void,
) {
  const outbox = useOutbox();
  const { insight } = at;
  const [problem, setProblem] = useState<string | null>(null);
  // What was answered on an earlier visit can be taken back; after that, the last choice made here.
  const [before, setBefore] = useState<Answer | null>(insight.choice ? nothing : null);
  const key = `stem:${insight.id}`;

  async function send(answer: Answer): Promise<void> {
    setProblem(null);
    onAnswer(answer);
    const ballot = new FormData();
    ballot.set("insight", insight.id);
    if (answer.choice) {
      ballot.set("choice", answer.choice);
      ballot.set("fit", answer.fit ?? "");
    } else ballot.set("undo", "1");
    const told = await outbox.send(key, `/bijeenkomst/${at.session}/stemmen`, ballot);
    if (told.status !== "refused") return;
    outbox.drop(key);
    setProblem(told.code);
  }

  return {
    problem,
    setProblem,
    answer: () => answerIn(form.current),
    cast(): void {
      const answer = answerIn(form.current);
      if (!answer.choice) return;
      setBefore({ choice: insight.choice, fit: insight.fit });
      void send(answer);
    },
    canUndo: before !== null && insight.choice !== null,
    undo(): void {
      const answer = before ?? nothing;
      put(form.current, answer);
      setBefore(answer.choice ? nothing : null);
      void send(answer);
      form.current?.querySelector<HTMLInputElement>('input[name="choice"]:checked, input[name="choice"]')?.focus();
    },
    /** Its last choice, as long as the server does not have it. */
    underway: outbox.waiting.find((one) => one.key === key),
  };
}
