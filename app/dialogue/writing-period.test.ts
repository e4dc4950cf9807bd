import fc from "fast-check";
import { expect, test } from "vitest";
import { dialogueStates } from "./dialogue.ts";
import { addUntil, writingOutside } from "./writing-period.ts";

const at = (text: string) => new Date(text);
const session = (about: object = {}) => ({
  state: "ended",
  prepareFrom: null,
  afterDays: 7,
  endedAt: at("2026-03-19T10:00:00Z"),
  ...about,
});

test("a week is seven whole days after the day of the end, also over summer time", () => {
  expect(addUntil(session())).toEqual(at("2026-03-26T23:00:00Z"));
  expect(addUntil(session({ endedAt: at("2026-03-26T10:00:00Z") }))).toEqual(at("2026-04-02T22:00:00Z"));
  // half past midnight in the Netherlands is the next day already
  expect(addUntil(session({ endedAt: at("2026-01-19T23:30:00Z"), afterDays: 1 }))).toEqual(at("2026-01-21T23:00:00Z"));
});

test("open to the last moment, closed on it", () => {
  expect(writingOutside(session(), "open", at("2026-03-26T22:59:59.999Z"))).toBe("after");
  expect(writingOutside(session(), "open", at("2026-03-26T23:00:00Z"))).toBeNull();
});

test("the team may begin with the harvest meanwhile; a report that is out, or an archived dialogue, ends it", () => {
  const then = at("2026-03-20T10:00:00Z");
  expect(dialogueStates.map((state) => writingOutside(session(), state, then))).toEqual([null, "after", "after", null, null]);
});

test("nothing can be added when the organiser wants none, or when it is not known when the session ended", () => {
  const then = at("2026-03-19T10:01:00Z");
  expect(writingOutside(session({ afterDays: 0 }), "open", then)).toBeNull();
  expect(writingOutside(session({ endedAt: null }), "open", then)).toBeNull();
});

test("people prepare from the organiser's yes until the start", () => {
  const now = at("2026-03-01T10:00:00Z");
  const states = ["planned", "registration-open", "registration-closed", "lobby", "live", "ended", "cancelled"];
  const open = (state: string) => writingOutside({ ...session({ endedAt: null }), state, prepareFrom: now }, "open", now);
  expect(states.map(open)).toEqual(["before", "before", "before", "before", null, null, null]);
  expect(states.map((state) => writingOutside({ ...session({ endedAt: null }), state }, "open", now))).toEqual(
    states.map(() => null),
  );
  expect(writingOutside(session({ state: "planned", prepareFrom: now }), "archived", now)).toBeNull();
});

test("never both, and a later moment never opens again what had closed", () => {
  const moment = fc.date({ min: at("2026-01-01T00:00:00Z"), max: at("2027-01-01T00:00:00Z"), noInvalidDate: true });
  fc.assert(
    fc.property(moment, moment, moment, fc.integer({ min: 0, max: 60 }), (endedAt, one, other, afterDays) => {
      const [first, later] = [one, other].sort((a, b) => a.getTime() - b.getTime()) as [Date, Date];
      const held = session({ endedAt, afterDays });
      if (writingOutside(held, "open", first) === null) expect(writingOutside(held, "open", later)).toBeNull();
    }),
  );
});
