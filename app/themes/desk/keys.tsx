import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useNavigation, useSubmit } from "react-router";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { themesWords } from "../messages/themes.ts";
import { useChosen } from "./chosen.tsx";
import type { Desk } from "./desk.ts";

const kept = "klankbord.themas.toetsen";

/** Arrows do what these letters do. */
const arrows: Readonly<Record<string, string>> = { ArrowDown: "L", ArrowUp: "P" };

/** Letters for who works through a pile: explained, and to be switched off (WCAG 2.1.4). */
export function Keys({ desk }: { desk: Desk }) {
  const m = useWords(themesWords).keys;
  const submit = useSubmit();
  const chosen = useChosen();
  const busy = useNavigation().formMethod !== undefined;
  const waits = useRef(false);
  const [on, setOn] = useState<boolean | null>(null);
  useEffect(() => setOn(localStorage.getItem(kept) !== "uit"), []);
  // Knows what is shown now, from the moment it is: a letter that comes with it counts.
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
    const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
    if (event.shiftKey && key in arrows) return;
    // What lies open is about to change: a letter would be about a need that nobody read yet. Putting back waits for it.
    if (busy) {
      waits.current ||= key === "Z";
      return;
    }
    const theme = desk.themes.find(({ letter }) => letter === key);
    if (key === "N") document.getElementById("name-add")?.focus();
    else if (theme && chosen.ids.size > 0 && theme.id !== desk.open?.id) {
      const form = new FormData();
      form.set("deed", "put");
      form.set("to", theme.id);
      form.set("from", desk.open?.id ?? "");
      for (const id of chosen.ids) form.append("needs", id);
      submit(form, { method: "post", preventScrollReset: true });
    } else {
      const target = document.querySelector<HTMLElement>(`[data-letter="${CSS.escape(arrows[key] ?? key)}"]`);
      target?.click();
      if (target && key in arrows) event.preventDefault();
    }
    if (theme || key === "N") event.preventDefault();
  });
  useEffect(() => {
    if (!on) return;
    const hear = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, [on]);
  useEffect(() => {
    if (busy || !waits.current) return;
    waits.current = false;
    document.querySelector<HTMLElement>('[data-letter="Z"]')?.click();
  }, [busy]);
  if (on === null) return null;
  const turn = () => {
    localStorage.setItem(kept, on ? "uit" : "aan");
    setOn(!on);
  };
  return (
    <Disclosure summary={m.heading}>
      <p className="small">{on ? m.text : m.areOff}</p>
      <Button type="button" variant="secondary" size="small" onClick={turn}>
        {on ? m.off : m.on}
      </Button>
    </Disclosure>
  );
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && target.type !== "checkbox" && target.type !== "radio";
}
