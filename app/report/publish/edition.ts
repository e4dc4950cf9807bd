/** What a version of a report is called: the first that came out is 1.0, the next 1.1. */
export const edition = (number: number): string => `1.${number - 1}`;
