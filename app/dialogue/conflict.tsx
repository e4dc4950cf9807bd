import type { ReactNode } from "react";
import { useWords } from "../language/words.ts";
import { Around } from "../ui/form/typed.tsx";
import { Notice } from "../ui/notice.tsx";
import { dialogueWords } from "./messages/dialogue.ts";

/** What somebody else saved meanwhile, per field that differs. */
export type Theirs = Readonly<Record<string, string>>;

export function ConflictNotice({ when }: { when: boolean }) {
  const m = useWords(dialogueWords).plan;
  if (!when) return null;
  return (
    <Notice variant="warn" title={m.conflictTitle} live="at-once">
      {m.conflict}
    </Notice>
  );
}

/** The hint of a field, with what is saved now when it differs from what stands in the field. */
export function useTheirs(theirs: Theirs | undefined) {
  const m = useWords(dialogueWords).plan;
  return (name: string, hint?: ReactNode): ReactNode => {
    const text = theirs?.[name];
    if (text === undefined) return hint;
    return (
      <>
        {hint}
        <span className="theirs">
          <Around words={{ text: text || m.empty }} say={m.theirs} />
        </span>
      </>
    );
  };
}
