import fc from "fast-check";
import { expect, test } from "vitest";
import { layOut } from "./lay-out.ts";
import type { Seen } from "./seen.ts";

const items = fc
  .array(fc.record({ same: fc.option(fc.nat(9), { nil: null }), together: fc.constantFrom(null, "x"), brought: fc.boolean() }), {
    maxLength: 10,
  })
  .map((all) =>
    all.map(
      ({ same, together, brought }, at) =>
        ({
          id: `${at}`,
          // what lies beneath a need has nothing beneath it
          sameAs: same === null || all[same]?.same != null || same === at ? null : { id: `${same}`, number: same },
          together,
          brought,
        }) as unknown as Seen,
    ),
  );

test("each is laid out once: by itself, or beneath a need that is shown", () => {
  fc.assert(
    fc.property(items, (all) => {
      const { shown, others } = layOut(all);
      expect([...shown, ...[...others.values()].flat()].map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
      for (const id of others.keys()) expect(shown.some((one) => one.id === id)).toBe(true);
    }),
  );
});

test("what is not here keeps nothing from being shown", () => {
  const alone = { id: "1", sameAs: { id: "9", number: 9 }, together: null, brought: false } as unknown as Seen;
  expect(layOut([alone]).shown).toEqual([alone]);
});
