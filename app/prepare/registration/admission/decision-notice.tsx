import { useWords } from "../../../language/words.ts";
import { Notice } from "../../../ui/notice.tsx";
import { registrationsWords } from "../messages/registrations.ts";

/** What was done or refused just now, from the address: a page after a form is asked for anew. */
export interface Said {
  readonly done: string | null;
  readonly refused: string | null;
  readonly n: number;
  readonly known: number;
}

export function saidIn(search: URLSearchParams): Said {
  const number = (name: string) => Math.max(0, Math.min(100_000, Math.trunc(Number(search.get(name)) || 0)));
  return { done: search.get("gedaan"), refused: search.get("niet"), n: number("n"), known: number("al") };
}

export function DoneNotice({ said }: { said: Said }) {
  const m = useWords(registrationsWords).done;
  if (said.done === null || !(said.done in m)) return null;
  const what = said.done as keyof typeof m;
  const text =
    what === "link" || what === "withdraw"
      ? m[what]
      : what === "invite"
        ? m.invite({ invited: said.n, known: said.known })
        : m[what]({ n: said.n });
  return (
    <Notice variant="success" live="polite">
      {text}
    </Notice>
  );
}

export function RefusedNotice({ said }: { said: Said }) {
  const m = useWords(registrationsWords).refused;
  if (said.refused === null || !(said.refused in m)) return null;
  const code = said.refused as keyof typeof m;
  return (
    <Notice variant="error" live="at-once" title={m.title}>
      {code === "full" ? m.full({ free: said.n }) : m[code]}
    </Notice>
  );
}
