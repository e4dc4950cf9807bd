import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../tests/runs.ts";
import { Busy, makeBatch } from "./batch.ts";

const options = { most: 10, inFlight: 1, queueMost: 1000 };

describe("a batch", () => {
  test("answers each with its own result, in order, whatever the sizes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer(), { maxLength: 60 }), fc.integer({ min: 1, max: 7 }), async (items, most) => {
        const sizes: number[] = [];
        const batch = makeBatch(
          async (given: readonly number[]) => {
            sizes.push(given.length);
            return given.map((n) => n * 2);
          },
          { ...options, most },
        );
        expect(await Promise.all(items.map((n) => batch.add(n)))).toEqual(items.map((n) => n * 2));
        expect(sizes.every((size) => size <= most)).toBe(true);
        expect(sizes.reduce((a, b) => a + b, 0)).toBe(items.length);
      }),
      { numRuns: runs(20) },
    );
  });

  test("a bad item spoils only itself", async () => {
    const batch = makeBatch(async (given: readonly number[]) => {
      if (given.includes(3)) throw new Error("three");
      return given;
    }, options);
    const results = await Promise.allSettled([1, 2, 3, 4].map((n) => batch.add(n)));
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
  });

  test("of many, one bad item costs a few writes more, not one each", async () => {
    let writes = 0;
    const batch = makeBatch(
      async (given: readonly number[]) => {
        writes += 1;
        if (given.includes(300)) throw new Error("three hundred");
        return given;
      },
      { ...options, most: 512 },
    );
    const results = await Promise.allSettled(Array.from({ length: 512 }, (_, n) => batch.add(n)));
    expect(results.flatMap(({ status }, n) => (status === "rejected" ? [n] : []))).toEqual([300]);
    expect(writes).toBe(1 + 2 * 9);
  });

  test("a fault that is about all is not tried again for each", async () => {
    let writes = 0;
    const batch = makeBatch<number, number>(
      async () => {
        writes += 1;
        throw new Error("away");
      },
      { ...options, isOfAll: (error) => (error as Error).message === "away" },
    );
    const results = await Promise.allSettled([1, 2, 3, 4].map((n) => batch.add(n)));
    expect(results.map(({ status }) => status)).toEqual(Array(4).fill("rejected"));
    expect(writes).toBe(1);
  });

  test("never writes more at once than it may", async () => {
    let now = 0;
    let most = 0;
    const batch = makeBatch(
      async (given: readonly number[]) => {
        most = Math.max(most, ++now);
        await new Promise((done) => setTimeout(done, 1));
        now--;
        return given;
      },
      { ...options, inFlight: 2 },
    );
    await Promise.all(Array.from({ length: 100 }, (_, i) => batch.add(i)));
    expect(most).toBeLessThanOrEqual(2);
  });

  test("a full line says so at once", async () => {
    const batch = makeBatch(() => new Promise<number[]>(() => {}), { ...options, most: 1, queueMost: 2 });
    for (let i = 0; i < 3; i++) batch.add(i).catch(() => {});
    await expect(batch.add(9)).rejects.toBeInstanceOf(Busy);
  });
});
