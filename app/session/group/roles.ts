import type { PersonId } from "../../platform/ids.ts";

export const groupRoles = ["note-taker", "speaker"] as const;
export type GroupRole = (typeof groupRoles)[number];

/** How often each person had each role in this session. */
export type Turns = ReadonlyMap<PersonId, Readonly<Record<GroupRole, number>>>;

/**
 * Whose turn it is: nobody has a role twice before all at the table had it once, and nobody has both while others have none.
 * @param members in the order in which they sat down; only who can take a role
 */
export function whoseTurn(members: readonly PersonId[], turns: Turns): Readonly<Record<GroupRole, PersonId | null>> {
  const had = (id: PersonId, role: GroupRole) => turns.get(id)?.[role] ?? 0;
  const next = (role: GroupRole, not: PersonId | null) => {
    const other = role === "speaker" ? "note-taker" : "speaker";
    const able = members.filter((id) => id !== not);
    return able.toSorted((a, b) => had(a, role) - had(b, role) || had(a, other) - had(b, other))[0] ?? null;
  };
  const notes = next("note-taker", null);
  return { "note-taker": notes, speaker: next("speaker", notes) };
}
