/** Longest text of an insight, in code points; the organiser's are held to the same. */
export const insightLimit = 300;
/** More of one person would make the check long for everybody. */
export const proposalsEach = 3;
