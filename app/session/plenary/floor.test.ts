import { expect, test } from "vitest";
import type { FloorId, PersonId } from "../../platform/ids.ts";
import { type Ask, inOrder } from "./floor.ts";

const ask = (id: string, of: Partial<Ask>): Ask => ({
  ...{ id: id as FloorId, personId: id as PersonId, name: id, fieldId: null, how: "aloud", askedAt: 0, spoke: 0, wrote: false },
  ...of,
});
const order = (...asks: readonly Ask[]) =>
  inOrder(asks)
    .map(({ id }) => id)
    .join("");

test("who neither spoke nor wrote comes first, then who asked first", () => {
  expect(order(ask("a", { askedAt: 1, spoke: 1 }), ask("b", { askedAt: 2, wrote: true }), ask("c", { askedAt: 3 }))).toBe("cab");
  expect(order(ask("b", { askedAt: 2 }), ask("a", { askedAt: 1 }))).toBe("ab");
});

test("how somebody takes part makes no difference, and neither does the order in which the list is read", () => {
  const asks = [ask("a", { how: "text", askedAt: 2 }), ask("b", { how: "aloud", askedAt: 1 }), ask("c", { askedAt: 2 })];
  expect(order(...asks)).toBe("bac");
  expect(order(...asks.toReversed())).toBe("bac");
});
