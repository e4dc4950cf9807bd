import { Form } from "react-router";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/form/select.tsx";
import { themesWords } from "../messages/themes.ts";
import { ChosenFields, manyForm, useChosen } from "./chosen.tsx";
import { mostListed, type ThemeLine } from "./desk.ts";
import { useScript } from "./use-script.tsx";

/** Puts all ticked needs with a theme. */
export function ManyPut({ themes, found, search }: { themes: readonly ThemeLine[]; found: number; search: string }) {
  const m = useWords(themesWords).many;
  return (
    <Form method="post" id={manyForm} className="many" preventScrollReset>
      <input type="hidden" name="from" value="" />
      <ChosenFields />
      <fieldset>
        <legend>{m.legend}</legend>
        <p className="small quiet">{m.hint}</p>
        <div className="inline-form">
          <Select
            name="to"
            label={m.theme}
            emptyWord={m.choose}
            typed
            options={themes.map(({ id, letter, name }) => ({ value: id, label: letter ? `${letter}  ${name}` : name }))}
          />
          <Button variant="secondary" name="deed" value="put">
            {m.put}
          </Button>
        </div>
        <TickAll found={found} search={search} theme={null} />
      </fieldset>
    </Form>
  );
}

/** Ticks all that were found, also what is out of sight. Only with script: without it one ticks each box. */
export function TickAll({ found, search, theme }: { found: number; search: string; theme: string | null }) {
  const m = useWords(themesWords).many;
  const { slug } = useDialogue();
  const { ids, set } = useChosen();
  if (!useScript()) return null;
  const all = async () => {
    const asked = new URLSearchParams({ ids: "", zoek: search, aantal: String(mostListed), ...(theme ? { thema: theme } : {}) });
    const answer = await fetch(`/team/${slug}/themas/rijen?${asked}`).catch(() => null);
    if (answer?.ok) set((await answer.json()) as string[]);
  };
  return (
    <p className="row-actions small">
      <Button type="button" variant="quiet" size="small" onClick={() => (ids.size === 0 ? void all() : set([]))}>
        {ids.size > 0 ? m.none : m.all({ n: Math.min(found, mostListed), of: found })}
      </Button>
      <span className="quiet" role="status">
        {ids.size > 0 ? m.chosen({ n: ids.size }) : ""}
      </span>
    </p>
  );
}
