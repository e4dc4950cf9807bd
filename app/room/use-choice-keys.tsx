import { type RefObject, useEffect, useState } from "react";
import { browserStore } from "./store.ts";

const kept = "klankbord:keys";

/**
 * The keys 1 to 4 choose, as long as nobody types in a field. They can be turned off: some people's tools press keys by themselves.
 * @returns `toggle` is absent until the page has its script
 */
export function useChoiceKeys(form: RefObject<HTMLFormElement | null>): { on: boolean; toggle: (() => void) | null } {
  const [on, setOn] = useState<boolean | null>(null);
  useEffect(() => setOn(browserStore.get(kept) !== "off"), []);

  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      const { target, key } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !/^[1-4]$/.test(key)) return;
      if (target instanceof HTMLElement && target.closest("textarea, select, input:not([type=radio], [type=checkbox]), dialog"))
        return;
      const radios = form.current?.querySelectorAll<HTMLInputElement>('input[name="choice"]');
      radios?.[Number(key) - 1]?.click();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [form, on]);

  const toggle = () => {
    browserStore.set(kept, on ? "off" : null);
    setOn(!on);
  };
  return { on: on ?? false, toggle: on === null ? null : toggle };
}
