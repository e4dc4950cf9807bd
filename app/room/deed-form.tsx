import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { useFetcher } from "react-router";
import { roomWords } from "../messages/room.ts";
import { useWords } from "../messages/words.ts";
import { type Answer, waits } from "./deed.ts";

interface Props {
  readonly action: string;
  readonly className?: string;
  /** Called once for each time it was kept. */
  readonly onKept?: (answer: Extract<Answer, { status: "kept" }>) => void;
  readonly children: ReactNode;
}

const tryAgainMs = 3_000;

/**
 * A form that posts without leaving the page: says why when it is refused, and tries again by itself when the network is away.
 * Without script it is an ordinary form. One that is on its way is not sent twice.
 */
export function DeedForm({ action, className, onKept, children }: Props) {
  const m = useWords(roomWords).refused.codes;
  const fetcher = useFetcher<Answer>();
  const sent = useRef<FormData | null>(null);
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  const told = useRef<Answer | undefined>(undefined);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (fetcher.state !== "idle") return;
    const form = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter as HTMLElement | null);
    form.set("via", "script");
    sent.current = form;
    fetcher.submit(form, { method: "post", action });
  }

  useEffect(() => {
    if (!answer || told.current === answer) return;
    if (answer.status === "kept") {
      told.current = answer;
      onKept?.(answer);
    }
  }, [answer, onKept]);

  useEffect(() => {
    if (!waits(answer) || !sent.current) return;
    const form = sent.current;
    const timer = window.setTimeout(() => fetcher.submit(form, { method: "post", action }), tryAgainMs);
    return () => window.clearTimeout(timer);
  }, [answer, action, fetcher]);

  const problem =
    answer?.status === "refused"
      ? (m[answer.code as keyof typeof m] ?? m.unknown)
      : answer?.status === "offline"
        ? m.offline
        : null;
  return (
    <form method="post" action={action} className={className} onSubmit={submit} aria-busy={fetcher.state !== "idle"}>
      {children}
      <p className={problem ? "error" : undefined} role="status">
        {problem}
      </p>
    </form>
  );
}
