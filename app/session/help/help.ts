/** Longest reason for help, in code points. */
export const helpLimit = 300;
