import { data, type RouterContextProvider } from "react-router";
import { type Place, placeContext, servicesContext, type Visit, visitContext } from "./context.server.ts";

type Context = Pick<RouterContextProvider, "get">;
type With<T, Key extends keyof T> = T & { readonly [K in Key]-?: NonNullable<T[K]> };

/** Who asks, where they are, and what nearly every route needs to answer them. */
function asked(context: Context) {
  const { db, environment } = context.get(servicesContext);
  return { ...context.get(placeContext), ...context.get(visitContext), db, environment };
}

const has = <T extends Place & Visit, Key extends keyof (Place & Visit)>(all: T, ...keys: Key[]): all is With<T, Key> =>
  keys.every((key) => Boolean(all[key]));

/** What a route asks to be there; what is not there is not found, 404. */
const needs =
  <Key extends keyof (Place & Visit)>(...keys: Key[]) =>
  (context: Context) => {
    const all = asked(context);
    if (!has(all, ...keys)) throw data("missing", { status: 404 });
    return all;
  };

export const askedOfDialogue = needs("dialogue");
export const askedByTeam = needs("dialogue", "team");
export const askedOfSession = needs("dialogue", "session");
export const askedByTeamOfSession = needs("dialogue", "session", "team");
export const askedByRegistration = needs("dialogue", "session", "registration");
/** Somebody of a team, also where there is no dialogue. */
export const askedBySignedIn = needs("team");

/** A participant's own page: who comes without their link is asked to use it, 401. */
export function askedByGuest(context: Context) {
  const all = asked(context);
  if (!has(all, "dialogue", "guest")) throw data("link", { status: 401 });
  return all;
}
