import fc from "fast-check";
import { expect, test } from "vitest";
import { freeSlug, slugOf } from "./slug.ts";

test("a title becomes part of an address", () => {
  expect(slugOf("Thema’s in de wijk: één plan")).toBe("themas-in-de-wijk-een-plan");
  expect(slugOf("  --  ")).toBe("dialoog");
  expect(slugOf("对话 🙂")).toBe("dialoog");
});

test("a slug is what an address can hold", () => {
  fc.assert(fc.property(fc.string(), (title) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slugOf(title)) && slugOf(title).length <= 60));
});

test("a slug is never taken twice, nor the address of another page", () => {
  expect(freeSlug("wijk", new Set())).toBe("wijk");
  expect(freeSlug("wijk", new Set(["wijk", "wijk-2"]))).toBe("wijk-3");
  expect(freeSlug("nieuw", new Set())).toBe("nieuw-2");
});
