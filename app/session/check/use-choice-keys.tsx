import { type RefObject, useEffect } from "react";
import { useKeysOn } from "../room/use-keys-on.tsx";

/** The keys 1 to 4 choose, as long as nobody types in a field, and unless they are turned off. */
export function useChoiceKeys(form: RefObject<HTMLFormElement | null>): { on: boolean; toggle: (() => void) | null } {
  const { on, toggle } = useKeysOn();

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

  return { on, toggle };
}
