import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { contribution } from "../../contribution/tables.ts";
import { mayDialogue } from "../../dialogue/dialogue.ts";
import { dialogue, person, step } from "../../dialogue/tables.ts";
import { change, type Db, deedBy, type Reader, type Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { ContributionId, DialogueId, PersonId } from "../../platform/ids.ts";
import { group, notesConfirmed } from "../../session/group/tables.ts";
import { reportDraft } from "../tables.ts";
import type { DraftForm } from "./draft.ts";

export async function findDraft(db: Reader, dialogueId: DialogueId) {
  const { version, introduction, conclusions, chosenIds: chosen } = reportDraft;
  const [row] = await db
    .select({ version, introduction, conclusions, chosenIds: chosen })
    .from(reportDraft)
    .where(eq(reportDraft.dialogueId, dialogueId));
  const chosenIds: readonly ContributionId[] = row?.chosenIds ?? [];
  return { version: row?.version ?? 0, introduction: row?.introduction ?? "", conclusions: row?.conclusions ?? "", chosenIds };
}

export type SavedDraft =
  | { readonly status: "saved"; readonly version: number }
  | { readonly status: "conflict"; readonly by: string | null };

/** Saves what people write, based on the version that the writer saw; else nothing is written. */
export async function saveDraft(db: Db, dialogueId: DialogueId, who: PersonId, form: DraftForm): Promise<SavedDraft> {
  return change(db, deedOf(dialogueId, who, "report.write"), async (tx, { unchanged }): Promise<SavedDraft> => {
    await requireDrafting(tx, dialogueId);
    const { version: seen, introduction: first, conclusions: last, updatedBy } = reportDraft;
    const [now] = await tx
      .select({ version: seen, introduction: first, conclusions: last, updatedBy })
      .from(reportDraft)
      .where(eq(reportDraft.dialogueId, dialogueId));
    const { introduction, conclusions } = form;
    const same = now?.introduction === introduction && now.conclusions === conclusions;
    if (now && now.version !== form.version && !same)
      return unchanged({ status: "conflict", by: await nameOf(tx, now.updatedBy) });
    const version = (now?.version ?? 0) + 1;
    const row = { introduction, conclusions, version, updatedBy: who, updatedAt: sql`clock_timestamp()` };
    await tx
      .insert(reportDraft)
      .values({ dialogueId, ...row })
      .onConflictDoUpdate({ target: reportDraft.dialogueId, set: row });
    return { status: "saved", version };
  });
}

export interface GroupNote {
  readonly id: ContributionId;
  readonly number: number;
  readonly text: string;
  readonly group: number | null;
  readonly step: string | null;
  /** The group read it back before the step ended, and nothing changed since. */
  readonly readBack: boolean;
  readonly chosen: boolean;
}

/** Notes of groups, to choose from. */
export async function listNotes(db: Reader, dialogueId: DialogueId): Promise<GroupNote[]> {
  const { chosenIds } = await findDraft(db, dialogueId);
  const rows = await db
    .select({
      id: contribution.id,
      number: contribution.number,
      text: contribution.text,
      group: group.number,
      step: step.title,
      readBack: sql<boolean>`${contribution.groupId} is null or exists (select 1 from ${notesConfirmed}
        where ${notesConfirmed.groupId} = ${contribution.groupId} and ${notesConfirmed.stepId} = ${contribution.stepId}
        and ${notesConfirmed.at} >= ${contribution.updatedAt})`,
    })
    .from(contribution)
    .leftJoin(group, eq(group.id, contribution.groupId))
    .leftJoin(step, eq(step.id, contribution.stepId))
    .where(
      and(matches(contribution, { dialogueId, kind: "note", state: "visible" }), inArray(contribution.shared, ["group", "all"])),
    )
    .orderBy(asc(step.position), asc(group.number), asc(contribution.number));
  const chosen = new Set<string>(chosenIds);
  return rows.map((row) => ({ ...row, chosen: chosen.has(row.id) }));
}

/** Adds and takes out notes; two people who choose at once both get what they chose. */
export async function chooseNotes(
  db: Db,
  dialogueId: DialogueId,
  who: PersonId,
  { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
): Promise<void> {
  await change(db, deedOf(dialogueId, who, "report.choose"), async (tx, { unchanged }) => {
    await requireDrafting(tx, dialogueId);
    const known = new Set<string>((await listNotes(tx, dialogueId)).map(({ id }) => id));
    const { chosenIds } = await findDraft(tx, dialogueId);
    const kept = chosenIds.filter((id) => !remove.includes(id));
    const fresh = add.filter((id): id is ContributionId => known.has(id) && !kept.some((one) => one === id));
    if (fresh.length === 0 && kept.length === chosenIds.length) return unchanged(undefined);
    const row = { chosenIds: [...kept, ...fresh] };
    await tx
      .insert(reportDraft)
      .values({ dialogueId, ...row })
      .onConflictDoUpdate({ target: reportDraft.dialogueId, set: row });
  });
}

export async function requireDrafting(tx: Tx, dialogueId: DialogueId): Promise<void> {
  const [row] = await tx.select({ state: dialogue.state }).from(dialogue).where(eq(dialogue.id, dialogueId));
  if (!row || !mayDialogue(row.state, "draftReport")) throw new Refused("not-now");
}

const deedOf = (dialogueId: DialogueId, who: PersonId, what: string) => deedBy(who, dialogueId, what, "dialogue", dialogueId);

export async function nameOf(tx: Tx, id: PersonId | null): Promise<string | null> {
  if (!id) return null;
  const [row] = await tx.select({ name: person.name }).from(person).where(eq(person.id, id));
  return row?.name || null;
}
