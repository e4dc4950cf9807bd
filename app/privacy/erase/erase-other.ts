/** Why the administrator takes somebody away who does not do so themselves. */
export const erasedBecause = ["deceased", "left", "asked"] as const;
export type ErasedBecause = (typeof erasedBecause)[number];
