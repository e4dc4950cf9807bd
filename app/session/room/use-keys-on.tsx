import { useEffect, useState } from "react";
import { browserStore } from "../writing/store.ts";

const kept = "klankbord:keys";

/** A finger and nothing that hovers: keys of a screen keyboard are letters of a text, not commands. */
const onlyTouch = "(hover: none) and (pointer: coarse)";

/**
 * Whether single keys do something. They can be turned off: some people's tools press keys by themselves.
 * @returns `toggle` is absent until the page has its script, and where there is only a touch screen: there keys do nothing
 */
export function useKeysOn(): { on: boolean; toggle: (() => void) | null } {
  const [on, setOn] = useState<boolean | null>(null);
  useEffect(() => {
    if (!matchMedia(onlyTouch).matches) setOn(browserStore.get(kept) !== "off");
  }, []);
  const toggle = () => {
    browserStore.set(kept, on ? "off" : null);
    setOn(!on);
  };
  return { on: on ?? false, toggle: on === null ? null : toggle };
}
