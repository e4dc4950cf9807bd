/** How often a property is tried: `npm run test:long` multiplies by what stands in PROPERTY_TIMES. */
export const runs = (usual = 100): number => usual * Math.max(1, Number(process.env.PROPERTY_TIMES) || 1);
