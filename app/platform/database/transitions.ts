export type Transition<State extends string, Event extends string> = {
  readonly from: State;
  readonly to: State;
  readonly event: Event;
};

/** From each state, where each event leads. */
export const transitionsOf = <State extends string, Event extends string>(
  ways: Readonly<Partial<Record<State, Readonly<Partial<Record<Event, State>>>>>>,
): readonly Transition<State, Event>[] =>
  (Object.entries(ways) as [State, Partial<Record<Event, State>>][]).flatMap(([from, out]) =>
    (Object.entries(out) as [Event, State][]).map(([event, to]) => ({ from, to, event })),
  );

/** `already-there`: somebody did it before, a double click for example; nothing needs to be done. `not-now`: this state has no such way out. */
export type Followed<State extends string> =
  | { readonly ok: true; readonly state: State }
  | { readonly ok: false; readonly code: "already-there" | "not-now" };

export function follow<State extends string, Event extends string>(
  table: readonly Transition<State, Event>[],
  state: State,
  event: Event,
): Followed<State> {
  const way = table.find((t) => t.from === state && t.event === event);
  if (way) return { ok: true, state: way.to };
  const arrived = table.some((t) => t.to === state && t.event === event);
  return { ok: false, code: arrived ? "already-there" : "not-now" };
}

/** The events that lead out of a state, in the order of the table: the buttons a page may show. */
export function waysOut<State extends string, Event extends string>(
  table: readonly Transition<State, Event>[],
  state: State,
): readonly Event[] {
  return table.filter((t) => t.from === state).map((t) => t.event);
}
