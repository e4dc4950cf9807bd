import { type FormEvent, type ReactNode, Suspense, useRef, useState } from "react";
import { useWords } from "../../language/words.ts";
import { anywayField } from "../../method/guard/anyway.ts";
import { GuardWarning } from "../writing/later-guard.tsx";
import { useOutbox } from "../writing/outbox.tsx";
import { useDraft } from "../writing/use-draft.tsx";
import { type Answer, isGuarded, sameField } from "./deed.ts";
import { roomWords } from "./messages/room.ts";

interface Props {
  readonly action: string;
  readonly className?: string;
  /** For controls that stand elsewhere on the page. */
  readonly id?: string;
  /** Tells forms with the same fields apart for who hears the page. */
  readonly label?: string | undefined;
  /** Keeps what is typed under this name, for this step, until it was sent. */
  readonly draft?: { readonly step: string; readonly form: string };
  /** A later one with the same key takes the place of one that waits. */
  readonly sendAs?: string;
  /** Called when it was kept, and also when it waits for the network in the outbox: the form is free again. */
  readonly onSent?: (answer: Exclude<Answer, { status: "refused" }>) => void;
  readonly children: ReactNode;
}

/**
 * A form that posts without leaving the page: says why when it is refused, and tries again by itself when the network is away.
 * Without script it is an ordinary form. One that is on its way is not sent twice.
 */
export function DeedForm({ action, className, id, label, draft, sendAs, onSent, children }: Props) {
  const m = useWords(roomWords).refused;
  const outbox = useOutbox();
  const form = useRef<HTMLFormElement>(null);
  const forget = useDraft(form, draft?.step ?? "", draft?.form);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [warned, setWarned] = useState<FormData | null>(null);
  const key = sendAs ?? action;

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (busy) return;
    const pressed = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    const fields = new FormData(event.currentTarget, pressed);
    // After a warning another button sends it: what the first one meant still holds.
    const meant = pressed?.name === anywayField ? warned?.get(sameField) : null;
    if (meant) fields.set(sameField, meant);
    setBusy(true);
    setProblem(null);
    setWarned(null);
    const sent = outbox.send(key, action, fields);
    // From here on the outbox has it, also over a reload.
    forget();
    const answer = await sent;
    // The form went away meanwhile (another step): then it stays in the outbox, with the server's no.
    if (!form.current) return;
    setBusy(false);
    if (answer.status === "refused") {
      outbox.drop(key);
      form.current.dispatchEvent(new Event("input", { bubbles: true }));
      if (isGuarded(answer.code)) setWarned(fields);
      return setProblem(answer.code);
    }
    if (answer.status === "offline" && !draft) setProblem("offline");
    onSent?.(answer);
  }

  const waits = outbox.waiting.some((one) => one.key === key && one.tries > 0);
  const said = problem === null || (problem === "offline" && !waits) ? null : problem;
  return (
    <form
      ref={form}
      id={id}
      method="post"
      action={action}
      className={className}
      aria-label={label}
      onSubmit={submit}
      aria-busy={busy}
    >
      {children}
      {warned ? (
        <Suspense>
          <GuardWarning typed={[...warned]} onChange={() => toFirst(form.current, warned)} />
        </Suspense>
      ) : null}
      <p className={said ? "error" : undefined} role="status">
        {said === null ? null : (m.codes[said as keyof typeof m.codes] ?? m.codes.unknown)}
      </p>
    </form>
  );
}

/** Back to the words: what was marked is in one of these. */
function toFirst(form: HTMLFormElement | null, typed: FormData): void {
  const fields = [...(form?.querySelectorAll("textarea") ?? [])];
  (fields.find(({ name }) => String(typed.get(name) ?? "") !== "") ?? fields[0])?.focus();
}
