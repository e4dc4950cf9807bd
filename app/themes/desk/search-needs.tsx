import { Form } from "react-router";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { themesWords } from "../messages/themes.ts";

interface Props {
  readonly label: string;
  readonly search: string;
  readonly found: number;
  readonly size: number;
  /** Among the needs of this one; without it among those that have no place yet. */
  readonly theme?: string;
}

/** Looks for needs by their words: on the pile, or in the theme that lies open. */
export function SearchNeeds({ label, search, found, size, theme }: Props) {
  const m = useWords(themesWords);
  return (
    <Form method="get" role="search" className="inline-form pile-search">
      {theme ? <input type="hidden" name="thema" value={theme} /> : null}
      <TextField key={search} name="zoek" type="search" label={label} defaultValue={search} />
      <Button variant="secondary">{m.searchButton}</Button>
      {search ? (
        <p className="small" role="status">
          {m.found({ n: found, of: size })} <TextLink to={theme ? `?thema=${theme}` : "?"}>{m.searchAll}</TextLink>
        </p>
      ) : null}
    </Form>
  );
}
