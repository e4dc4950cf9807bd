import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useLocale, useWords } from "../../../language/words.ts";
import { themeKey } from "../../../method/text/prose-inline.ts";
import { pressWords } from "../../picture/messages/press.ts";
import { pressFigures } from "../../picture/press-figure.ts";
import { sayField } from "../live-field.ts";
import { blockWords } from "../messages/blocks.ts";
import { richWords } from "../messages/rich.ts";
import type { CommandName, RichEditor, Says, Standing } from "./rich-editor.client.ts";
import { FieldPanel, FigurePanel, LinkPanel, type Panel, type PanelProps } from "./rich-panels.tsx";
import { Toolbar } from "./rich-toolbar.tsx";
import { VoicesPanel } from "./rich-voices.tsx";
import "./rich-text.css";

interface Props extends Pick<PanelProps, "page" | "fields"> {
  /** Of the field that holds the text in its notation, and of what describes it. */
  readonly field: string;
  readonly describedBy: string;
  readonly invalid: boolean;
  readonly known: ReadonlyMap<number, string>;
  readonly onOpen: () => void;
  readonly onPictures: (n: number) => void;
}

const calm: Standing = { on: {}, may: { undo: false, redo: false }, inTable: false };

/** Writes a text as it will look; what is written goes into a field in the notation, which is what is sent. */
export function RichText({ field, describedBy, invalid, page, fields, known, onOpen, onPictures }: Props) {
  const m = useWords(richWords);
  const told = useWords(blockWords).view.told;
  const figures = pressFigures(page, pressWords[useLocale()]);
  const id = useId();
  const host = useRef<HTMLDivElement>(null);
  const toolbar = useRef<HTMLDivElement>(null);
  const editor = useRef<RichEditor>(undefined);
  const [standing, setStanding] = useState(calm);
  const [panel, setPanel] = useState<Panel | null>(null);
  const quotes = useRef(new Map(known));
  const themes = page.content.themes;
  const says: Says = {
    field: (name) => sayField(name, page.content, told),
    isField: (name) => sayField(name, page.content, told) !== `{${name}}`,
    figure: (name) => m.points.figure({ title: figures.find((one) => one.name === name)?.title ?? name }),
    quote: (n) => m.points.quote({ n, text: quotes.current.get(n) ?? "" }),
    ground: ({ numbers, themes: keys, states }) =>
      states
        ? [
            ...numbers.map((n) => `#${n}`),
            ...keys.map((key) => m.points.theme({ name: themes.find((one) => themeKey(one.id) === key)?.name ?? key })),
          ].join(", ")
        : m.points.nothing,
  };
  const wish = useRef({ says, onOpen, onPictures, describedBy, invalid });
  useEffect(() => {
    wish.current = { says, onOpen, onPictures, describedBy, invalid };
  });
  useEffect(() => {
    const place = host.current;
    const area = document.getElementById(field) as HTMLTextAreaElement | null;
    if (!place || !area) return;
    let gone = false;
    const open = ({ openEditor }: typeof import("./rich-editor.client.ts")) => {
      if (gone) return;
      const hadFocus = document.activeElement === area;
      editor.current = openEditor(place, {
        text: area.value,
        attributes: {
          ...{ role: "textbox", "aria-multiline": "true", "aria-labelledby": `${id}-label`, id: `${field}-rich` },
          ...{ "aria-describedby": `${id}-hint ${wish.current.describedBy}`, class: "rich-place" },
          ...(wish.current.invalid ? { "aria-invalid": "true" } : {}),
        },
        says: wish.current.says,
        onText: (text) => put(area, text),
        onStanding: setStanding,
        onPictures: (n) => wish.current.onPictures(n),
        onToolbar: () => toolbar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(),
        onLink: () => setPanel("link"),
      });
      wish.current.onOpen();
      if (hadFocus) editor.current.focus();
    };
    // without a line the field in the notation stays, with all that is typed in it
    void import("./rich-editor.client.ts").then(open, () => {});
    return () => {
      gone = true;
      editor.current?.close();
      editor.current = undefined;
    };
  }, [field, id]);
  const close = () => {
    setPanel(null);
    editor.current?.focus();
  };
  const panelProps: PanelProps = { page, fields, figures, editor, close, quotes: quotes.current };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  };
  return (
    <div className="rich">
      <p className="rich-label" id={`${id}-label`}>
        {m.text}
      </p>
      <p className="hint" id={`${id}-hint`}>
        {m.hint}
      </p>
      <Toolbar
        ref={toolbar}
        standing={standing}
        panel={panel}
        onCommand={(name: CommandName) => editor.current?.run(name)}
        onPanel={(chosen) => setPanel(panel === chosen ? null : chosen)}
        onLeave={() => editor.current?.focus()}
      />
      {panel ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes what is open, whichever part of it has the focus
        <div className="rich-panel" onKeyDown={onKeyDown}>
          {panel === "link" ? <LinkPanel {...panelProps} /> : null}
          {panel === "field" ? <FieldPanel {...panelProps} /> : null}
          {panel === "figure" ? <FigurePanel {...panelProps} /> : null}
          {panel === "voices" ? <VoicesPanel {...panelProps} /> : null}
        </div>
      ) : null}
      <div className="rich-host team-text" ref={host} />
    </div>
  );
}

/** As if it had been typed there: the form saves itself, the preview and the count follow. */
function put(area: HTMLTextAreaElement, text: string): void {
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(area, text);
  area.dispatchEvent(new Event("input", { bubbles: true }));
}
