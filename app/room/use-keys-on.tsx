import { useEffect, useState } from "react";
import { browserStore } from "./store.ts";

const kept = "klankbord:keys";

/**
 * Whether single keys do something. They can be turned off: some people's tools press keys by themselves.
 * @returns `toggle` is absent until the page has its script
 */
export function useKeysOn(): { on: boolean; toggle: (() => void) | null } {
  const [on, setOn] = useState<boolean | null>(null);
  useEffect(() => setOn(browserStore.get(kept) !== "off"), []);
  const toggle = () => {
    browserStore.set(kept, on ? "off" : null);
    setOn(!on);
  };
  return { on: on ?? false, toggle: on === null ? null : toggle };
}
