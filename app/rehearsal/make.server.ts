import { randomBytes } from "node:crypto";
import { and, asc, count, eq, gt, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { mintLink } from "../dialogue/people/links.server.ts";
import { registration } from "../dialogue/people/tables.ts";
import { keptHours, mostRehearsals, scaled, totalSeconds } from "../dialogue/rehearsal.ts";
import { addSession, runSheetOf } from "../dialogue/sessions.server.ts";
import { call, dialogue, field, party, person, session, step } from "../dialogue/tables.ts";
import type { Locale } from "../language/locale.ts";
import { change, type Db, deedBy, openLedger, type Reader, type Tx } from "../platform/database/change.server.ts";
import { matches } from "../platform/database/matches.server.ts";
import { Refused } from "../platform/http/refused.ts";
import type { DialogueId, PersonId, SessionId } from "../platform/ids.ts";
import { moveOn } from "../session/clock/steer.server.ts";
import { insight } from "../session/insights/tables.ts";
import { botWords } from "./messages/rehearsal-bots.ts";
import { askTick } from "./ticks.server.ts";

/** Of who is moved by the server; the free place is taken by somebody of the team. */
export const botSource = "demo" as const;
type Dialogue = typeof dialogue.$inferSelect;
type Session = typeof session.$inferSelect;
export interface Rehearsal {
  readonly dialogue: Dialogue & { readonly rehearsal: NonNullable<Dialogue["rehearsal"]> };
  readonly session: Session;
}

/** The rehearsal of a dialogue, or the rehearsal that this copy is. */
export async function findRehearsal(
  db: Reader,
  at: { readonly of: DialogueId } | { readonly id: DialogueId },
): Promise<Rehearsal | null> {
  const [row] = await db
    .select({ dialogue, session })
    .from(dialogue)
    .innerJoin(session, eq(session.dialogueId, dialogue.id))
    .where(and(isNotNull(dialogue.rehearsal), "of" in at ? eq(dialogue.rehearsalOf, at.of) : eq(dialogue.id, at.id)));
  return row ? (row as Rehearsal) : null; // a rehearsal has its settings and one session
}

export interface RehearsalWish {
  readonly bijeenkomst: SessionId;
  readonly tempo: number;
  readonly aantal: number;
}

/**
 * Copies what a session needs into a dialogue of its own, with bots in its lobby. What there is already is that one: pressed twice
 * it is one rehearsal.
 * @throws Refused missing, no-steps, too-many
 */
export async function startRehearsal(db: Db, of: Dialogue, by: PersonId, locale: Locale, wish: RehearsalWish): Promise<void> {
  const deed = deedBy(by, of.id, "rehearsal.start", "dialogue", of.id);
  await change(db, deed, async (tx, { now, unchanged }) => {
    if (await findRehearsal(tx, { of: of.id })) return unchanged(undefined);
    const [like] = await tx
      .select()
      .from(session)
      .where(matches(session, { id: wish.bijeenkomst, dialogueId: of.id }));
    if (!like) throw new Refused("missing", 404);
    const sheet = await runSheetOf(tx, like.id);
    if (sheet.length === 0) throw new Refused("no-steps");
    const [others] = await tx
      .select({ n: count() })
      .from(session)
      .innerJoin(dialogue, eq(dialogue.id, session.dialogueId))
      .where(and(isNotNull(dialogue.rehearsalOf), inArray(session.state, ["lobby", "live"])));
    if ((others?.n ?? 0) >= mostRehearsals) throw new Refused("too-many");
    const { tempo: speed, aantal: people } = wish;
    const name = randomBytes(5).toString("hex");
    const [copy] = await tx
      .insert(dialogue)
      .values({
        slug: `repetitie-${name}`,
        title: botWords[locale].title(of.title),
        language: of.language,
        state: "open",
        houseRules: of.houseRules,
        helpContact: of.helpContact,
        settings: { ...of.settings, confirmNewDevice: false },
        rehearsalOf: of.id,
        rehearsal: { sessionId: like.id, speed, people, by, locale },
        createdAt: now,
      })
      .returning({ id: dialogue.id });
    if (!copy) throw new Error("no rehearsal");
    await openLedger(tx, copy.id, true);
    await tx.insert(call).values({ dialogueId: copy.id });
    await copyInsights(tx, of.id, copy.id);
    const sessionId = await addSession(
      tx,
      {
        dialogueId: copy.id,
        title: like.title,
        startsAt: now,
        endsAt: new Date(now.getTime() + totalSeconds(sheet, speed) * 1000),
        capacity: people + 1,
      },
      sheet.map((one) => ({ ...one, seconds: scaled(one.seconds, speed) })),
    );
    await tx.update(session).set({ state: "lobby", afterDays: 0 }).where(eq(session.id, sessionId));
    await seatBots(tx, of.id, { dialogueId: copy.id, sessionId, people, locale });
    await askTick(tx, copy.id, 0);
  });
}

async function copyInsights(tx: Tx, from: DialogueId, to: DialogueId): Promise<void> {
  const rows = await tx
    .select({ text: insight.text, source: insight.source })
    .from(insight)
    .where(and(matches(insight, { dialogueId: from, state: "open" }), isNull(insight.authorId)))
    .orderBy(asc(insight.position));
  if (rows.length > 0)
    await tx.insert(insight).values(rows.map((row, at) => ({ ...row, dialogueId: to, number: at + 1, position: at + 1 })));
}

/** So many invented people and a free place, over the fields and kinds of party of the dialogue. They have no address. */
async function seatBots(
  tx: Tx,
  of: DialogueId,
  at: { readonly dialogueId: DialogueId; readonly sessionId: SessionId; readonly people: number; readonly locale: Locale },
): Promise<void> {
  const { dialogueId, sessionId, people, locale } = at;
  const words = botWords[locale];
  const copied = async (table: typeof field | typeof party) => {
    const rows = await tx
      .select()
      .from(table as typeof field)
      .where(and(eq(table.dialogueId, of), isNull(table.removedAt)))
      .orderBy(asc(table.position));
    if (rows.length === 0) return [];
    return tx
      .insert(table as typeof field)
      .values(rows.map(({ id: _, ...row }) => ({ ...row, dialogueId })))
      .returning({ id: table.id });
  };
  const [fields, parties] = [await copied(field), await copied(party)];
  const bots = await tx
    .insert(person)
    .values(Array.from({ length: people + 1 }, (_, n) => ({ name: n < people ? words.name(n + 1) : words.freePlace, locale })))
    .returning({ id: person.id, name: person.name });
  await tx.insert(registration).values(
    bots.map(({ id, name }, n) => ({
      ...{ dialogueId, sessionId, personId: id, name, locale },
      state: "admitted" as const,
      source: n < people ? botSource : ("invitation" as const),
      function: n < people ? words.work : "",
      fieldId: (fields[n % Math.max(1, fields.length)]?.id ?? null) as never,
      partyId: (parties[(n * 5 + Math.floor(n / 7)) % Math.max(1, parties.length)]?.id ?? null) as never,
      admittedAt: sql`now()`,
      queue: n,
    })),
  );
}

/** A link to the free place, to see what a participant sees. @returns its secret, which is kept nowhere */
export async function openFreePlace(db: Db, of: DialogueId, by: PersonId): Promise<string | null> {
  const found = await findRehearsal(db, { of });
  if (!found) return null;
  const { id: dialogueId } = found.dialogue;
  const deed = deedBy(by, dialogueId, "link.mint", "session", found.session.id);
  return change(db, deed, async (tx) => {
    const [free] = await tx
      .select()
      .from(registration)
      .where(matches(registration, { dialogueId, source: "invitation" }));
    return free
      ? mintLink(tx, "personal", { personId: free.personId, dialogueId, subjectId: free.id, minutes: keptHours * 60 })
      : null;
  });
}

/** Ends it at once, wherever it stands. What it left stays to be looked at until it is erased. */
export async function stopRehearsal(db: Db, of: DialogueId, by: PersonId): Promise<void> {
  const found = await findRehearsal(db, { of });
  if (!found) return;
  const at = { dialogueId: found.dialogue.id, sessionId: found.session.id };
  await moveOn(db, at, by, found.session.state === "lobby" ? "cancel" : "end");
}

/** Rehearsals that are on, for whoever makes sure that each goes on; those that were kept long enough. */
export async function rehearsalsOn(db: Reader): Promise<DialogueId[]> {
  const rows = await db
    .select({ id: dialogue.id })
    .from(dialogue)
    .innerJoin(session, eq(session.dialogueId, dialogue.id))
    .where(and(isNotNull(dialogue.rehearsalOf), inArray(session.state, ["lobby", "live"])));
  return rows.map(({ id }) => id);
}
export async function rehearsalsOver(db: Reader, before: Date): Promise<DialogueId[]> {
  const rows = await db
    .select({ of: dialogue.rehearsalOf })
    .from(dialogue)
    .where(and(isNotNull(dialogue.rehearsalOf), sql`not ${gt(dialogue.createdAt, before)}`));
  return rows.flatMap(({ of }) => of ?? []);
}

export async function stepsOfRehearsal(db: Reader, sessionId: SessionId) {
  return db.select().from(step).where(eq(step.sessionId, sessionId)).orderBy(asc(step.position));
}
