import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { ConflictNotice, type Theirs, useTheirs } from "../../dialogue/conflict.tsx";
import { dialogueWords } from "../../dialogue/messages/dialogue.ts";
import { useWords } from "../../language/words.ts";
import { errorLines, errorOf } from "../../platform/http/error-words.ts";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { guardedPlan } from "./plan.ts";

interface Props {
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly errors?: Readonly<Record<string, string>> | undefined;
  readonly theirs?: Theirs | undefined;
  /** The title holds what looks like personal data. */
  readonly guarded?: boolean | undefined;
}

/** Title, time and places of a session. */
export function PlanFields({ typed, errors, theirs, guarded }: Props) {
  const m = useWords(dialogueWords).plan;
  const lines = errorLines(m.errors, errors);
  const saved = useTheirs(theirs);
  const field = (name: string, hint?: string) => ({
    name,
    defaultValue: typed[name],
    hint: saved(name, hint),
    error: errorOf(lines, name),
  });
  return (
    <>
      <ErrorSummary heading={m.problem} errors={lines} />
      <ConflictNotice when={theirs !== undefined} />
      {guarded ? <GuardWarning typed={Object.entries(typed)} fields={guardedPlan} /> : null}
      <TextField label={m.name} {...field("title")} required />
      <div className="side-by-side">
        <TextField type="date" label={m.date} {...field("date")} required />
        <TextField type="time" label={m.from} {...field("from", m.zone)} required />
        <TextField type="time" label={m.until} {...field("until", m.zone)} required />
      </div>
      <TextField type="date" label={m.closes} optionalWord={m.optional} {...field("closes", m.closesHint)} />
      <TextField inputMode="numeric" label={m.capacity} {...field("capacity", m.capacityHint)} required />
    </>
  );
}
