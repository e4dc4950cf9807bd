import { and, count, desc, eq, inArray, isNull, max, ne, sql } from "drizzle-orm";
import { guardWords } from "../../contribution/flags.server.ts";
import { forAll } from "../../contribution/reading.server.ts";
import { contribution, placement } from "../../contribution/tables.ts";
import { mayTakePart, mayWrite, type Writer } from "../../contribution/writer.server.ts";
import { session, step } from "../../dialogue/tables.ts";
import { change, type Db, deedBy, type Reader, type Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { follow } from "../../platform/database/transitions.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { ContributionId, DialogueId, NamingId, PersonId, SessionId, ThemeId } from "../../platform/ids.ts";
import { within } from "../../platform/within.ts";
import type { Suggesting } from "../suggestions/suggesting.server.ts";
import { nameChoice, theme, themeNaming } from "../tables.ts";
import { renameByPlenary } from "../themes.server.ts";
import {
  alike,
  centralTexts,
  mostProposals,
  type NamingEvent,
  namingTransitions,
  openStates,
  optionsOf,
  proposalsEach,
} from "./naming.ts";

interface At {
  readonly dialogueId: DialogueId;
  readonly sessionId: SessionId;
}
export interface Prepared {
  readonly phrases: readonly string[];
  readonly central: readonly ContributionId[];
}

const advisorMs = 4_000;

/** What the machine offers for a theme: of texts that everybody may read, and nothing when it does not answer in time. */
export async function prepareNaming(
  db: Reader,
  advisor: Pick<Suggesting, "name">,
  dialogueId: DialogueId,
  themeId: ThemeId,
): Promise<Prepared> {
  const rows = await db
    .select({ id: contribution.id })
    .from(placement)
    .innerJoin(contribution, eq(contribution.id, placement.contributionId))
    .where(and(eq(placement.themeId, themeId), matches(contribution, { dialogueId, state: "visible" }), forAll))
    .orderBy(contribution.number);
  let left = rows.map(({ id }) => id);
  const central: ContributionId[] = [];
  let phrases: readonly string[] = [];
  try {
    await within(advisorMs, async () => {
      while (central.length < centralTexts && left.length > 0) {
        const named = await advisor.name(dialogueId, left);
        if (central.length === 0) phrases = named.phrases;
        if (named.central === null) break;
        central.push(named.central);
        left = left.filter((id) => id !== named.central);
      }
    });
  } catch {
    // The plenary names it without the machine.
  }
  return { phrases, central: [...central, ...left].slice(0, centralTexts) };
}

/**
 * Begins naming a theme, and shows it on the screen. Begun twice it is begun once.
 * @throws Refused theme-missing, naming-open while another theme is being named, naming-plenary
 */
export async function openNaming(db: Db, at: At, who: PersonId, themeId: ThemeId, prepared: Prepared): Promise<void> {
  await change(db, deedOf(at, who, "naming.open", themeId), async (tx, { unchanged }) => {
    const [now] = await openIn(tx, at.sessionId);
    if (now?.themeId === themeId) return unchanged(undefined);
    if (now) throw new Refused("naming-open");
    const [named] = await tx
      .select({ name: theme.name })
      .from(theme)
      .where(and(matches(theme, { id: themeId, dialogueId: at.dialogueId }), isNull(theme.mergedInto), isNull(theme.removedAt)));
    if (!named) throw new Refused("theme-missing", 404);
    const [held] = await tx
      .select({ state: session.state, setting: step.setting, kind: step.kind })
      .from(session)
      .leftJoin(step, eq(step.id, session.currentStepId))
      .where(eq(session.id, at.sessionId));
    if (held?.state !== "live" || held.setting !== "plenary" || held.kind === "break") throw new Refused("naming-plenary");
    await tx.insert(themeNaming).values({
      ...at,
      themeId,
      before: named.name,
      phrases: prepared.phrases.join("\n"),
      centralIds: [...prepared.central],
      openedBy: who,
    });
    await tx
      .update(session)
      .set({ projector: { shows: "naming" } })
      .where(eq(session.id, at.sessionId));
  });
}

/** The next moment of a naming; done already by another facilitator, nothing happens. @throws Refused not-yours, naming-not-now */
export async function moveNaming(
  db: Db,
  at: At,
  who: PersonId,
  id: NamingId,
  event: Exclude<NamingEvent, "adopt">,
): Promise<void> {
  await change(db, deedOf(at, who, `naming.${event}`, id), async (tx, { unchanged, now }) => {
    const naming = await namingIn(tx, at, id);
    const moved = follow(namingTransitions, naming.state, event);
    if (!moved.ok && moved.code === "already-there") return unchanged(undefined);
    if (!moved.ok) throw new Refused("naming-not-now");
    const endedAt = event === "stop" ? now : null;
    await tx.update(themeNaming).set({ state: moved.state, endedAt }).where(eq(themeNaming.id, id));
  });
}

/**
 * The theme gets the name: a line in the history of themes says that the plenary gave it. Adopted by another facilitator a moment
 * before, theirs stands.
 * @throws Refused not-yours, naming-not-now, named-already, choose-name, theme-missing
 */
export async function adoptName(db: Db, at: At, who: PersonId, id: NamingId, option: string): Promise<void> {
  await change(db, deedOf(at, who, "naming.adopt", id), async (tx, { unchanged, now, seq }) => {
    const naming = await namingIn(tx, at, id);
    if (naming.state === "adopted") {
      if (naming.adopted === option) return unchanged(undefined);
      throw new Refused("named-already");
    }
    const moved = follow(namingTransitions, naming.state, "adopt");
    if (!moved.ok) throw new Refused("naming-not-now");
    const chosen = (await optionsIn(tx, naming)).find(({ key }) => key === option);
    if (!chosen) throw new Refused("choose-name");
    const [stands] = await tx
      .select({ name: theme.name })
      .from(theme)
      .where(and(eq(theme.id, naming.themeId), isNull(theme.mergedInto), isNull(theme.removedAt)));
    if (!stands) throw new Refused("theme-missing", 404);
    await tx
      .update(themeNaming)
      .set({ state: moved.state, adopted: option, adoptedBy: who, endedAt: now })
      .where(eq(themeNaming.id, id));
    await renameByPlenary(tx, { dialogueId: at.dialogueId, by: who, step: seq }, naming.themeId, chosen.name, id);
  });
}

/**
 * A participant proposes a name. It is a contribution: the guard, hiding, withdrawing and erasing hold for it as for all words.
 * @throws Refused naming-over, name-there, names-enough, names-full, and what writing asks
 */
export async function proposeName(
  db: Db,
  writer: Writer,
  wish: { readonly id: string; readonly naming: string; readonly text: string },
): Promise<void> {
  const id = wish.id as ContributionId;
  const { dialogueId, sessionId, personId } = writer;
  const [before] = await db.select({ text: contribution.text }).from(contribution).where(eq(contribution.id, id));
  if (before?.text === wish.text) return;
  // Other words under an id that is taken: a page that came back with the back button.
  const free = before ? (crypto.randomUUID() as ContributionId) : id;
  const deed = deedBy(personId, dialogueId, "naming.propose", "naming", wish.naming);
  await change(db, deed, async (tx) => {
    const standing = await mayWrite(tx, writer);
    const naming = await namingIn(tx, writer, wish.naming as NamingId);
    if (naming.state !== "proposing") throw new Refused("naming-over");
    const options = await optionsIn(tx, naming);
    if (options.some(({ name }) => alike(name) === alike(wish.text))) throw new Refused("name-there");
    const [own] = await tx
      .select({ n: count() })
      .from(contribution)
      .where(and(matches(contribution, { namingId: naming.id, personId }), ne(contribution.state, "withdrawn")));
    if ((own?.n ?? 0) >= proposalsEach) throw new Refused("names-enough");
    if (options.filter(({ origin }) => origin === "people").length >= mostProposals) throw new Refused("names-full");
    const [last] = await tx
      .select({ number: max(contribution.number) })
      .from(contribution)
      .where(eq(contribution.dialogueId, dialogueId));
    await tx
      .insert(contribution)
      .values({
        id: free,
        dialogueId,
        sessionId,
        personId,
        number: (last?.number ?? 0) + 1,
        kind: "name",
        text: wish.text,
        shared: "all",
        namingId: naming.id,
        stepId: standing.currentStepId,
        fieldId: standing.fieldId,
        partyId: standing.partyId,
      })
      .onConflictDoNothing({ target: contribution.id });
    await guardWords(tx, writer, { kind: "contribution", id: free }, [wish.text]);
  });
}

/** One name each; the last choice counts, until the facilitator closes. @throws Refused naming-over, choose-name, and what taking part asks */
export async function chooseName(
  db: Db,
  writer: Writer,
  wish: { readonly naming: string; readonly option: string },
): Promise<void> {
  const { dialogueId, personId } = writer;
  const namingId = wish.naming as NamingId;
  const deed = deedBy(personId, dialogueId, "naming.choose", "naming", namingId);
  await change(db, deed, async (tx, { unchanged }) => {
    await mayTakePart(tx, writer);
    const naming = await namingIn(tx, writer, namingId);
    if (naming.state !== "choosing") throw new Refused("naming-over");
    if (!(await optionsIn(tx, naming)).some(({ key }) => key === wish.option)) throw new Refused("choose-name", 422);
    const [was] = await tx
      .select({ option: nameChoice.option })
      .from(nameChoice)
      .where(matches(nameChoice, { namingId, personId }));
    if (was?.option === wish.option) return unchanged(undefined);
    await tx
      .insert(nameChoice)
      .values({ namingId, personId, option: wish.option })
      .onConflictDoUpdate({ target: [nameChoice.namingId, nameChoice.personId], set: { option: wish.option, at: sql`now()` } });
  });
}

export type NamingRow = typeof themeNaming.$inferSelect;

export const openIn = (db: Reader, sessionId: SessionId) =>
  db
    .select()
    .from(themeNaming)
    .where(and(eq(themeNaming.sessionId, sessionId), inArray(themeNaming.state, [...openStates])))
    .orderBy(desc(themeNaming.openedAt))
    .limit(1);

/** What can be chosen now: a proposal that was hidden or withdrawn is none. */
export async function optionsIn(db: Reader, naming: NamingRow, me: PersonId | null = null) {
  const proposals = await db
    .select({
      id: contribution.id,
      number: contribution.number,
      text: contribution.text,
      personId: contribution.personId,
    })
    .from(contribution)
    .where(matches(contribution, { namingId: naming.id, state: "visible" }))
    .orderBy(contribution.number);
  const phrases = naming.phrases === "" ? [] : naming.phrases.split("\n");
  return optionsOf(
    naming.before,
    phrases,
    proposals.map(({ personId, ...one }) => ({ ...one, own: personId === me })),
  );
}

async function namingIn(tx: Tx, at: At, id: NamingId): Promise<NamingRow> {
  const [naming] = await tx
    .select()
    .from(themeNaming)
    .where(matches(themeNaming, { id, sessionId: at.sessionId }));
  if (!naming) throw new Refused("not-yours", 404);
  return naming;
}

const deedOf = ({ dialogueId }: At, who: PersonId, what: string, id: string) =>
  deedBy(who, dialogueId, what, what === "naming.open" ? "theme" : "naming", id);
