import { expect, test } from "vitest";
import { type Plan, planChanges, planForm, planningWaysOut, readPlan, typedPlan } from "./plan.ts";

const now = new Date("2026-01-10T08:00Z");
const typed = { title: "Tweede bijeenkomst", date: "2026-04-16", from: "09:00", until: "11:00", closes: "", capacity: "72" };
const read = (change: Partial<typeof typed>) => {
  const parsed = planForm.safeParse({ ...typed, ...change });
  return parsed.success
    ? readPlan(parsed.data, now)
    : parsed.error.issues.map(({ path, message }) => `${String(path[0])} ${message}`);
};
const plan = (change: Partial<typeof typed> = {}): Plan => {
  const outcome = read(change);
  if (Array.isArray(outcome) || !outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.plan;
};

test("a plan is read as it was typed, and shown again", () => {
  expect(plan({ closes: "2026-04-10" })).toMatchObject({
    startsAt: new Date("2026-04-16T07:00Z"),
    registrationClosesAt: new Date("2026-04-10T21:59Z"),
    capacity: 72,
  });
  expect(typedPlan(plan({ closes: "2026-04-10" }))).toEqual({ ...typed, closes: "2026-04-10" });
});

test("closing on the day itself is closing at the start", () => {
  expect(plan({ closes: "2026-04-16" }).registrationClosesAt).toEqual(plan().startsAt);
  expect(read({ closes: "2026-04-17" })).toEqual({ ok: false, errors: { closes: "order" } });
});

test("what is wrong is told at its field", () => {
  expect(read({ capacity: "0" })).toEqual(["capacity invalid"]);
  expect(read({ capacity: "veel" })).toEqual(["capacity invalid"]);
  expect(read({ title: " " })).toEqual(["title missing"]);
  expect(read({ title: "🙂".repeat(121) })).toEqual(["title long"]);
  expect(read({ closes: "morgen" })).toEqual({ ok: false, errors: { closes: "invalid" } });
});

test("the state of the session may refuse a change", () => {
  const later = plan({ from: "10:00", until: "12:00" });
  expect(planChanges(plan(), later, "registration-open")).toEqual({ moved: true, capacity: false, refused: null });
  expect(planChanges(plan(), later, "live").refused).toBe("date");
  expect(planChanges(plan(), plan({ capacity: "80" }), "live").refused).toBeNull();
  expect(planChanges(plan(), plan({ capacity: "80" }), "ended").refused).toBe("capacity");
});

test("planning ends where leading begins", () => {
  expect(planningWaysOut("planned")).toEqual(["open-registration", "cancel"]);
  expect(planningWaysOut("live")).toEqual([]);
});
