import type { ReactNode } from "react";
import { themesWords } from "../messages/themes.ts";
import { useWords } from "../messages/words.ts";
import { TextArea, TextField } from "../ui/text-field.tsx";
import { descriptionLimit, nameLimit } from "./theme-deed.ts";

interface Props {
  /** Several of these stand on one page. */
  readonly id: string;
  readonly label?: string;
  readonly hint?: ReactNode;
  readonly values?: { readonly name: string; readonly description: string } | undefined;
  readonly errors?: Readonly<Record<string, string>> | undefined;
  readonly hints?: { readonly description?: ReactNode };
}

/** Name and description of a theme. */
export function ThemeWords({ id, label, hint, values, errors = {}, hints }: Props) {
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
    </>
  );
}
