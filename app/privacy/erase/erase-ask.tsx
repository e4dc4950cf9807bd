import { Form } from "react-router";
import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { useWords } from "../../language/words.ts";
import { errorLines, errorOf } from "../../platform/http/error-words.ts";
import { Button } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { erasingWords } from "../messages/erasing.ts";

interface Props {
  readonly typed: Readonly<Record<string, string>> | undefined;
  readonly errors: Readonly<Record<string, string>> | undefined;
  readonly guarded: boolean;
}

/** The first of four eyes: asks, with a reason for who looks along. */
export function AskForm({ typed, errors, guarded }: Props) {
  const m = useWords(erasingWords);
  const lines = errorLines({ reason: m.errors.reason }, errors);
  return (
    <Rail id="vragen" heading={m.ask}>
      <ErrorSummary heading={m.problem} errors={lines} />
      <p>{m.askText}</p>
      <Form method="post" noValidate>
        {guarded ? <GuardWarning typed={[["reason", typed?.reason]]} fields={["reason"]} /> : null}
        <TextField
          name="reason"
          label={m.reason}
          hint={m.reasonHint}
          defaultValue={typed?.reason}
          error={errorOf(lines, "reason")}
          maxLength={300}
          required
        />
        <Button name="doen" value="ask" variant="secondary" danger>
          {m.askButton}
        </Button>
      </Form>
    </Rail>
  );
}
