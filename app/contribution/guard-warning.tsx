import { useWords } from "../language/words.ts";
import { anywayField } from "../method/guard/anyway.ts";
import { anywayFor, markedIn } from "../method/guard/weigh.ts";
import { Button } from "../ui/button.tsx";
import { MarkedText } from "../ui/layout/marked-text.tsx";
import { Notice } from "../ui/notice.tsx";
import { guardWords } from "./messages/guard.ts";

interface Props {
  /** What was posted. */
  readonly typed: readonly (readonly [string, unknown])[];
  /** Leads back to the field; without it the field stands just below. */
  readonly onChange?: () => void;
  /** The warning was there when the page came: then it need not be said again. */
  readonly still?: boolean;
  /** The fields that hold words, where these are not those of the room. */
  readonly fields?: readonly string[];
  /** Of words that stay out of every report. */
  readonly outside?: boolean;
}

/** Which words look like personal data, and what its writer may do: change them, or post them all the same. Stands inside the form. */
export function GuardWarning({ typed, onChange, still = false, fields, outside = false }: Props) {
  const m = useWords(guardWords);
  const marked = markedIn(typed, fields);
  const kinds = [...new Set(marked.flatMap(({ found }) => found.map(({ kind }) => kind)))];
  const never = kinds.includes("bsn");
  if (marked.length === 0) return null;
  return (
    <Notice variant={never ? "error" : "warn"} title={never ? m.bsnTitle : m.title} live={still ? undefined : "at-once"}>
      {/* what the Enter key in a field presses: the first button of a form, and that may not be "all the same" */}
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      <p>{never ? m.bsnText : outside ? m.textOutside : m.text}</p>
      {marked.map(({ field, text, found }) => (
        <blockquote key={field}>
          <MarkedText text={text} spans={found} />
        </blockquote>
      ))}
      <p className="small">{m.found({ kinds: kinds.map((kind) => m.kinds[kind]) })}</p>
      <p className="row-actions">
        {onChange ? (
          <Button type="button" variant="secondary" size="small" onClick={onChange}>
            {m.change}
          </Button>
        ) : null}
        {never ? null : (
          <Button variant="quiet" size="small" name={anywayField} value={anywayFor(marked)}>
            {m.anyway}
          </Button>
        )}
      </p>
    </Notice>
  );
}
