import { useRouteLoaderData } from "react-router";
import type { DialogueView } from "./dialogue-view.ts";

/** The dialogue whose page this is: from the layout around it. */
export function useDialogue(): DialogueView {
  const view = useRouteLoaderData("dialogue") as DialogueView | undefined;
  if (!view) throw new Error("only inside a dialogue");
  return view;
}
