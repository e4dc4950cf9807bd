const times = Number(process.env.PROPERTY_TIMES) || 0;

/** `npm run test:long`: by hand, on a machine that has the time. */
export const isLong = times > 0;

/** How often a property is tried: `npm run test:long` multiplies by what stands in PROPERTY_TIMES. */
export const runs = (usual = 100): number => usual * Math.max(1, times);

/** All of them in `npm run test:long`; the first few of a list that costs minutes else. */
export const some = <T>(all: readonly T[], usual = 1): readonly T[] => (isLong ? all : all.slice(0, usual));
