/** What an application may beyond what anybody may. `dialogen`: ask more in a minute; `gebeurtenissen`: read what happened. */
export const scopes = ["dialogen", "gebeurtenissen"] as const;
export type Scope = (typeof scopes)[number];
