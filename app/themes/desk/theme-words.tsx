import type { ReactNode } from "react";
import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { useWords } from "../../language/words.ts";
import { TextArea, TextField } from "../../ui/form/text-field.tsx";
import { themesWords } from "../messages/themes.ts";
import { descriptionLimit, guardedWords, nameLimit, seedsLimit } from "../theme-deed.ts";
import type { Said } from "./desk-said.ts";

interface Props {
  /** Several of these stand on one page. */
  readonly id: string;
  readonly label?: string;
  readonly hint?: ReactNode;
  readonly values?: { readonly name: string; readonly description: string; readonly seeds?: string } | undefined;
  readonly errors?: Readonly<Record<string, string>> | undefined;
  readonly hints?: { readonly description?: ReactNode; readonly seeds?: ReactNode };
  /** With the words for suggestions; a theme that is made in passing does without. */
  readonly seeds?: boolean;
}

/** At the top of a form that gives a theme its words: what in them looks like personal data. */
export function WordsWarning({ said }: { said: Said | null }) {
  if (!said?.guarded) return null;
  return (
    <>
      <input type="hidden" name="deed" value={said.deed} />
      <GuardWarning typed={Object.entries(said.typed)} fields={guardedWords} />
    </>
  );
}

/** Name and description of a theme, and the words that tell of it. */
export function ThemeWords({ id, label, hint, values, errors = {}, hints, seeds = false }: Props) {
  const m = useWords(themesWords);
  const word = (code: string | undefined) => (code ? m.errors[code as keyof typeof m.errors] : undefined);
  const count = (max: number) => ({ max, count: { ...m.count, limit: m.count.limit({ n: max }) } });
  return (
    <>
      <TextField
        name="name"
        id={`name-${id}`}
        label={label ?? m.add.name}
        hint={hint}
        defaultValue={values?.name}
        error={word(errors.name)}
        {...count(nameLimit)}
      />
      <TextArea
        name="description"
        id={`description-${id}`}
        label={m.add.description}
        optionalWord={m.add.optional}
        rows={2}
        hint={hints?.description}
        defaultValue={values?.description}
        error={word(errors.description)}
        {...count(descriptionLimit)}
      />
      {seeds ? (
        <TextField
          name="seeds"
          id={`seeds-${id}`}
          label={m.add.seeds}
          optionalWord={m.add.optional}
          hint={hints?.seeds ?? m.add.seedsHint}
          defaultValue={values?.seeds}
          error={word(errors.seeds)}
          {...count(seedsLimit)}
        />
      ) : null}
    </>
  );
}
