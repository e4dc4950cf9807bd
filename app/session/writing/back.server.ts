import { createContext, type RouterContextProvider, redirect } from "react-router";
import { placeContext } from "../../dialogue/access/context.server.ts";

/** Set when a form was refused: the loader that runs after the action must not send its answer away. */
export const refusedContext = createContext(false);

/** Whoever opens the address of a deed (the back button, a link that was copied) comes to the session itself. */
export function backToRoom({ context }: { context: Readonly<RouterContextProvider> }) {
  if (context.get(refusedContext)) return null;
  return redirect(`/bijeenkomst/${context.get(placeContext).session?.id}`, 303);
}
