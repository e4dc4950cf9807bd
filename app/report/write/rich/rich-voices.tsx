import { useId, useRef, useState } from "react";
import { useWords } from "../../../language/words.ts";
import { themeKey } from "../../../method/text/prose-inline.ts";
import { Button } from "../../../ui/button.tsx";
import { Written } from "../../../ui/form/typed.tsx";
import { Icon } from "../../../ui/icons.tsx";
import { blockWords } from "../messages/blocks.ts";
import { richWords } from "../messages/rich.ts";
import { Frame, onEnter, type PanelProps, useFirst } from "./rich-panels.tsx";

interface Found {
  readonly found: readonly { readonly number: number; readonly text: string }[];
  readonly more: number;
}

/** Finds contributions to quote, or to stand behind a sentence. */
export function VoicesPanel({ page, editor, close, quotes }: PanelProps) {
  const m = useWords(richWords);
  const view = useWords(blockWords).view;
  const id = useId();
  const field = useFirst<HTMLInputElement>();
  const theme = useRef<HTMLSelectElement>(null);
  const [found, setFound] = useState<Found | "failed" | null>(null);
  const search = async () => {
    const words = field.current?.value.trim() ?? "";
    if (words === "") return;
    try {
      const answer = await fetch(`/team/${page.slug}/verslag/bijdragen?zoek=${encodeURIComponent(words)}`);
      if (!answer.ok) throw new Error(String(answer.status));
      const told = (await answer.json()) as Found;
      for (const one of told.found) quotes.set(one.number, one.text);
      setFound(told);
    } catch {
      setFound("failed");
    }
  };
  const ground = (numbers: readonly number[], themes: readonly string[], states = true) => {
    editor.current?.insert("ground", { numbers, themes, states });
    close();
  };
  return (
    <Frame title={m.voices.title} close={close}>
      <label htmlFor={id}>{m.voices.label}</label>
      <p className="hint" id={`${id}-hint`}>
        {m.voices.hint}
      </p>
      <input
        ref={field}
        id={id}
        type="search"
        className="utrecht-textbox utrecht-textbox--html-input"
        aria-describedby={`${id}-hint`}
        onKeyDown={onEnter(search)}
        onInput={(event) => event.stopPropagation()}
      />
      <Button type="button" variant="secondary" size="small" onClick={search}>
        {m.voices.search}
      </Button>
      <div role="status">
        {found === "failed" ? <p>{m.voices.failed}</p> : found && found.found.length === 0 ? <p>{m.voices.none}</p> : null}
        {found && found !== "failed" && found.found.length > 0 ? (
          <p className="visually-hidden">{view.voices({ n: found.found.length + found.more })}</p>
        ) : null}
      </div>
      {found && found !== "failed" ? (
        <>
          <ul className="plain rich-found">
            {found.found.map(({ number, text }) => (
              <li key={number}>
                <p>
                  <span className="quiet">{m.voices.number({ n: number })}.</span> <Written>{text}</Written>
                </p>
                <p className="row-actions">
                  <Button
                    type="button"
                    variant="quiet"
                    size="small"
                    onClick={() => {
                      editor.current?.insert("quote", { number });
                      close();
                    }}
                  >
                    {m.voices.quote}
                    <span className="visually-hidden">{m.voices.of({ n: number })}</span>
                  </Button>
                  <Button type="button" variant="quiet" size="small" onClick={() => ground([number], [])}>
                    {m.voices.ground}
                    <span className="visually-hidden">{m.voices.of({ n: number })}</span>
                  </Button>
                </p>
              </li>
            ))}
          </ul>
          {found.more > 0 ? <p className="small">{m.voices.more({ n: found.more })}</p> : null}
        </>
      ) : null}
      {page.content.themes.length > 0 ? (
        <>
          <label htmlFor={`${id}-theme`}>{m.voices.theme}</label>
          <div className="select">
            <select
              ref={theme}
              id={`${id}-theme`}
              className="utrecht-textbox utrecht-textbox--html-input"
              onInput={(event) => event.stopPropagation()}
            >
              {page.content.themes.map((one) => (
                <option key={one.id} value={themeKey(one.id)}>
                  {one.name}
                </option>
              ))}
            </select>
            <Icon name="down" />
          </div>
          <Button type="button" variant="secondary" size="small" onClick={() => ground([], [theme.current?.value ?? ""])}>
            {m.voices.putTheme}
          </Button>
        </>
      ) : null}
      <p>
        <Button type="button" variant="quiet" size="small" onClick={() => ground([], [], false)}>
          {m.voices.putNothing}
        </Button>
      </p>
    </Frame>
  );
}
