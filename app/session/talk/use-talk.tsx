import { useSyncExternalStore } from "react";
import type { TalkPart } from "./said.ts";
import type { TalkHeard } from "./talk-heard.ts";

const nothing = () => null;

/** What is being said at this place now; null until something is. */
export function useTalk(heard: TalkHeard, place: string): TalkPart | null {
  const part = useSyncExternalStore(heard.on, heard.get, nothing);
  return part?.place === place ? part : null;
}
