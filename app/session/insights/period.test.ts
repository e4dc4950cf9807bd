import { expect, test } from "vitest";
import { readForm } from "../../platform/http/form.ts";
import { periodForm, typedPeriod } from "./period.ts";

const session = crypto.randomUUID();
const read = (typed: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ session, ...typed })) form.set(name, value);
  return readForm(periodForm, form);
};

test("empty is with the session alone; a beginning or an end may stand by itself", () => {
  expect(read({})).toMatchObject({ ok: true, value: { from: null, until: null } });
  expect(read({ "tot-datum": "2026-04-20", "tot-tijd": "17:00" })).toMatchObject({
    ok: true,
    value: { from: null, until: new Date("2026-04-20T15:00:00Z") },
  });
});

test.each([
  [{ "van-datum": "2026-04-20" }, { "van-tijd": "time" }],
  [{ "van-tijd": "09:00" }, { "van-datum": "date" }],
  [{ "tot-datum": "2026-02-30", "tot-tijd": "09:00" }, { "tot-datum": "date" }],
  [{ "tot-datum": "2026-04-20", "tot-tijd": "negen" }, { "tot-tijd": "time" }],
  [{ "van-datum": "2026-04-20", "van-tijd": "10:00", "tot-datum": "2026-04-20", "tot-tijd": "09:00" }, { "tot-datum": "order" }],
])("%j says which field and why", (typed, errors) => {
  expect(read(typed)).toMatchObject({ ok: false, errors });
});

test("what is kept comes back as it was typed", () => {
  const typed = { "van-datum": "2026-04-13", "van-tijd": "09:00", "tot-datum": "2026-10-30", "tot-tijd": "17:30" };
  const done = read(typed);
  if (!done.ok) throw new Error("not read");
  expect(typedPeriod({ checkFrom: done.value.from, checkUntil: done.value.until })).toEqual(typed);
});
