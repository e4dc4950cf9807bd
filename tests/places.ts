import { access } from "../app/dialogue/access/access.ts";
import type { Role } from "../app/dialogue/people/role.ts";

/** What the addresses of an invented dialogue are filled with. */
export interface Filled {
  readonly slug: string;
  readonly sessionId: string;
  readonly others?: Readonly<Record<string, string>>;
}

/** Every address by its pattern, but for the parts of the screen, which exist in development only. */
export const patterns = Object.keys(access).filter((pattern) => pattern.startsWith("/"));

export function pathOf(pattern: string, made: Filled): string {
  return pattern
    .replace(/:(\w+)/g, (whole, name: string) => {
      if (name === "dialogue") return made.slug;
      if (name === "session") return made.sessionId;
      return made.others?.[name] ?? (name === "token" ? "onbekend" : name === "number" ? "1" : whole);
    })
    .replace(/:\w+/g, "00000000-0000-4000-8000-000000000000");
}

/** Where somebody with these roles may look. */
export const readableBy = (roles: readonly Role[]): string[] =>
  patterns.filter((pattern) => access[pattern]?.read.some((role) => roles.includes(role)));

export const writable = patterns.filter((pattern) => access[pattern]?.write);
