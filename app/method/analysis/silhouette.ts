import { random } from "../random.ts";

/** Above this many points the mean is taken over a seeded sample [OG4]. */
const mostExact = 2000;

/**
 * How much nearer people are to their own group than to the next one: mean of (b - a) / max(a, b), where a is the mean
 * distance to the others in the own group, b the least mean distance to another group [OG4].
 * @param labelings one or more partitions of the same points, labels 0..k-1; computed together, since distances are the work
 * @returns per partition a mean in -1..1; a point that is alone in its group counts 0, and so do points without distance
 * @throws never
 * @see Rousseeuw 1987, "Silhouettes"
 */
export function silhouettes(
  x: Float64Array,
  y: Float64Array,
  labelings: readonly { readonly k: number; readonly labels: Uint8Array }[],
  seed: number,
): number[] {
  if (labelings.length === 0 || x.length === 0) return labelings.map(() => 0);
  // sorted by their labels in all partitions, so that the inner loop adds up plain stretches
  const sample = sampleOf(x.length, seed);
  // 3 bits each: room for 17
  const key = Float64Array.from(sample, (i) => labelings.reduce((sum, { labels }) => sum * 8 + labels[i]!, 0));
  const order = Uint32Array.from(sample, (_, at) => at).sort((a, b) => key[a]! - key[b]! || a - b);
  const px = Float64Array.from(order, (at) => x[sample[at]!]!);
  const py = Float64Array.from(order, (at) => y[sample[at]!]!);
  const ends: number[] = [];
  for (let at = 1; at <= order.length; at++) if (at === order.length || key[order[at]!] !== key[order[at - 1]!]) ends.push(at);
  const stretchLabels = labelings.map(({ labels }) => ends.map((end) => labels[sample[order[end - 1]!]!]!));
  const sizes = labelings.map(({ k }, p) => {
    const size = new Float64Array(k);
    ends.forEach((end, s) => {
      size[stretchLabels[p]![s]!]! += end - (s === 0 ? 0 : ends[s - 1]!);
    });
    return size;
  });

  const distances = distancesToStretches(px, py, ends);
  const totals = new Float64Array(labelings.length);
  for (let i = 0, own = 0; i < px.length; i++) {
    if (i === ends[own]) own++;
    for (let p = 0; p < labelings.length; p++)
      totals[p]! += silhouetteOf(distances, i, px.length, stretchLabels[p]!, sizes[p]!, own);
  }
  return Array.from(totals, (total) => total / px.length);
}

/** The distances from each point to all others, summed per stretch: that of point i to stretch s at s * points + i. */
function distancesToStretches(px: Float64Array, py: Float64Array, ends: readonly number[]): Float64Array {
  const size = px.length;
  const sums = new Float64Array(ends.length * size);
  for (let i = 0, own = 0; i < size; i++) {
    if (i === ends[own]) own++;
    const toOwn = sums.subarray(own * size, (own + 1) * size);
    for (let s = own, from = i + 1; s < ends.length; s++) {
      const end = ends[s]!;
      sums[s * size + i]! += addDistances(px, py, i, from, end, toOwn);
      from = end;
    }
  }
  return sums;
}

/** The hot loop: each distance is taken once, for both its ends. Returns their sum. */
function addDistances(px: Float64Array, py: Float64Array, i: number, from: number, end: number, toOther: Float64Array): number {
  const x = px[i]!;
  const y = py[i]!;
  let sum = 0;
  for (let j = from; j < end; j++) {
    const dx = px[j]! - x;
    const dy = py[j]! - y;
    const distance = Math.sqrt(dx * dx + dy * dy);
    sum += distance;
    toOther[j]! += distance;
  }
  return sum;
}

const perGroup = new Float64Array(16);

function silhouetteOf(
  distances: Float64Array,
  point: number,
  points: number,
  labels: readonly number[],
  sizes: Float64Array,
  own: number,
): number {
  const k = sizes.length;
  for (let c = 0; c < k; c++) perGroup[c] = 0;
  for (let s = 0; s < labels.length; s++) perGroup[labels[s]!]! += distances[s * points + point]!;
  const mine = labels[own]!;
  if (sizes[mine]! < 2) return 0;
  const inside = perGroup[mine]! / (sizes[mine]! - 1);
  let outside = Number.POSITIVE_INFINITY;
  for (let c = 0; c < k; c++) if (c !== mine && sizes[c]! > 0) outside = Math.min(outside, perGroup[c]! / sizes[c]!);
  const larger = Math.max(inside, outside);
  return Number.isFinite(larger) && larger > 0 ? (outside - inside) / larger : 0;
}

/** @returns indices in rising order: all, or `most` drawn by chance (Floyd's algorithm) */
export function sampleOf(size: number, seed: number, most = mostExact): Uint32Array {
  if (size <= most) return Uint32Array.from({ length: size }, (_, i) => i);
  const chance = random(seed, 2);
  const drawn = new Set<number>();
  for (let i = size - most; i < size; i++) {
    const one = chance.below(i + 1);
    drawn.add(drawn.has(one) ? i : one);
  }
  return Uint32Array.from(drawn).sort();
}
