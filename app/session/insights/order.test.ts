import fc from "fast-check";
import { expect, test } from "vitest";
import { nextInsight, priority, viewsFirst } from "../../method/analysis/priority.ts";
import { random } from "../../method/random.ts";
import { orderFor, type Unanswered } from "./order.ts";

const fresh = (id: string, about: Partial<Unanswered> = {}): Unanswered => ({
  id,
  seen: 0,
  agree: 0,
  skip: 0,
  extremity: 0,
  invited: false,
  ...about,
});
const who = { person: "p1", answered: 0 };

test("the formula of OG11, by hand", () => {
  expect(priority(fresh("a"))).toBeCloseTo((0.5 * 0.5 * 9) ** 2, 12);
  expect(priority(fresh("a", { seen: 8, agree: 4, skip: 1, extremity: 1 }))).toBeCloseTo(
    (0.8 * 2 * 0.5 * (1 + 8 * 2 ** (-8 / 5))) ** 2,
    12,
  );
});

test("after the floor an insight is drawn in proportion to its priority", () => {
  const two = [fresh("a", { seen: 30, agree: 25 }), fresh("b", { seen: 30, agree: 5 })];
  const [a = 0, b = 0] = two.map(priority);
  const draws = Array.from({ length: 4000 }, (_, i) => nextInsight(two, random(`draw ${i}`))?.id);
  expect(draws.filter((id) => id === "a").length / draws.length).toBeCloseTo(a / (a + b), 1);
});

test("the same person gets the same order, another mostly another; who goes on, goes on in it", () => {
  const all = Array.from({ length: 12 }, (_, i) => fresh(`i${i}`));
  const order = orderFor(all, who);
  expect(orderFor(all.toReversed().toReversed(), who)).toEqual(order);
  const orders = new Set(Array.from({ length: 20 }, (_, i) => orderFor(all, { person: `p${i}`, answered: 0 }).join()));
  expect(orders.size).toBeGreaterThan(15);
  const rest = all.filter(({ id }) => id !== order[0]);
  expect(orderFor(rest, { ...who, answered: 1 })).toHaveLength(11);
});

test("what changed since somebody answered it comes first", () => {
  const all = [fresh("a"), fresh("b", { seen: 40, invited: true }), fresh("c")];
  expect(orderFor(all, who)[0]).toBe("b");
});

test("every insight is in the order once, however many there are", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 30 }), { maxLength: 90 }), fc.string(), (views, person) => {
      const all = views.map((seen, i) => fresh(`i${i}`, { seen, agree: seen >> 1 }));
      expect(orderFor(all, { person, answered: 3 }).sort()).toEqual(all.map(({ id }) => id).sort());
    }),
  );
});

/** People come in bursts, some answer one insight and go, others answer all; each asks again after each answer. */
test("nobody gets an insight that has its views while one they did not see lacks them, also with skewed arrival [OG11]", () => {
  const stays = fc.array(fc.oneof(fc.constant(1), fc.nat({ max: 3 }), fc.nat({ max: 20 })), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 15 }), stays, fc.nat(), (insights, people, seed) => {
      const chance = random(seed);
      const seen = new Map(Array.from({ length: insights }, (_, i) => [`i${i}`, 0]));
      const room = people.map((stay, i) => ({ person: `p${i}`, stay, did: new Set<string>() }));
      let here = room.filter(({ stay }) => stay > 0);
      while (here.length > 0) {
        const one = chance.pick(here.slice(0, 1 + chance.below(here.length)));
        if (!one) break;
        const unseen = [...seen].filter(([id]) => !one.did.has(id)).map(([id, n]) => fresh(id, { seen: n, agree: n }));
        const [next] = orderFor(unseen, { person: one.person, answered: one.did.size });
        if (next !== undefined) {
          const views = seen.get(next) ?? 0;
          if (views >= viewsFirst) for (const { seen: other } of unseen) expect(other).toBeGreaterThanOrEqual(viewsFirst);
          else for (const { seen: other } of unseen) expect(other).toBeGreaterThanOrEqual(views);
          seen.set(next, views + 1);
          one.did.add(next);
        }
        if (next === undefined || one.did.size >= one.stay) here = here.filter((other) => other !== one);
      }
    }),
    { numRuns: 60 },
  );
});
