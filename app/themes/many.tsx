import { useEffect, useState } from "react";
import { Form } from "react-router";
import { themesWords } from "../messages/themes.ts";
import { useWords } from "../messages/words.ts";
import { Button } from "../ui/button.tsx";
import { Select } from "../ui/select.tsx";
import type { NeedLine, ThemeLine } from "./desk.ts";

/** The boxes stand in the list, the button above it: they find each other by the name of the form. */
const formId = "meer";

export function NeedBox({ need, label }: { need: NeedLine; label: string }) {
  return <input type="checkbox" name="needs" value={need.id} form={formId} aria-label={label} className="need-box" />;
}

export const boxes = (): HTMLInputElement[] =>
  typeof document === "undefined" ? [] : [...document.querySelectorAll<HTMLInputElement>(`.need-box[form="${formId}"]`)];

/** Puts all ticked needs with a theme. */
export function ManyPut({ themes, deed, from }: { themes: readonly ThemeLine[]; deed: "put"; from: string }) {
  const m = useWords(themesWords).many;
  return (
    <Form method="post" id={formId} className="many" preventScrollReset>
      <input type="hidden" name="from" value={from} />
      <fieldset>
        <legend>{m.legend}</legend>
        <p className="small quiet">{m.hint}</p>
        <div className="inline-form">
          <Select
            name="to"
            label={m.theme}
            emptyWord={m.choose}
            options={themes.map(({ id, letter, name }) => ({ value: id, label: letter ? `${letter}  ${name}` : name }))}
          />
          <Button variant="secondary" name="deed" value={deed}>
            {m.put}
          </Button>
        </div>
        <TickAll />
      </fieldset>
    </Form>
  );
}

/** Only with script: without it one ticks each box. */
function TickAll() {
  const m = useWords(themesWords).many;
  const [ticked, setTicked] = useState<number | null>(null);
  useEffect(() => {
    const count = () => setTicked(boxes().filter((box) => box.checked).length);
    count();
    document.addEventListener("change", count);
    return () => document.removeEventListener("change", count);
  }, []);
  if (ticked === null) return null;
  const all = (checked: boolean) => {
    for (const box of boxes()) box.checked = checked;
    setTicked(checked ? boxes().length : 0);
  };
  return (
    <p className="row-actions small">
      <Button type="button" variant="quiet" size="small" onClick={() => all(ticked === 0)}>
        {ticked === 0 ? m.all : m.none}
      </Button>
      <span className="quiet" role="status">
        {ticked > 0 ? m.chosen({ n: ticked }) : ""}
      </span>
    </p>
  );
}
