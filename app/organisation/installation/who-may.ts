import type { Role } from "../../dialogue/people/role.ts";

interface Rule {
  readonly read: readonly Role[];
  readonly write?: readonly Role[];
}
export type Rules = Readonly<Record<string, Rule>>;

/** The parts of the table of who may enter, in the order in which people meet them. */
const parts = ["public", "links", "mine", "room", "team", "dialogue", "hall", "harvest", "installation"] as const;
type Part = (typeof parts)[number];

const signs: readonly (readonly [Part, RegExp])[] = [
  ["installation", /^\/beheer\b/],
  ["links", /\/:token\b/],
  ["mine", /^\/(mijn|netwerk)\b/],
  ["room", /^(\/bijeenkomst\b|socket:participant)/],
  ["hall", /^(\/team\/:dialogue\/(bijeenkomst|ondertiteling|scherm|toehoren)\b(?!en)|socket:)/],
  [
    "harvest",
    /^(\/team\/:dialogue\/(inzichten|themas|prioriteiten|verslag|terugkoppeling|programma|netwerk|bijdragen)\b|stream:)/,
  ],
  ["dialogue", /^\/team\/:dialogue\b/],
  ["team", /^\/team\b/],
];
const partOf = (pattern: string): Part => signs.find(([, sign]) => sign.test(pattern))?.[0] ?? "public";

/** In the order in which they are told. */
const roles: readonly Role[] = [
  ...(["anyone", "application", "registrant", "participant", "at-door", "signed-in", "creator", "organiser"] as const),
  ...(["facilitator", "analyst", "note-taker", "observer", "administrator"] as const),
];

export type Deed = "read" | "write" | "both";
export interface WhoMay {
  readonly pattern: string;
  readonly reads: readonly Role[];
  readonly writes: readonly Role[];
}
export interface PartOfTable {
  readonly part: Part;
  /** Who stands in this part at all. */
  readonly roles: readonly Role[];
  readonly rows: readonly WhoMay[];
}

/** Roles x actions, as the table that is enforced has them; without what only development opens. */
export function tableOf(rules: Rules, only?: Role): PartOfTable[] {
  const rows = Object.entries(rules)
    .filter(([pattern]) => !pattern.startsWith("/_"))
    .map(([pattern, { read, write = [] }]) => ({ pattern, reads: sorted(read), writes: sorted(write) }))
    .filter(({ reads, writes }) => !only || reads.includes(only) || writes.includes(only));
  const byPart = Map.groupBy(rows, ({ pattern }) => partOf(pattern));
  return parts
    .map((part) => ({ part, rows: byPart.get(part) ?? [] }))
    .filter(({ rows }) => rows.length > 0)
    .map((one) => ({
      ...one,
      roles: roles.filter((role) => one.rows.some(({ reads, writes }) => reads.includes(role) || writes.includes(role))),
    }));
}

const sorted = (some: readonly Role[]): Role[] => roles.filter((role) => some.includes(role));

/** Who can be asked for: everybody that the table names. */
export const rolesIn = (rules: Rules): Role[] =>
  sorted(Object.values(rules).flatMap(({ read, write = [] }) => [...read, ...write]));

export function deedOf({ reads, writes }: WhoMay, role: Role): Deed | null {
  if (writes.includes(role)) return reads.includes(role) ? "both" : "write";
  return reads.includes(role) ? "read" : null;
}
