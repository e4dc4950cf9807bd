/** Longest texts of the cockpit's forms, in code points. */
export const longestReason = 300;
export const longestAnnouncement = 300;
export const longestNote = 1000;
/** Tables that one message goes to at once. */
export const mostTables = 2_000;
