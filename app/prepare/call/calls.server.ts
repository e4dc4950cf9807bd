import { and, asc, count, desc, eq, isNull, sql } from "drizzle-orm";
import { registration } from "../../dialogue/people/tables.ts";
import { call, dialogue, field, party, person, privacyText, session, step } from "../../dialogue/tables.ts";
import { change, type Db, deedBy, type Reader, type Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { DialogueId, PersonId } from "../../platform/ids.ts";
import { report } from "../../report/tables.ts";
import { type CallForm, callFields } from "./call.ts";

export async function findPrivacy(db: Reader, dialogueId: DialogueId) {
  const [row] = await db
    .select()
    .from(privacyText)
    .where(eq(privacyText.dialogueId, dialogueId))
    .orderBy(desc(privacyText.version))
    .limit(1);
  return row ?? { dialogueId, version: 0, text: "", at: new Date(0) };
}

/** All that the public page of a call shows. */
export async function findCall(db: Reader, dialogueId: DialogueId) {
  const [texts, fields, parties, sessions, taken, published, privacy] = await Promise.all([
    db.select().from(call).where(eq(call.dialogueId, dialogueId)),
    db
      .select({ id: field.id, name: field.name, shape: field.shape })
      .from(field)
      .where(and(eq(field.dialogueId, dialogueId), isNull(field.removedAt)))
      .orderBy(asc(field.position)),
    db
      .select({ id: party.id, name: party.name })
      .from(party)
      .where(and(eq(party.dialogueId, dialogueId), isNull(party.removedAt)))
      .orderBy(asc(party.position)),
    db.select().from(session).where(eq(session.dialogueId, dialogueId)).orderBy(asc(session.startsAt)),
    db
      .select({ sessionId: registration.sessionId, admitted: count() })
      .from(registration)
      .where(matches(registration, { dialogueId, state: "admitted" }))
      .groupBy(registration.sessionId),
    db.select({ number: report.number }).from(report).where(eq(report.dialogueId, dialogueId)).limit(1),
    findPrivacy(db, dialogueId),
  ]);
  const next = sessions.find((one) => one.state !== "ended" && one.state !== "cancelled") ?? sessions.at(-1);
  const steps = next ? await db.select().from(step).where(eq(step.sessionId, next.id)).orderBy(asc(step.position)) : [];
  const admitted = new Map(taken.map((one) => [one.sessionId, one.admitted]));
  const withRoom = sessions.map((one) => ({ ...one, free: Math.max(0, one.capacity - (admitted.get(one.id) ?? 0)) }));
  return {
    ...{ texts: texts[0] ?? null, fields, parties, sessions: withRoom, next: next ?? null, steps, privacy },
    published: published.length > 0,
  };
}

export type SavedCall =
  | { readonly status: "saved"; readonly version: number }
  | { readonly status: "conflict"; readonly by: string | null };

/**
 * Saves the texts of a call, based on the version that the writer saw.
 * @returns "conflict" when somebody saved since; then nothing is written
 */
export async function saveCall(db: Db, dialogueId: DialogueId, who: PersonId, form: CallForm): Promise<SavedCall> {
  return change(
    db,
    deedBy(who, dialogueId, "call.save", "dialogue", dialogueId),
    async (tx, { unchanged }): Promise<SavedCall> => {
      const [now] = await tx.select().from(call).where(eq(call.dialogueId, dialogueId));
      if (now && now.version !== form.version) return unchanged({ status: "conflict", by: await nameOf(tx, now.updatedBy) });
      const texts = Object.fromEntries(callFields.map((name) => [name, form[name]]));
      const version = (now?.version ?? 0) + 1;
      const row = { ...texts, version, updatedBy: who, updatedAt: sql`clock_timestamp()` };
      await tx
        .insert(call)
        .values({ dialogueId, ...row })
        .onConflictDoUpdate({ target: call.dialogueId, set: row });
      await tx.update(dialogue).set({ title: form.title }).where(eq(dialogue.id, dialogueId));
      const privacy = await findPrivacy(tx, dialogueId);
      if (form.privacy && form.privacy !== privacy.text)
        await tx.insert(privacyText).values({ dialogueId, version: privacy.version + 1, text: form.privacy });
      return { status: "saved", version };
    },
  );
}

async function nameOf(tx: Tx, id: PersonId | null): Promise<string | null> {
  if (!id) return null;
  const [row] = await tx.select({ name: person.name }).from(person).where(eq(person.id, id));
  return row?.name || null;
}
