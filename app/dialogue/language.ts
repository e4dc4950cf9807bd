/** The languages in which a dialogue can be written: those of the interface. */
export const languages = ["nl", "en"] as const;
