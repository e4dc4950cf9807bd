import { expect, test } from "vitest";
import { lruCache } from "./lru-cache.ts";

test("what has the same name is made once, also when asked for twice at once", async () => {
  const keep = lruCache<number>(2);
  let made = 0;
  const make = async () => ++made;
  expect(await Promise.all([keep("a", make), keep("a", make)])).toEqual([1, 1]);
  expect(await keep("b", make)).toBe(2);
});

test("what was asked for longest ago goes first", async () => {
  const keep = lruCache<string>(2);
  for (const name of ["a", "b", "a", "c"]) await keep(name, async () => `first ${name}`);
  expect(await keep("a", async () => "again")).toBe("first a");
  expect(await keep("b", async () => "again")).toBe("again");
});

test("what failed is made anew", async () => {
  const keep = lruCache<number>(2);
  await expect(keep("a", async () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await keep("a", async () => 1)).toBe(1);
});
