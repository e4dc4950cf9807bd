import { type KeyboardEvent, type Ref, useState } from "react";
import { useWords } from "../../../language/words.ts";
import { richWords } from "../messages/rich.ts";
import type { CommandName, Standing } from "./rich-editor.client.ts";
import type { Panel } from "./rich-panels.tsx";

interface Props {
  readonly ref: Ref<HTMLDivElement>;
  readonly standing: Standing;
  readonly panel: Panel | null;
  readonly onCommand: (name: CommandName) => void;
  readonly onPanel: (panel: Panel) => void;
  /** Esc: back to the text. */
  readonly onLeave: () => void;
}

type Item = { readonly kind: "command"; readonly name: CommandName } | { readonly kind: "panel"; readonly name: Panel };
const command = (name: CommandName): Item => ({ kind: "command", name });
const opens = (name: Panel): Item => ({ kind: "panel", name });
const groups: readonly (readonly Item[])[] = [
  [command("heading"), command("subheading"), command("strong"), command("em")],
  [command("bullets"), command("numbers"), command("table")],
  [opens("voices"), opens("field"), opens("figure"), opens("link")],
  [command("undo"), command("redo")],
];
const inTable: readonly Item[] = (["rowAfter", "columnAfter", "rowAway", "columnAway", "tableAway"] as const).map(command);
const toggles = new Set<string>(["heading", "subheading", "strong", "em", "bullets", "numbers"]);

/** One stop for Tab; arrows go along the buttons. */
export function Toolbar({ ref, standing, panel, onCommand, onPanel, onLeave }: Props) {
  const m = useWords(richWords);
  const rows = standing.inTable ? [groups, [inTable]] : [groups];
  const all = rows.flat(2);
  const [stop, setStop] = useState<string>("heading");
  const here = all.some(({ name }) => name === stop) ? stop : "heading";
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === "Escape") return onLeave();
    const at = all.findIndex(({ name }) => name === here);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = all[(to + all.length) % all.length];
    if (!next) return;
    setStop(next.name);
    event.currentTarget.querySelector<HTMLElement>(`[data-name="${next.name}"]`)?.focus();
  };
  return (
    <div className="rich-toolbar" ref={ref} role="toolbar" tabIndex={-1} aria-label={m.toolbar} onKeyDown={onKeyDown}>
      {rows.map((row) => (
        <div className="rich-row" key={row[0]?.[0]?.name}>
          {row.map((group) => (
            <span className="rich-group" key={group[0]?.name}>
              {group.map(({ kind, name }) => {
                const pressed =
                  kind === "panel" ? undefined : toggles.has(name) ? (standing.on[name as CommandName] ?? false) : undefined;
                const off = (name === "undo" || name === "redo") && !standing.may[name];
                return (
                  <button
                    key={name}
                    type="button"
                    data-name={name}
                    tabIndex={name === here ? 0 : -1}
                    aria-pressed={pressed}
                    aria-expanded={kind === "panel" ? panel === name : undefined}
                    aria-disabled={off || undefined}
                    onFocus={() => setStop(name)}
                    onClick={() => {
                      if (kind === "panel") onPanel(name);
                      else if (!off) onCommand(name);
                    }}
                  >
                    {m.buttons[name]}
                  </button>
                );
              })}
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}
