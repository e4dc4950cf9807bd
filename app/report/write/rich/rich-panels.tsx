import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from "react";
import { useWords } from "../../../language/words.ts";
import { themeKey } from "../../../method/text/prose-inline.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icons.tsx";
import type { PressFigure } from "../../picture/press-figure.ts";
import type { ReportPage } from "../../publish/page.ts";
import { FieldValue } from "../block-view.tsx";
import { richWords } from "../messages/rich.ts";
import type { RichEditor } from "./rich-editor.client.ts";

export type Panel = "link" | "field" | "figure" | "voices";
export interface PanelProps {
  readonly page: Pick<ReportPage, "content" | "quotes" | "slug" | "number" | "insights">;
  readonly fields: readonly string[];
  readonly figures: readonly PressFigure[];
  readonly editor: RefObject<RichEditor | undefined>;
  readonly close: () => void;
  /** Words of contributions by number, as far as they were seen here; what is found is added. */
  readonly quotes: Map<number, string>;
}

/** Enter does what the button does: these fields stand within the form of the whole text. */
export const onEnter = (act: () => void) => (event: KeyboardEvent) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  act();
};

export function useFirst<E extends HTMLElement>() {
  const first = useRef<E>(null);
  useEffect(() => first.current?.focus(), []);
  return first;
}

export function Frame({ title, close, children }: { title: string; close: () => void; children: ReactNode }) {
  const m = useWords(richWords);
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
      <p className="actions">
        <Button type="button" variant="quiet" size="small" onClick={close}>
          {m.cancel}
        </Button>
      </p>
    </section>
  );
}

const address = /^https?:\/\/[^\s()]{1,600}$/;

export function LinkPanel({ editor, close }: PanelProps) {
  const m = useWords(richWords);
  const id = useId();
  const field = useFirst<HTMLInputElement>();
  const [wrong, setWrong] = useState(false);
  const put = () => {
    const href = field.current?.value.trim() ?? "";
    if (href !== "" && !address.test(href)) return setWrong(true);
    editor.current?.link(href);
    close();
  };
  return (
    <Frame title={m.link.title} close={close}>
      <label htmlFor={id}>{m.link.label}</label>
      <p className="hint" id={`${id}-hint`}>
        {m.link.hint}
      </p>
      {wrong ? (
        <p className="error" id={`${id}-error`} role="alert">
          {m.link.error}
        </p>
      ) : null}
      <input
        ref={field}
        id={id}
        type="url"
        className="utrecht-textbox utrecht-textbox--html-input"
        defaultValue={editor.current?.linkHere() || "https://"}
        aria-describedby={`${id}-hint${wrong ? ` ${id}-error` : ""}`}
        aria-invalid={wrong || undefined}
        onKeyDown={onEnter(put)}
        onInput={(event) => event.stopPropagation()}
      />
      <Button type="button" variant="secondary" size="small" onClick={put}>
        {m.put}
      </Button>
    </Frame>
  );
}

interface Choice {
  readonly value: string;
  readonly words: ReactNode;
}
function Choose({
  label,
  hint,
  options,
  put,
}: {
  label: string;
  hint?: string;
  options: readonly Choice[];
  put: (value: string) => void;
}) {
  const m = useWords(richWords);
  const id = useId();
  const field = useFirst<HTMLSelectElement>();
  const act = () => field.current && put(field.current.value);
  return (
    <>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <div className="select">
        <select
          ref={field}
          id={id}
          className="utrecht-textbox utrecht-textbox--html-input"
          aria-describedby={hint ? `${id}-hint` : undefined}
          onKeyDown={onEnter(act)}
          onInput={(event) => event.stopPropagation()}
        >
          {options.map(({ value, words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </div>
      <Button type="button" variant="secondary" size="small" onClick={act}>
        {m.put}
      </Button>
    </>
  );
}

export function FieldPanel({ page, fields, editor, close }: PanelProps) {
  const m = useWords(richWords).field;
  const themeOf = (name: string) => page.content.themes.find(({ id }) => name === `thema ${themeKey(id)}`)?.name;
  const options = fields.map((name) => ({
    value: name,
    words: (
      <>
        {themeOf(name) ?? name}: <FieldValue name={name} page={page} />
      </>
    ),
  }));
  return (
    <Frame title={m.title} close={close}>
      <Choose
        label={m.label}
        hint={m.hint}
        options={options}
        put={(name) => {
          editor.current?.insert("field", { name });
          close();
        }}
      />
    </Frame>
  );
}

export function FigurePanel({ figures, editor, close }: PanelProps) {
  const m = useWords(richWords).figure;
  return (
    <Frame title={m.title} close={close}>
      {figures.length === 0 ? (
        <p>{m.none}</p>
      ) : (
        <Choose
          label={m.label}
          options={figures.map(({ name, title }) => ({ value: name, words: title }))}
          put={(name) => {
            editor.current?.insert("figure", { name });
            close();
          }}
        />
      )}
    </Frame>
  );
}
