/** By code units: the same in every language and place. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
