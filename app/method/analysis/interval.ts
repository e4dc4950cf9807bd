export type Interval = { readonly low: number; readonly high: number };

/** 97.5th and 95th percentile of the normal distribution: for intervals of 95% and 90% */
export const z95 = 1.959963984540054;
export const z90 = 1.6448536269514722;

/**
 * Wilson's interval for a share, 95% unless told otherwise.
 * @param chosen how many of them, a whole number from 0 to `people`
 * @param people how many in all, a whole number
 * @param z how wide, in standard deviations
 * @returns shares from 0 to 1, low <= chosen / people <= high; without people nothing is known: 0 to 1
 * @throws RangeError when `chosen` is no count out of `people`
 * @see Wilson 1927, "Probable inference, the law of succession, and statistical inference", without continuity correction
 */
export function wilson(chosen: number, people: number, z = z95): Interval {
  if (!Number.isInteger(chosen) || !Number.isInteger(people) || chosen < 0 || chosen > people)
    throw new RangeError(`${chosen} is not a count out of ${people}`);
  if (people === 0) return { low: 0, high: 1 };
  const share = chosen / people;
  const z2 = z * z;
  const middle = (share + z2 / (2 * people)) / (1 + z2 / people);
  const half = (z / (1 + z2 / people)) * Math.sqrt((share * (1 - share)) / people + z2 / (4 * people * people));
  // exact at the ends, where rounding would leave 1e-17 below 0 or cut off the share itself
  return { low: chosen === 0 ? 0 : Math.min(share, middle - half), high: chosen === people ? 1 : Math.max(share, middle + half) };
}
