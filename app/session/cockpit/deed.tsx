import { type ReactNode, useEffect, useRef } from "react";
import { useFetcher, useLocation } from "react-router";
import { NotKept } from "./not-kept.tsx";
import { saidFields, type Unsaid } from "./unsaid.ts";

type Props = {
  /** The address of the deed. */
  to: string;
  fields?: Readonly<Record<string, string | number>> | undefined;
  className?: string | undefined;
  /** Presses within this time after the last one, or after `since`, are a double click: they do nothing. */
  settleMs?: number | undefined;
  since?: number | undefined;
  /** What was typed goes once it is done; what was refused stays. */
  empties?: boolean | undefined;
  children: ReactNode | ((busy: boolean) => ReactNode);
};

/** A small form that does one thing and comes back to this page; several may be on their way at once. Works without script. */
export function Deed({
  to,
  fields = {},
  className,
  settleMs = 0,
  since = Number.NEGATIVE_INFINITY,
  empties = false,
  children,
}: Props) {
  const fetcher = useFetcher<Unsaid>();
  const { pathname, search } = useLocation();
  const pressedAt = useRef(Number.NEGATIVE_INFINITY);
  const busy = fetcher.state !== "idle";
  const form = useRef<HTMLFormElement>(null);
  const wasBusy = useRef(false);
  // A fetcher keeps what it answered before: only what came since the last press says how that ended.
  const before = useRef<Unsaid>(undefined);
  const unsaid = fetcher.data === before.current ? undefined : fetcher.data;
  const refused = new URLSearchParams(search).has("melding") || unsaid !== undefined;
  useEffect(() => {
    if (wasBusy.current && !busy && empties && !refused) form.current?.reset();
    wasBusy.current = busy;
  }, [busy, empties, refused]);
  return (
    <fetcher.Form
      ref={form}
      method="post"
      action={to}
      className={className}
      preventScrollReset
      onSubmit={(event) => {
        const now = performance.now();
        if (busy || now - Math.max(pressedAt.current, since) < settleMs) return event.preventDefault();
        pressedAt.current = now;
        before.current = fetcher.data;
      }}
    >
      <input type="hidden" name="terug" value={pathname + withoutNotice(search)} />
      {unsaid && !busy ? <NotKept unsaid={unsaid} onChange={() => toWords(form.current)} /> : null}
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {typeof children === "function" ? children(busy) : children}
    </fetcher.Form>
  );
}

const toWords = (form: HTMLFormElement | null) =>
  form?.querySelector<HTMLElement>(saidFields.map((name) => `[name=${name}]:not([type=hidden])`).join())?.focus();

function withoutNotice(search: string): string {
  const left = new URLSearchParams(search);
  left.delete("melding");
  return left.size > 0 ? `?${left}` : "";
}
