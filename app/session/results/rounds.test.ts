import { expect, test } from "vitest";
import { outcomeOf } from "../outcomes/outcome.ts";
import { shareOf } from "./rounds.ts";

const fits = (line: Parameters<typeof outcomeOf>[0]["fits"]) =>
  outcomeOf({ ballots: { status: "withheld" }, fits: line }, []).fits;

test("of answers together is told how many, or that nearly all or nearly none gave them, or nothing [NW20]", () => {
  const holds = ["fits", "conditions"] as const;
  expect(shareOf(fits({ status: "counts", people: 20, counts: [8, 6, 6] }), holds)).toEqual({ people: 14, of: 20 });
  expect(shareOf(fits({ status: "nearly-all", people: 20, columns: ["fits"] }), holds)).toBe("nearly-all");
  expect(shareOf(fits({ status: "nearly-all", people: 20, columns: ["fits", "conditions"] }), holds)).toBe("nearly-all");
  expect(shareOf(fits({ status: "nearly-all", people: 20, columns: ["not"] }), holds)).toBe("nearly-none");
  expect(shareOf(fits({ status: "nearly-all", people: 20, columns: ["conditions", "not"] }), holds)).toBeNull();
  expect(shareOf(fits({ status: "withheld" }), holds)).toBeNull();
});
