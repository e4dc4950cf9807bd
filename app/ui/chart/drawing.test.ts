import fc from "fast-check";
import { expect, test } from "vitest";
import { codePoints, countText } from "../count.ts";
import { suggest } from "../form/suggestion.ts";
import { clock } from "../timer.ts";
import { placeSeats, type SeatState } from "./table-drawing.ts";

test("you sit at the near side, the first seat is opposite without you", () => {
  expect(placeSeats(["present", "you", "empty"]).places[1]).toMatchObject({ x: 60, y: 106 });
  expect(placeSeats(["present", "present"]).places[0]).toMatchObject({ x: 60, y: 14 });
});

test("seats never touch each other nor leave the drawing", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.boolean(), (n, wide) => {
      const { places, top } = placeSeats(
        Array.from({ length: n }, (): SeatState => "present"),
        wide,
      );
      for (const [index, { x, y, size }] of places.entries()) {
        const next = places[(index + 1) % n];
        if (n > 1 && next) expect(Math.hypot(x - next.x, y - next.y)).toBeGreaterThan(size);
        expect(Math.hypot(x - 60, y - 60) - size / 2).toBeGreaterThan(top - 0.6);
        expect(Math.max(x, y) + size / 2).toBeLessThanOrEqual(120);
        expect(Math.min(x, y) - size / 2).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test("a clock reads like a clock", () => {
  expect([0, 9, 60, 380, 3980, -5].map(clock)).toEqual(["0:00", "0:09", "1:00", "6:20", "1:06:20", "0:00"]);
});

test("signs are counted as the server counts them", () => {
  const words = { left: "nog {n}", leftOne: "nog 1", over: "{n} te veel", overOne: "1 te veel" };
  expect(codePoints("🌱é")).toBe(2);
  expect([3, 9, 10, 11, 14].map((length) => countText(length, 10, words))).toEqual([
    "nog 7",
    "nog 1",
    "nog 0",
    "1 te veel",
    "4 te veel",
  ]);
});

test("suggestions begin with what was typed, whatever accents or case", () => {
  const options = ["Oude Dijk", "Dijkstraat", "Façadeweg", "Dijk"].map((label) => ({ value: label, label }));
  expect(suggest(options, "dijk").map(({ label }) => label)).toEqual(["Dijk", "Dijkstraat", "Oude Dijk"]);
  expect(suggest(options, "FACADE").map(({ label }) => label)).toEqual(["Façadeweg"]);
  expect(suggest(options, "  ")).toEqual([]);
  expect(suggest([{ value: "1", label: "Vogelhof", detail: "Oosterlaak" }], "oosterl vogel")).toHaveLength(1);
});
