import { expect, test } from "vitest";
import { transitionsOf, waysOut } from "./transitions.ts";

test("each state lists where each event leads, in the order in which it stands there", () => {
  const ways = transitionsOf<"open" | "kept" | "dropped", "keep" | "drop" | "reopen">({
    open: { keep: "kept", drop: "dropped" },
    kept: { reopen: "open" },
  });
  expect(ways).toEqual([
    { from: "open", to: "kept", event: "keep" },
    { from: "open", to: "dropped", event: "drop" },
    { from: "kept", to: "open", event: "reopen" },
  ]);
  expect(waysOut(ways, "open")).toEqual(["keep", "drop"]);
  expect(waysOut(ways, "dropped")).toEqual([]);
});
