import { expect, test } from "vitest";
import { random } from "../random.ts";
import { adjustedRand } from "./agreement.ts";
import { partitions } from "./clusters.ts";

function clouds(sizes: readonly number[], seed: number) {
  const chance = random(seed);
  const truth = sizes.flatMap((size, group) => Array.from({ length: size }, () => group));
  return {
    truth,
    x: Float64Array.from(truth, (group) => 6 * group + chance.normal()),
    y: Float64Array.from(truth, (group) => (group % 2) * 6 + chance.normal()),
  };
}

test("[OG4] separate clouds are found, the largest first", () => {
  const { truth, x, y } = clouds([20, 60, 40], 1);
  const [best] = partitions(x, y, [3], 1);
  expect(adjustedRand(truth, best!.labels)).toBe(1);
  expect([0, 1, 2].map((label) => best!.labels.filter((one) => one === label).length)).toEqual([60, 40, 20]);
});

test("[OG4] above 5,000 people base clusters find the same", () => {
  const { truth, x, y } = clouds([4000, 2500], 2);
  expect(adjustedRand(truth, partitions(x, y, [2], 1)[0]!.labels)).toBe(1);
});

test("[OG4] no group is smaller than five: four people apart make no group", () => {
  const { x, y } = clouds([30, 4], 3);
  for (const k of [2, 3, 4, 5])
    for (const { labels } of partitions(x, y, [k], 1))
      for (let label = 0; label < k; label++) expect(labels.filter((one) => one === label).length).toBeGreaterThanOrEqual(5);
  expect(partitions(new Float64Array(9), new Float64Array(9), [2], 1)).toEqual([]);
});

test("[OG4] people who count more than once count so in the groups", () => {
  const { truth, x, y } = clouds([3, 40], 4);
  expect(partitions(x, y, [2], 1).some(({ labels }) => adjustedRand(truth, labels) === 1)).toBe(false);
  const weights = Float64Array.from(truth, (group) => (group === 0 ? 4 : 1));
  expect(adjustedRand(truth, partitions(x, y, [2], 1, weights)[0]!.labels)).toBe(1);
});
