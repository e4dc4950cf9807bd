import type { Transition } from "../../../platform/database/transitions.ts";
import type { RegistrationId } from "../../../platform/ids.ts";

/** pending: mail not confirmed; confirmed: the organiser has yet to choose; waiting: on the waiting list; declined: not chosen. */
export const registrationStates = ["pending", "confirmed", "waiting", "admitted", "declined", "withdrawn"] as const;
export type RegistrationState = (typeof registrationStates)[number];

export type Place = {
  readonly id: RegistrationId;
  readonly state: RegistrationState;
  /** the place in the line: ms of the confirmation, all different; null before that */
  readonly queue: number | null;
  /** the registration whose place this colleague took */
  readonly replaces: RegistrationId | null;
  /** invited by the organiser, so chosen already: takes a place on confirming, also where the organiser chooses */
  readonly invited?: boolean;
};

/** automatic: in order of confirmation, a place that comes free goes to the first on the list. selection: the organiser admits. */
export type Places = {
  readonly mode: "automatic" | "selection";
  /** null: no limit */
  readonly capacity: number | null;
  readonly registrations: readonly Place[];
};

export type PlaceEvent =
  | { readonly type: "register"; readonly id: RegistrationId; readonly invited?: boolean }
  | { readonly type: "confirm"; readonly id: RegistrationId; readonly at: number }
  | { readonly type: "admit" | "wait" | "decline"; readonly ids: readonly RegistrationId[] }
  | { readonly type: "withdraw"; readonly id: RegistrationId }
  | { readonly type: "substitute"; readonly id: RegistrationId; readonly by: RegistrationId }
  | { readonly type: "capacityChanged"; readonly capacity: number | null }
  | { readonly type: "modeChanged"; readonly mode: Places["mode"] };

/** `confirmed`: we have it, you will hear; `promoted`: admitted from the waiting list. Nothing is mailed to an address that was never confirmed. */
type PlaceEffect = {
  readonly mail: "confirmed" | "admitted" | "waiting" | "declined" | "promoted" | "withdrawn";
  readonly id: RegistrationId;
};

export type PlaceRefusal =
  | "unknown"
  | "full"
  | "not-confirmed"
  | "withdrawn"
  | "already-admitted"
  | "already-registered"
  | "same-person"
  | "capacity";

export type PlaceOutcome =
  | {
      readonly status: "done";
      readonly places: Places;
      /** only what became different, to be written */
      readonly changed: readonly Place[];
      readonly effects: readonly PlaceEffect[];
      /** admitted above the capacity, after it was lowered: nobody is sent away, nobody comes in until it is below */
      readonly over: number;
    }
  | { readonly status: "refused"; readonly code: PlaceRefusal; readonly ids: readonly RegistrationId[]; readonly free: number };

export function admittedCount(places: Places): number {
  return places.registrations.filter((p) => p.state === "admitted").length;
}

/** Infinity when there is no limit */
export function freePlaces(places: Places): number {
  return places.capacity === null ? Number.POSITIVE_INFINITY : Math.max(0, places.capacity - admittedCount(places));
}

/** The waiting list in its order. */
export function waitingLine(places: Places): readonly Place[] {
  return places.registrations.filter((p) => p.state === "waiting").toSorted(inLine);
}

/** All or nothing; an event that comes twice changes and mails nothing the second time. */
export function applyPlace(before: Places, event: PlaceEvent): PlaceOutcome {
  const refused = (code: PlaceRefusal, ids: readonly RegistrationId[]): PlaceOutcome => ({
    status: "refused",
    code,
    ids,
    free: freePlaces(before),
  });
  const known = new Map(before.registrations.map((p) => [p.id, p]));
  const effects: PlaceEffect[] = [];
  let { mode, capacity } = before;
  const now = (): Places => ({ mode, capacity, registrations: [...known.values()] });
  const set = (place: Place, mail?: PlaceEffect["mail"]) => {
    known.set(place.id, place);
    const told = effects.findIndex((e) => e.id === place.id);
    if (told >= 0) effects.splice(told, 1);
    if (mail) effects.push({ mail, id: place.id });
  };
  const fill = () => {
    if (mode !== "automatic") return;
    for (const place of waitingLine(now()).slice(0, freePlaces(now()))) set({ ...place, state: "admitted" }, "promoted");
  };

  switch (event.type) {
    case "register": {
      const place = known.get(event.id);
      if (place && place.state !== "withdrawn") break;
      const invited = event.invited ?? place?.invited;
      set({ id: event.id, state: "pending", queue: null, replaces: null, ...(invited === undefined ? {} : { invited }) });
      break;
    }
    case "confirm": {
      const place = known.get(event.id);
      if (!place) return refused("unknown", [event.id]);
      if (place.state === "withdrawn") return refused("withdrawn", [event.id]);
      if (place.state !== "pending") break;
      const last = Math.max(...before.registrations.map((p) => p.queue ?? Number.NEGATIVE_INFINITY));
      const queue = Math.max(event.at, last + 1);
      if (mode === "selection" && !place.invited) set({ ...place, queue, state: "confirmed" }, "confirmed");
      else if (freePlaces(before) > 0) set({ ...place, queue, state: "admitted" }, "admitted");
      else set({ ...place, queue, state: "waiting" }, "waiting");
      break;
    }
    case "admit":
    case "wait":
    case "decline": {
      const chosen: Place[] = [];
      for (const id of new Set(event.ids)) {
        const place = known.get(id);
        if (!place) return refused("unknown", [id]);
        if (place.state === "pending") return refused("not-confirmed", [id]);
        if (place.state === "withdrawn") return refused("withdrawn", [id]);
        if (place.state === target[event.type]) continue;
        if (place.state === "admitted") return refused("already-admitted", [id]);
        chosen.push(place);
      }
      if (event.type === "admit" && chosen.length > freePlaces(before))
        return refused(
          "full",
          chosen.map((p) => p.id),
        );
      for (const place of chosen.toSorted(inLine)) {
        const promoted = event.type === "admit" && place.state === "waiting";
        set({ ...place, state: target[event.type] }, promoted ? "promoted" : target[event.type]);
      }
      // who is put on the list while a place is free does not wait where the order decides
      fill();
      break;
    }
    case "withdraw": {
      const place = known.get(event.id);
      if (!place) return refused("unknown", [event.id]);
      if (place.state === "withdrawn") break;
      set({ ...place, state: "withdrawn", queue: null }, place.state === "pending" ? undefined : "withdrawn");
      fill();
      break;
    }
    case "substitute": {
      const place = known.get(event.id);
      const colleague = known.get(event.by);
      if (!place) return refused("unknown", [event.id]);
      if (event.by === event.id) return refused("same-person", [event.id]);
      const again = colleague?.replaces === event.id && place.state === "withdrawn";
      if (again) break;
      if (place.state === "pending") return refused("not-confirmed", [event.id]);
      if (place.state === "withdrawn" || place.state === "declined") return refused("withdrawn", [event.id]);
      if (colleague?.state === "admitted") return refused("already-admitted", [event.by]);
      const inLineAlready = colleague?.state === "confirmed" || colleague?.state === "waiting";
      if (inLineAlready && place.state !== "admitted") return refused("already-registered", [event.by]);
      set({ ...place, state: "withdrawn", queue: null }, "withdrawn");
      const own = colleague ?? { id: event.by };
      set({ ...own, state: place.state, queue: place.queue, replaces: event.id }, place.state);
      break;
    }
    case "capacityChanged": {
      const valid = event.capacity === null || (Number.isInteger(event.capacity) && event.capacity >= 0);
      if (!valid) return refused("capacity", []);
      capacity = event.capacity;
      fill();
      break;
    }
    case "modeChanged": {
      mode = event.mode;
      if (mode === "selection") break;
      for (const place of before.registrations.filter((p) => p.state === "confirmed" || p.state === "waiting").toSorted(inLine)) {
        const admitted = freePlaces(now()) > 0;
        if (place.state === "confirmed")
          set({ ...place, state: admitted ? "admitted" : "waiting" }, admitted ? "admitted" : "waiting");
        else if (admitted) set({ ...place, state: "admitted" }, "promoted");
      }
      break;
    }
  }

  const places = now();
  const old = new Map(before.registrations.map((p) => [p.id, p]));
  const over = capacity === null ? 0 : Math.max(0, admittedCount(places) - capacity);
  return { status: "done", places, changed: places.registrations.filter((p) => old.get(p.id) !== p), effects, over };
}

const target = { admit: "admitted", wait: "waiting", decline: "declined" } as const;

function inLine(a: Place, b: Place): number {
  return (a.queue ?? Number.POSITIVE_INFINITY) - (b.queue ?? Number.POSITIVE_INFINITY) || (a.id < b.id ? -1 : 1);
}

export type RegistrationEvent = PlaceEvent["type"] | "promote";

/** All ways there are, for the drawing; `promote` is what a free place does by itself. A test proves that the rules above go these ways and no other. */
export const registrationTransitions: readonly Transition<RegistrationState, RegistrationEvent>[] = [
  { from: "pending", to: "admitted", event: "confirm" },
  { from: "pending", to: "waiting", event: "confirm" },
  { from: "pending", to: "confirmed", event: "confirm" },
  { from: "confirmed", to: "admitted", event: "admit" },
  { from: "waiting", to: "admitted", event: "admit" },
  { from: "declined", to: "admitted", event: "admit" },
  { from: "waiting", to: "admitted", event: "promote" },
  { from: "declined", to: "admitted", event: "promote" },
  { from: "confirmed", to: "waiting", event: "wait" },
  { from: "declined", to: "waiting", event: "wait" },
  { from: "confirmed", to: "declined", event: "decline" },
  { from: "waiting", to: "declined", event: "decline" },
  { from: "confirmed", to: "admitted", event: "modeChanged" },
  { from: "confirmed", to: "waiting", event: "modeChanged" },
  { from: "pending", to: "withdrawn", event: "withdraw" },
  { from: "confirmed", to: "withdrawn", event: "withdraw" },
  { from: "waiting", to: "withdrawn", event: "withdraw" },
  { from: "admitted", to: "withdrawn", event: "withdraw" },
  { from: "declined", to: "withdrawn", event: "withdraw" },
  { from: "withdrawn", to: "pending", event: "register" },
  { from: "confirmed", to: "withdrawn", event: "substitute" },
  { from: "waiting", to: "withdrawn", event: "substitute" },
  { from: "admitted", to: "withdrawn", event: "substitute" },
  { from: "pending", to: "confirmed", event: "substitute" },
  { from: "pending", to: "waiting", event: "substitute" },
  { from: "pending", to: "admitted", event: "substitute" },
  { from: "declined", to: "confirmed", event: "substitute" },
  { from: "declined", to: "waiting", event: "substitute" },
  { from: "declined", to: "admitted", event: "substitute" },
  { from: "withdrawn", to: "confirmed", event: "substitute" },
  { from: "withdrawn", to: "waiting", event: "substitute" },
  { from: "withdrawn", to: "admitted", event: "substitute" },
  { from: "confirmed", to: "admitted", event: "substitute" },
  { from: "waiting", to: "admitted", event: "substitute" },
];
