import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../../tests/runs.ts";
import type { RegistrationId } from "../../../platform/ids.ts";
import {
  admittedCount,
  applyPlace,
  freePlaces,
  type PlaceEvent,
  type PlaceOutcome,
  type Places,
  registrationTransitions,
  waitingLine,
} from "./places.ts";

const id = (name: string) => name as RegistrationId;
const [a, b, c, d] = ["a", "b", "c", "d"].map(id) as [RegistrationId, RegistrationId, RegistrationId, RegistrationId];

function open(capacity: number | null, mode: Places["mode"] = "automatic"): Places {
  return { mode, capacity, registrations: [] };
}
function run(places: Places, ...events: PlaceEvent[]): Extract<PlaceOutcome, { status: "done" }> {
  let outcome: PlaceOutcome = { status: "done", places, changed: [], effects: [], over: 0 };
  for (const event of events) {
    if (outcome.status !== "done") break;
    outcome = applyPlace(outcome.places, event);
  }
  if (outcome.status !== "done") throw new Error(outcome.code);
  return outcome;
}
function comes(...ids: RegistrationId[]): PlaceEvent[] {
  return ids.flatMap((one, i): PlaceEvent[] => [
    { type: "register", id: one },
    { type: "confirm", id: one, at: 1000 + i },
  ]);
}
function states(places: Places): string {
  return places.registrations.map((p) => `${p.id}:${p.state}`).join(" ");
}

describe("in order of confirmation", () => {
  test("who confirms first gets a place, the rest waits", () => {
    const full = run(open(2), ...comes(a, b, c));
    expect(states(full.places)).toBe("a:admitted b:admitted c:waiting");
    expect(full.effects).toEqual([{ mail: "waiting", id: c }]);
    expect(full.changed.map((p) => p.id)).toEqual([c]);
  });

  test("a place that comes free goes to the first on the list", () => {
    const freed = run(open(1), ...comes(a, b, c), { type: "withdraw", id: a });
    expect(states(freed.places)).toBe("a:withdrawn b:admitted c:waiting");
    expect(freed.effects).toEqual([
      { mail: "withdrawn", id: a },
      { mail: "promoted", id: b },
    ]);
  });

  test("the order is that of confirming, not of registering", () => {
    const places = run(open(0), { type: "register", id: a }, { type: "register", id: b }).places;
    const line = waitingLine(run(places, { type: "confirm", id: b, at: 5 }, { type: "confirm", id: a, at: 5 }).places);
    expect(line.map((p) => [p.id, p.queue])).toEqual([
      [b, 5],
      [a, 6],
    ]);
  });

  test("a larger capacity promotes, a smaller one sends nobody away but says how many are too many", () => {
    const larger = run(open(1), ...comes(a, b, c), { type: "capacityChanged", capacity: 3 });
    expect(states(larger.places)).toBe("a:admitted b:admitted c:admitted");
    const smaller = run(larger.places, { type: "capacityChanged", capacity: 1 });
    expect([states(smaller.places), smaller.over, smaller.effects.length]).toEqual(["a:admitted b:admitted c:admitted", 2, 0]);
    const left = run(smaller.places, { type: "withdraw", id: a }, ...comes(d));
    expect([states(left.places), left.over]).toEqual(["a:withdrawn b:admitted c:admitted d:waiting", 1]);
  });

  test("without a limit everybody is admitted", () => {
    expect(states(run(open(null), ...comes(a, b, c)).places)).toBe("a:admitted b:admitted c:admitted");
  });

  test("who signed off may register again and joins at the end", () => {
    const again = run(
      open(1),
      ...comes(a, b),
      { type: "withdraw", id: a },
      { type: "register", id: a },
      { type: "confirm", id: a, at: 9000 },
    );
    expect(states(again.places)).toBe("a:waiting b:admitted");
  });

  test("an old confirm link after signing off is refused", () => {
    const places = run(open(1), ...comes(a), { type: "withdraw", id: a }).places;
    expect(applyPlace(places, { type: "confirm", id: a, at: 1 })).toMatchObject({ status: "refused", code: "withdrawn" });
  });

  test("nothing is mailed to an address that was never confirmed", () => {
    expect(run(open(1), { type: "register", id: a }, { type: "withdraw", id: a }).effects).toEqual([]);
  });
});

describe("chosen by the organiser", () => {
  const three = run(open(2, "selection"), ...comes(a, b, c)).places;

  test("who confirms awaits the choice", () => {
    expect(states(three)).toBe("a:confirmed b:confirmed c:confirmed");
    expect(applyPlace(three, { type: "admit", ids: [c, a] })).toMatchObject({
      status: "done",
      effects: [
        { mail: "admitted", id: a },
        { mail: "admitted", id: c },
      ],
    });
  });

  test("never above capacity, and then nobody of them", () => {
    expect(applyPlace(three, { type: "admit", ids: [a, b, c] })).toEqual({
      status: "refused",
      code: "full",
      ids: [a, b, c],
      free: 2,
    });
  });

  test("who is not chosen hears so, and may be admitted later after all", () => {
    const declined = run(three, { type: "admit", ids: [a] }, { type: "decline", ids: [b] }, { type: "wait", ids: [c] });
    expect(states(declined.places)).toBe("a:admitted b:declined c:waiting");
    expect(run(declined.places, { type: "admit", ids: [b] }).effects).toEqual([{ mail: "admitted", id: b }]);
    expect(run(declined.places, { type: "admit", ids: [c] }).effects).toEqual([{ mail: "promoted", id: c }]);
  });

  test("a place that comes free stays free", () => {
    const freed = run(three, { type: "admit", ids: [a, b] }, { type: "wait", ids: [c] }, { type: "withdraw", id: a });
    expect([states(freed.places), freePlaces(freed.places)]).toEqual(["a:withdrawn b:admitted c:waiting", 1]);
  });

  test("who is invited was chosen already", () => {
    const invited = run(open(1, "selection"), { type: "register", id: a, invited: true }, { type: "confirm", id: a, at: 1 });
    expect(invited.effects).toEqual([{ mail: "admitted", id: a }]);
  });

  test("an admitted person is not declined, an unconfirmed one not admitted", () => {
    const places = run(three, { type: "admit", ids: [a] }, { type: "register", id: d }).places;
    expect(applyPlace(places, { type: "decline", ids: [a] })).toMatchObject({ code: "already-admitted" });
    expect(applyPlace(places, { type: "admit", ids: [d] })).toMatchObject({ code: "not-confirmed" });
    expect(applyPlace(places, { type: "admit", ids: [id("x")] })).toMatchObject({ code: "unknown" });
  });

  test("changing to order of arrival fills the places and lists the rest", () => {
    const filled = run(three, { type: "modeChanged", mode: "automatic" });
    expect(states(filled.places)).toBe("a:admitted b:admitted c:waiting");
    expect(filled.effects.map((e) => e.mail)).toEqual(["admitted", "admitted", "waiting"]);
  });
});

describe("a colleague instead", () => {
  test("takes the very place", () => {
    const taken = run(open(1), ...comes(a, b), { type: "substitute", id: a, by: c });
    expect(states(taken.places)).toBe("a:withdrawn b:waiting c:admitted");
    expect(taken.effects).toEqual([
      { mail: "withdrawn", id: a },
      { mail: "admitted", id: c },
    ]);
    const line = run(open(0), ...comes(a, b), { type: "substitute", id: a, by: c });
    expect(waitingLine(line.places).map((p) => p.id)).toEqual([c, b]);
  });

  test("twice is once", () => {
    const taken = run(open(1), ...comes(a), { type: "substitute", id: a, by: c });
    expect(run(taken.places, { type: "substitute", id: a, by: c })).toMatchObject({ changed: [], effects: [] });
    expect(applyPlace(taken.places, { type: "substitute", id: a, by: d })).toMatchObject({ code: "withdrawn" });
  });

  test("who is on the list may get an admitted person's place, who is admitted has one", () => {
    const places = run(open(1), ...comes(a, b)).places;
    expect(states(run(places, { type: "substitute", id: a, by: b }).places)).toBe("a:withdrawn b:admitted");
    expect(applyPlace(places, { type: "substitute", id: b, by: a })).toMatchObject({ code: "already-admitted" });
    expect(applyPlace(places, { type: "substitute", id: a, by: a })).toMatchObject({ code: "same-person" });
    const waiting = run(open(0), ...comes(a, b)).places;
    expect(applyPlace(waiting, { type: "substitute", id: a, by: b })).toMatchObject({ code: "already-registered" });
  });
});

const someone = fc.constantFrom("p1", "p2", "p3", "p4", "p5", "p6", "p7").map(id);
const event: fc.Arbitrary<PlaceEvent> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant("register" as const), id: someone, invited: fc.constant(false) }) },
  { weight: 5, arbitrary: fc.record({ type: fc.constant("confirm" as const), id: someone, at: fc.nat(50) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constantFrom("admit" as const, "wait" as const, "decline" as const),
      ids: fc.array(someone, { maxLength: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("withdraw" as const), id: someone }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("substitute" as const), id: someone, by: someone }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant("capacityChanged" as const), capacity: fc.option(fc.integer({ min: -1, max: 6 })) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("modeChanged" as const),
      mode: fc.constantFrom("automatic" as const, "selection" as const),
    }),
  },
);
const story = fc.tuple(
  fc.record({
    mode: fc.constantFrom("automatic" as const, "selection" as const),
    capacity: fc.option(fc.integer({ min: 0, max: 4 })),
  }),
  fc.array(event, { maxLength: 60, size: "max" }),
);

function tell(
  [begin, events]: [Omit<Places, "registrations">, PlaceEvent[]],
  look: (before: Places, event: PlaceEvent, outcome: PlaceOutcome) => void,
): void {
  let places: Places = { ...begin, registrations: [] };
  for (const one of events) {
    const outcome = applyPlace(places, one);
    look(places, one, outcome);
    if (outcome.status === "done") places = outcome.places;
  }
}

describe("whatever happens", () => {
  test("nobody is admitted above capacity, nobody is lost, nobody is sent away unasked", () => {
    fc.assert(
      fc.property(story, (s) =>
        tell(s, (before, one, outcome) => {
          if (outcome.status !== "done") return;
          const { places, over } = outcome;
          const limit = places.capacity ?? Number.POSITIVE_INFINITY;
          expect(admittedCount(places)).toBeLessThanOrEqual(Math.max(limit, admittedCount(before)));
          if (admittedCount(before) <= limit) expect(admittedCount(places)).toBeLessThanOrEqual(limit);
          expect(over).toBe(Math.max(0, admittedCount(places) - limit));
          for (const old of before.registrations) {
            const now = places.registrations.find((p) => p.id === old.id);
            expect(now).toBeDefined();
            if (old.state === "admitted" && now?.state !== "admitted") {
              expect(["withdraw", "substitute"]).toContain(one.type);
              expect("id" in one && one.id).toBe(old.id);
            }
          }
        }),
      ),
      { numRuns: runs(400) },
    );
  });

  test("where the order decides, nobody waits while a place is free, and promotion goes down the line", () => {
    fc.assert(
      fc.property(story, (s) =>
        tell(s, (before, one, outcome) => {
          if (outcome.status !== "done" || outcome.places.mode !== "automatic") return;
          if (freePlaces(outcome.places) > 0) expect(waitingLine(outcome.places)).toEqual([]);
          expect(outcome.places.registrations.some((p) => p.state === "confirmed")).toBe(false);
          if (one.type === "admit" || one.type === "substitute" || one.type === "modeChanged") return;
          const promoted = outcome.effects.filter((e) => e.mail === "promoted").map((e) => e.id);
          const line = waitingLine(before)
            .map((p) => p.id)
            .filter((p) => !("id" in one && one.id === p));
          if (one.type !== "wait" && one.type !== "decline") expect(line.slice(0, promoted.length)).toEqual(promoted);
        }),
      ),
      { numRuns: runs(400) },
    );
  });

  test("the same event again changes nothing and mails nobody", () => {
    fc.assert(
      fc.property(story, (s) =>
        tell(s, (_, one, outcome) => {
          if (outcome.status !== "done") return;
          // putting on the list where places are free admits at once: then the second time it is refused
          const again = applyPlace(outcome.places, one);
          if (again.status === "refused") expect(["already-admitted", "withdrawn"]).toContain(again.code);
          else expect([again.changed, again.effects]).toEqual([[], []]);
        }),
      ),
      { numRuns: runs(400) },
    );
  });

  test("each mail tells of a change, at most one to a person, and what changed is listed", () => {
    fc.assert(
      fc.property(story, (s) =>
        tell(s, (before, _, outcome) => {
          if (outcome.status !== "done") return;
          const ids = outcome.effects.map((e) => e.id);
          expect(outcome.changed.map((p) => p.id)).toEqual(expect.arrayContaining(ids));
          const moved = outcome.places.registrations.filter(
            (p) => before.registrations.find((o) => o.id === p.id)?.state !== p.state,
          );
          expect(outcome.changed.map((p) => p.id).sort()).toEqual(moved.map((p) => p.id).sort());
          const queues = outcome.places.registrations.flatMap((p) => (p.queue === null ? [] : [p.queue]));
          expect(new Set(queues).size).toBe(queues.length);
          for (const { mail, id: to } of outcome.effects) {
            const state = outcome.places.registrations.find((p) => p.id === to)?.state;
            expect(state).toBe(mail === "promoted" ? "admitted" : mail);
          }
          expect(ids.length).toBe(new Set(ids).size);
        }),
      ),
      { numRuns: runs(400) },
    );
  });

  test("the rules go the ways of the table, all of them and no other", () => {
    const seen = new Set<string>();
    const drawn = registrationTransitions.map((t) => `${t.from} ${t.to} ${t.event}`);
    for (const s of fc.sample(story, { numRuns: 8000, seed: 7 })) {
      tell(s, (before, one, outcome) => {
        if (outcome.status !== "done") return;
        for (const place of outcome.changed) {
          const from = before.registrations.find((p) => p.id === place.id)?.state;
          if (!from) continue;
          const by =
            outcome.effects.some((e) => e.id === place.id && e.mail === "promoted") && one.type !== "admit"
              ? "promote"
              : one.type;
          seen.add(`${from} ${place.state} ${by}`);
        }
      });
    }
    expect([...seen].sort()).toEqual([...drawn].sort());
  });
});
