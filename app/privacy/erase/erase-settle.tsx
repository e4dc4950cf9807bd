import { Form } from "react-router";
import { useWords } from "../../language/words.ts";
import { errorLines, errorOf } from "../../platform/http/error-words.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { erasingWords } from "../messages/erasing.ts";

interface Props {
  readonly title: string;
  /** Whether the reader is another than who asked. */
  readonly second: boolean;
  readonly typed: Readonly<Record<string, string>> | undefined;
  readonly errors: Readonly<Record<string, string>> | undefined;
  /** Of which dialogue, on a page of more than one. */
  readonly dialogue?: string;
}

/** The second of four eyes: erases, or keeps. Who asked can only take the question back. */
export function SettleForms({ title, second, typed, errors, dialogue }: Props) {
  const m = useWords(erasingWords);
  const lines = errorLines({ title: m.errors.title }, errors);
  const field = dialogue ? `title-${dialogue}` : "title";
  return (
    <>
      {second ? (
        <>
          <ErrorSummary heading={m.problem} errors={lines.map((line) => ({ ...line, field }))} />
          <Form method="post" noValidate>
            {dialogue ? <input type="hidden" name="dialogue" value={dialogue} /> : null}
            <TextField
              id={field}
              name="title"
              label={m.typeTitle}
              hint={m.typeTitleHint({ title })}
              defaultValue={typed?.title}
              error={errorOf(lines, "title")}
              autoComplete="off"
              required
            />
            <p className="actions">
              <Button name="doen" value="erase" variant="secondary" danger>
                {m.eraseButton}
              </Button>
            </p>
          </Form>
        </>
      ) : (
        <p>{m.waits}</p>
      )}
      <Form method="post">
        {dialogue ? <input type="hidden" name="dialogue" value={dialogue} /> : null}
        <p className="actions">
          <Button name="doen" value="keep" variant="secondary">
            {second ? m.keepButton : m.withdrawButton}
          </Button>
        </p>
      </Form>
    </>
  );
}
