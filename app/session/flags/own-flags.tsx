import type { OwnFlag } from "../../contribution/flag.ts";
import { useWords } from "../../language/words.ts";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { roomPartsWords } from "../room/messages/room-parts.ts";

/** What came of one's own reports. */
export function OwnFlags({ flags }: { flags: readonly OwnFlag[] }) {
  const m = useWords(roomPartsWords).flag;
  return (
    <Disclosure summary={m.yours({ n: flags.length })}>
      <ul className="plain flow-small" aria-live="polite">
        {flags.map(({ id, number, outcome, answer }) => (
          <li key={id}>
            <strong>{m.of({ number })}:</strong> {outcome ? m.outcomes[outcome] : m.waits} {answer ? m.because({ answer }) : null}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
