import { type RouterContextProvider, redirect } from "react-router";
import { placeContext } from "../context.ts";

/** Whoever opens the address of a deed (the back button, a link that was copied) comes to the session itself. */
export function backToRoom({ context }: { context: Readonly<RouterContextProvider> }) {
  return redirect(`/bijeenkomst/${context.get(placeContext).session?.id}`, 303);
}
