/** How long to wait before a process that fell is begun again, in ms: at once the first time, then ever longer. @param falls in a row */
export const backOff = (falls: number): number => Math.min(10_000, 100 * 2 ** Math.max(0, falls - 1));
