import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { useWords } from "../../language/words.ts";
import { markedIn } from "../../method/guard/weigh.ts";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { reviewWords } from "../review/messages/review.ts";

interface Props {
  readonly typed: Readonly<Record<string, string>>;
  readonly fields: readonly string[];
  /** Of a field: the id of its control and what it is called. */
  readonly of: (field: string) => { readonly id: string; readonly label: string };
}

/** The guard's warning on a page without React: the focus goes to what leads to the words, in whatever form they stand. */
export function GuardStop({ typed, fields, of }: Props) {
  const m = useWords(reviewWords).part;
  const all = Object.entries(typed);
  const errors = markedIn(all, fields).map(({ field }) => ({ field: of(field).id, text: m.guarded({ label: of(field).label }) }));
  return (
    <>
      <ErrorSummary heading={m.summary} errors={errors} />
      <GuardWarning typed={all} fields={fields} still />
    </>
  );
}
