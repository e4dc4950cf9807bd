/** `before`: needs are prepared, for oneself; `after`: what was not said yet is added, for all. */
export type Outside = "before" | "after";
export const outsides = ["before", "after"] as const satisfies readonly Outside[];
