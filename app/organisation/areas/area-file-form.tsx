import { Form } from "react-router";
import { installationWords } from "../../dialogue/messages/installation.ts";
import { teamWords } from "../../dialogue/messages/team.ts";
import { useWords } from "../../language/words.ts";
import { errorLines, errorOf } from "../../platform/http/error-words.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextField } from "../../ui/form/text-field.tsx";

interface Props {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>> | undefined;
}

export function AreaFileForm({ typed, errors }: Props) {
  const m = useWords(installationWords).areas;
  const { problem } = useWords(teamWords);
  const lines = errorLines(m.errors, errors);
  return (
    <Form method="post" action="/beheer/gebieden/bestand" encType="multipart/form-data" noValidate>
      <ErrorSummary heading={problem} errors={lines} />
      <TextField
        name="source"
        label={m.sourceField}
        hint={m.sourceHint}
        defaultValue={typed.source}
        error={errorOf(lines, "source")}
        required
      />
      <TextField
        name="file"
        type="file"
        accept=".csv,text/csv"
        label={m.file}
        hint={m.fileHint}
        error={errorOf(lines, "file")}
        required
      />
      <Button>{m.try}</Button>
    </Form>
  );
}
