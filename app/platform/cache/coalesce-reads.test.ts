import fc from "fast-check";
import { expect, test } from "vitest";
import { coalesceReads } from "./coalesce-reads.ts";

/** A database that counts its readings, and answers when it is let. */
function slow() {
  const waits: ((fails?: boolean) => void)[] = [];
  let version = 0;
  let readings = 0;
  const read = coalesceReads((_db: object, name: string) => {
    readings += 1;
    const seen = `${name} ${version}`;
    return new Promise<string>((resolve, reject) => waits.push((fails) => (fails ? reject(new Error("away")) : resolve(seen))));
  });
  return {
    db: {},
    read,
    change: () => ++version,
    get readings() {
      return readings;
    },
    async answer(fails = false) {
      waits.shift()?.(fails);
      for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    },
    get waiting() {
      return waits.length;
    },
  };
}

test("all who ask while it is read share the next reading", async () => {
  const { db, read, change, answer, ...counts } = slow();
  const first = read(db, "stand");
  change();
  const later = [read(db, "stand"), read(db, "stand"), read(db, "stand")];
  await answer();
  expect(await first).toBe("stand 0");
  await answer();
  expect(await Promise.all(later)).toEqual(["stand 1", "stand 1", "stand 1"]);
  expect(counts.waiting).toBe(0);
});

test("another question, or another database, is another reading", async () => {
  const one = slow();
  void one.read(one.db, "a");
  void one.read(one.db, "b");
  void one.read({}, "a");
  expect(one.readings).toBe(3);
});

test("a fault is told to who waited for it, and the next reading goes on", async () => {
  const one = slow();
  const [first, second] = [one.read(one.db, "a"), one.read(one.db, "a")];
  const told = expect(first).rejects.toThrow("away");
  await one.answer(true);
  await told;
  await one.answer();
  expect(await second).toBe("a 0");
  void one.read(one.db, "a");
  expect(one.readings).toBe(3);
});

test("what anybody gets was read after they asked, whatever the order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom("ask", "change", "answer"), { maxLength: 60 }), async (deeds) => {
      const one = slow();
      const asked: { readonly at: number; readonly got: Promise<string> }[] = [];
      let version = 0;
      for (const deed of deeds) {
        if (deed === "ask") asked.push({ at: version, got: one.read(one.db, "a") });
        else if (deed === "change") version = one.change();
        else await one.answer();
      }
      while (one.waiting > 0) await one.answer();
      for (const { at, got } of asked) expect(Number((await got).split(" ")[1])).toBeGreaterThanOrEqual(at);
      expect(one.readings).toBeLessThanOrEqual(asked.length);
    }),
  );
});
