import { expect, test } from "vitest";
import { bestFirst, readOptions } from "./circle.ts";

const now = new Date("2026-11-30T12:00:00Z");

test("moments are read in order, each once; half a moment, a past one, none or too many are told", () => {
  expect(readOptions(["2027-01-12", "", "2027-01-11", "2027-01-12"], ["10:00", "", "09:00", "10:00"], now)).toEqual({
    ok: true,
    at: [new Date("2027-01-11T08:00:00Z"), new Date("2027-01-12T09:00:00Z")],
  });
  expect(readOptions(["2027-01-12"], [""], now)).toEqual({ ok: false, code: "day" });
  expect(readOptions([""], ["10:00"], now)).toEqual({ ok: false, code: "day" });
  expect(readOptions(["2026-11-30"], ["09:00"], now)).toEqual({ ok: false, code: "past" });
  expect(readOptions(["", ""], ["", ""], now)).toEqual({ ok: false, code: "none" });
  const six = ["01", "02", "03", "04", "05", "06"].map((day) => `2027-02-${day}`);
  const hour = six.map(() => "10:00");
  expect(readOptions(six, hour, now)).toEqual({ ok: false, code: "many" });
});

test("the moment that suits most comes first", () => {
  const at = (day: string, ...answers: ("yes" | "maybe" | "no")[]) => ({ startsAt: new Date(day), answers });
  const options = [
    at("2027-01-03", "yes", "no", "yes"),
    at("2027-01-02", "maybe", "yes", "yes"),
    at("2027-01-01", "maybe", "maybe", "yes"),
  ];
  expect(bestFirst(options).map(({ startsAt }) => startsAt.getUTCDate())).toEqual([2, 1, 3]);
  expect(bestFirst([at("2027-01-03"), at("2027-01-02")]).map(({ startsAt }) => startsAt.getUTCDate())).toEqual([2, 3]);
});
