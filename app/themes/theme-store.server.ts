import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import { backing, contribution, field, group, party, person, placement, theme, themeEvent } from "../db/schema.ts";
import type { ContributionId, DialogueId, PersonId, ThemeId } from "../ids.ts";
import type { Reader } from "../platform/change.server.ts";
import type { ThemeOperation } from "./theme-history.ts";
import type { Done } from "./theme-undo.ts";

export type StoredDone = Done & {
  readonly id: number;
  readonly by: string | null;
  readonly byId: PersonId | null /** Placed by the machine. */;
  readonly sure: boolean;
};

/** All that was done with the themes of a dialogue, in order. */
export async function listDone(db: Reader, dialogueId: DialogueId): Promise<StoredDone[]> {
  const rows = await db
    .select({ id: themeEvent.id, kind: themeEvent.kind, payload: themeEvent.payload, byId: themeEvent.byId, by: person.name })
    .from(themeEvent)
    .leftJoin(person, eq(person.id, themeEvent.byId))
    .where(eq(themeEvent.dialogueId, dialogueId))
    .orderBy(asc(themeEvent.id));
  return rows.map(({ id, kind, payload, byId, by }) => {
    const { step, undoes = null, sure, ...operation } = payload as { step: number; undoes?: number; sure?: number };
    // Written by `keep` below only.
    return {
      id,
      by,
      byId,
      step,
      undoes,
      sure: sure !== undefined,
      operation: { kind, ...operation } as unknown as ThemeOperation,
    };
  });
}

export type ThemeRow = typeof theme.$inferSelect;

export async function listThemeRows(db: Reader, dialogueId: DialogueId): Promise<ReadonlyMap<ThemeId, ThemeRow>> {
  const rows = await db.select().from(theme).where(eq(theme.dialogueId, dialogueId)).orderBy(asc(theme.position));
  return new Map(rows.map((row) => [row.id, row]));
}

export interface Need {
  readonly id: ContributionId;
  readonly number: number;
  readonly text: string;
  readonly situation: string;
  readonly forWhom: string;
  readonly tried: string;
  readonly weight: "" | "light" | "heavy" | "very-heavy";
  readonly wouldHelp: string;
  readonly fieldId: string | null;
  readonly field: string | null;
  readonly shape: number | null;
  readonly party: string | null;
  readonly group: number | null;
  readonly createdAt: Date;
}

/** Needs that may be placed: shared, and neither withdrawn, hidden nor erased. Who wrote them stays out of it. */
export async function listNeeds(db: Reader, dialogueId: DialogueId): Promise<Need[]> {
  return db
    .select({
      id: contribution.id,
      number: contribution.number,
      text: contribution.text,
      situation: contribution.situation,
      forWhom: contribution.forWhom,
      tried: contribution.tried,
      weight: contribution.weight,
      wouldHelp: contribution.wouldHelp,
      fieldId: contribution.fieldId,
      field: field.name,
      shape: field.shape,
      party: party.name,
      group: group.number,
      createdAt: contribution.createdAt,
    })
    .from(contribution)
    .leftJoin(field, eq(field.id, contribution.fieldId))
    .leftJoin(party, eq(party.id, contribution.partyId))
    .leftJoin(group, eq(group.id, contribution.groupId))
    .where(and(...visible(dialogueId), eq(contribution.kind, "need")))
    .orderBy(asc(contribution.number));
}

const visible = (dialogueId: DialogueId) => [
  eq(contribution.dialogueId, dialogueId),
  eq(contribution.state, "visible"),
  inArray(contribution.shared, ["group", "all"]),
];

/** The people behind each contribution of a kind: who wrote it, and who recognised it. For counting only. */
export async function listBehind(
  db: Reader,
  dialogueId: DialogueId,
): Promise<ReadonlyMap<ContributionId, ReadonlySet<PersonId>>> {
  const writers = await db
    .select({ id: contribution.id, personId: contribution.personId })
    .from(contribution)
    .where(and(...visible(dialogueId)));
  const backers = await db
    .select({ id: backing.contributionId, personId: backing.personId })
    .from(backing)
    .innerJoin(contribution, eq(contribution.id, backing.contributionId))
    .where(and(...visible(dialogueId)));
  const behind = new Map<ContributionId, Set<PersonId>>(writers.map(({ id }) => [id, new Set()]));
  for (const { id, personId } of [...writers, ...backers]) if (personId) behind.get(id)?.add(personId);
  return behind;
}

/** The needs that the machine placed and nobody has moved since, with how sure it was (0 to 1). */
export async function listSure(db: Reader, dialogueId: DialogueId): Promise<ReadonlyMap<ContributionId, number>> {
  const rows = await db
    .select({ id: placement.contributionId, sure: placement.sure })
    .from(placement)
    .innerJoin(theme, eq(theme.id, placement.themeId))
    .where(and(eq(theme.dialogueId, dialogueId), isNotNull(placement.sure)));
  return new Map(rows.map(({ id, sure }) => [id, sure ?? 0]));
}
