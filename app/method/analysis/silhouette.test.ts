import { expect, test } from "vitest";
import { random } from "../random.ts";
import { sampleOf, silhouettes } from "./silhouette.ts";

/** Rousseeuw's definition, point by point. */
function slowly(x: Float64Array, y: Float64Array, labels: Uint8Array): number {
  const distance = (i: number, j: number) => Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!);
  const each = [...labels.keys()].map((i) => {
    const mean = (group: number) => {
      const others = [...labels.keys()].filter((j) => labels[j] === group && j !== i);
      return others.reduce((sum, j) => sum + distance(i, j), 0) / others.length;
    };
    const own = mean(labels[i]!);
    const next = Math.min(...[...new Set(labels)].filter((group) => group !== labels[i]).map(mean));
    return Number.isNaN(own) || Math.max(own, next) === 0 ? 0 : (next - own) / Math.max(own, next);
  });
  return each.reduce((sum, one) => sum + one, 0) / each.length;
}

test("[OG4] several partitions at once give what each gives point by point", () => {
  const chance = random(5);
  const x = Float64Array.from({ length: 120 }, chance.normal);
  const y = Float64Array.from({ length: 120 }, chance.normal);
  const partitions = [2, 3, 5, 5, 4].map((k) => ({ k, labels: Uint8Array.from(x, () => chance.below(k)) }));
  silhouettes(x, y, partitions, 1).forEach((value, i) => {
    expect(value).toBeCloseTo(slowly(x, y, partitions[i]!.labels), 10);
  });
});

test("[OG4] sixteen partitions at once are not mixed up", () => {
  const chance = random(6);
  const x = Float64Array.from({ length: 40 }, chance.normal);
  const y = Float64Array.from({ length: 40 }, chance.normal);
  const partitions = Array.from({ length: 16 }, () => ({ k: 5, labels: Uint8Array.from(x, () => chance.below(5)) }));
  silhouettes(x, y, partitions, 1).forEach((value, i) => {
    expect(value).toBeCloseTo(slowly(x, y, partitions[i]!.labels), 10);
  });
});

test("[OG4] points without distance, and a point alone in its group, count 0", () => {
  expect(silhouettes(new Float64Array(6), new Float64Array(6), [{ k: 2, labels: Uint8Array.of(0, 0, 0, 1, 1, 1) }], 1)).toEqual([
    0,
  ]);
  expect(silhouettes(Float64Array.of(0, 9), Float64Array.of(0, 0), [{ k: 2, labels: Uint8Array.of(0, 1) }], 1)).toEqual([0]);
});

test("[OG4] a sample of many has the asked size, each once, and is the same for the same seed", () => {
  const sample = sampleOf(10_000, 3);
  expect(sample.length).toBe(2000);
  expect(new Set(sample).size).toBe(2000);
  expect(sampleOf(10_000, 3)).toEqual(sample);
  expect(sampleOf(10_000, 4)).not.toEqual(sample);
  expect([...sampleOf(4, 1)]).toEqual([0, 1, 2, 3]);
});
