import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { useWords } from "../../language/words.ts";
import { Notice } from "../../ui/notice.tsx";
import { cockpitWords } from "./messages/cockpit.ts";
import { saidFields, type Unsaid } from "./unsaid.ts";

interface Props {
  readonly unsaid: Unsaid;
  /** Leads back to the field; without it the field stands just below. */
  readonly onChange?: () => void;
}

export const isGuarded = ({ code }: Unsaid): boolean => code === "personal" || code === "bsn";

/** Why the words of a small form were not kept, inside that form. */
export function NotKept({ unsaid, onChange }: Props) {
  const { refusals } = useWords(cockpitWords);
  if (isGuarded(unsaid))
    return (
      <GuardWarning typed={Object.entries(unsaid.typed)} fields={saidFields} {...(onChange ? { onChange } : { still: true })} />
    );
  return (
    <Notice variant="error" live={onChange ? "at-once" : undefined}>
      {Object.hasOwn(refusals, unsaid.code) ? refusals[unsaid.code as keyof typeof refusals] : refusals.other}
    </Notice>
  );
}
