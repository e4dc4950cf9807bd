import { sql } from "drizzle-orm";
import { backing, card, contribution } from "../app/contribution/tables.ts";
import { addDevice } from "../app/dialogue/people/devices.server.ts";
import { membership, registration } from "../app/dialogue/people/tables.ts";
import { startingTexts } from "../app/dialogue/starting-texts.ts";
import { call, dialogue, field, party, person, privacyText, session, step } from "../app/dialogue/tables.ts";
import { random } from "../app/method/random.ts";
import { type Db, openLedger, type Tx } from "../app/platform/database/change.server.ts";
import type { ContributionId, DialogueId, InsightId, PersonId, SessionId, StepId, ThemeId } from "../app/platform/ids.ts";
import { shiftDialogueState } from "../app/prepare/planning/plan.server.ts";
import { onlineDialogue } from "../app/prepare/run-sheet/templates/online-dialogue.ts";
import { publishReport } from "../app/report/publish/reports.server.ts";
import { group, grouping, seat } from "../app/session/group/tables.ts";
import { ballot, insight } from "../app/session/insights/tables.ts";
import { attendance, presence } from "../app/session/tables.ts";
import { mark } from "../app/session/weigh/tables.ts";
import { doThemes } from "../app/themes/themes.server.ts";
import { readInvented } from "../demo/invented.ts";

export const size = { people: 300, needs: 500, insights: 20, group: 6, ballots: 0.8 } as const;

export interface Filled {
  readonly slug: string;
  readonly dialogueId: DialogueId;
  readonly sessionId: SessionId;
  readonly steps: readonly { readonly id: StepId; readonly kind: string; readonly seconds: number }[];
  readonly people: readonly PersonId[];
  readonly organiser: PersonId;
  readonly insights: readonly InsightId[];
  readonly needs: readonly ContributionId[];
  /** cookies of some participants, and of a member with every role */
  readonly cookies: { readonly participants: readonly string[]; readonly team: string };
}

const thousand = 1000;

/** A full dialogue, written at once; its session is live, in the step of the groups. */
export function fill(db: Db, many: number = size.people, tested: number = size.insights): Promise<Filled> {
  return db.transaction(async (tx) => {
    const chance = random("bench");
    const [made] = await tx
      .insert(dialogue)
      .values({ slug: "vol", title: "Veerkracht in de wijk", state: "open", helpContact: "088 000 00 00" })
      .returning();
    if (!made) throw new Error("no dialogue");
    const dialogueId = made.id;
    await openLedger(tx, dialogueId);
    await tx
      .insert(call)
      .values({ dialogueId, ...startingTexts.nl.call, owner: "Programmabureau Veerkrachtige Wijken", contact: "" });
    await tx.insert(privacyText).values({ dialogueId, version: 1, text: startingTexts.nl.privacy });
    const fields = await tx
      .insert(field)
      .values(startingTexts.nl.fields.map((name, position) => ({ dialogueId, position, name, shape: position + 1 })))
      .returning({ id: field.id });
    const parties = await tx
      .insert(party)
      .values(startingTexts.nl.parties.map((one, position) => ({ dialogueId, position, ...one })))
      .returning({ id: party.id });
    const startsAt = new Date(Date.now() - 40 * 60_000);
    const [held] = await tx
      .insert(session)
      .values({
        dialogueId,
        title: "Eerste bijeenkomst",
        state: "live",
        startsAt,
        endsAt: new Date(+startsAt + 120 * 60_000),
        capacity: many,
      })
      .returning({ id: session.id });
    if (!held) throw new Error("no session");
    const sessionId = held.id;
    const steps = await tx
      .insert(step)
      .values(onlineDialogue("nl").map((one, position) => ({ ...one, sessionId, position, collects: [...one.collects] })))
      .returning({ id: step.id, kind: step.kind, seconds: step.seconds });
    const known = readInvented("people");
    const people = (
      await tx
        .insert(person)
        .values(Array.from({ length: many }, (_, n) => ({ name: known[n % known.length]?.name ?? "", mail: mailOf(n) })))
        .returning({ id: person.id })
    ).map(({ id }) => id);
    const standing = people.map(() => ({ fieldId: chance.pick(fields)?.id ?? null, partyId: chance.pick(parties)?.id ?? null }));
    await tx.insert(registration).values(
      people.map((personId, n) => {
        const one = known[n % known.length];
        const { organisation = "", function: work = "", brings = "", name = "" } = one ?? {};
        const code = one?.municipality_code ?? null;
        const about = { name, organisation, function: work, brings, areaCode: code, areaYear: code ? 2025 : null };
        return { dialogueId, sessionId, personId, state: "admitted" as const, ...about, ...standing[n], admittedAt: startsAt };
      }),
    );
    await tx.insert(card).values(
      people.map((personId, n) => {
        const one = known[n % known.length];
        return { dialogueId, personId, does: one?.brings ?? "", offers: one?.can_offer ?? "", looksFor: one?.look_for ?? "" };
      }),
    );
    await tx.insert(attendance).values(people.map((personId) => ({ sessionId, personId })));
    // Here as long as it is measured, without a socket each.
    await tx.insert(presence).values(people.map((personId) => ({ sessionId, personId, seenAt: sql`now() + interval '1 hour'` })));
    const inGroups = steps.find(({ kind }) => kind === "group");
    if (!inGroups) throw new Error("no step in groups");
    const groupOf = await seatEverybody(tx, sessionId, inGroups.id, people);
    await setStep(tx, sessionId, inGroups);
    const at = { dialogueId, sessionId, stepId: inGroups.id } as const;
    const needs = await writeNeeds(tx, at, { people, standing, groupOf });
    const sayings = readInvented("insights");
    const insights = (
      await tx
        .insert(insight)
        .values(
          Array.from({ length: tested }, (_, n) => {
            const { text = "", source = "" } = sayings[n % sayings.length] ?? {};
            return { dialogueId, number: n + 1, position: n, text, source };
          }),
        )
        .returning({ id: insight.id })
    ).map(({ id }) => id);
    const ballots = insights.flatMap((insightId) =>
      people.flatMap((personId, n) => {
        if (chance.next() > size.ballots) return [];
        const choice = chance.pick(["agree", "agree", "agree", "disagree", "skip", "not-my-field"] as const) ?? "agree";
        const asks = choice === "agree" || choice === "disagree";
        const fit = asks ? (chance.pick(["fits", "conditions", "conditions", "not"] as const) ?? null) : null;
        return [{ insightId, personId, choice, fit, sessionId, ...standing[n] }];
      }),
    );
    await inPieces(ballots, (rows) => tx.insert(ballot).values(rows));
    const marks = people.flatMap((personId) =>
      chance
        .shuffle(needs.slice(0, 120))
        .slice(0, 3)
        .map((contributionId) => ({ sessionId, personId, contributionId })),
    );
    await inPieces(marks, (rows) => tx.insert(mark).values(rows));
    const backings = people.flatMap((personId) =>
      chance
        .shuffle(needs.slice(0, 200))
        .slice(0, 5)
        .map((contributionId) => ({ personId, contributionId })),
    );
    await inPieces(backings, (rows) => tx.insert(backing).values(rows));
    const [lead] = await tx.insert(person).values({ name: "Samira Bouzid", mail: "team@voorbeeld.example" }).returning();
    if (!lead) throw new Error("no organiser");
    for (const role of ["organiser", "facilitator", "analyst"] as const)
      await tx.insert(membership).values({ personId: lead.id, dialogueId, role, acceptedAt: sql`now()` });
    const participants: string[] = [];
    for (const personId of people.slice(0, 20))
      participants.push(`__Host-mee=${(await addDevice(tx, "participant", personId, { dialogueId, name: "bench" })).token}`);
    const team = `__Host-team=${(await addDevice(tx, "team", lead.id, { name: "bench" })).token}`;
    return {
      slug: made.slug,
      dialogueId,
      sessionId,
      steps,
      people,
      organiser: lead.id,
      insights,
      needs,
      cookies: { participants, team },
    };
  });
}

const mailOf = (n: number) => `deelnemer${n}@voorbeeld.example`;

export async function setStep(tx: Tx | Db, sessionId: SessionId, to: { id: StepId; seconds: number }): Promise<void> {
  const now = new Date();
  await tx
    .update(session)
    .set({
      currentStepId: to.id,
      turn: sql`${session.turn} + 1`,
      stepStartedAt: now,
      stepEndsAt: new Date(+now + to.seconds * thousand),
    })
    .where(sql`${session.id} = ${sessionId}`);
}

async function seatEverybody(tx: Tx, sessionId: SessionId, stepId: StepId, people: readonly PersonId[]) {
  const [dealt] = await tx
    .insert(grouping)
    .values({ sessionId, stepId, seed: 1, size: size.group })
    .returning({ id: grouping.id });
  if (!dealt) throw new Error("no groups");
  const groups = await tx
    .insert(group)
    .values(Array.from({ length: people.length / size.group }, (_, n) => ({ groupingId: dealt.id, sessionId, number: n + 1 })))
    .returning({ id: group.id });
  const groupOf = people.map((_, n) => groups[n % groups.length]?.id ?? null);
  await tx.insert(seat).values(
    people.flatMap((personId, n) => {
      const groupId = groupOf[n];
      return groupId ? [{ groupingId: dealt.id, personId, groupId }] : [];
    }),
  );
  return groupOf;
}

async function writeNeeds(
  tx: Tx,
  at: { dialogueId: DialogueId; sessionId: SessionId; stepId: StepId },
  by: {
    people: readonly PersonId[];
    standing: readonly Pick<typeof registration.$inferInsert, "fieldId" | "partyId">[];
    groupOf: readonly (typeof group.$inferSelect.id | null)[];
  },
) {
  const texts = readInvented("needs");
  const rows = Array.from({ length: size.needs }, (_, n) => {
    const one = texts[n % texts.length];
    const who = n % by.people.length;
    return {
      ...at,
      number: n + 1,
      kind: "need" as const,
      shared: "all" as const,
      text: one?.text ?? "",
      situation: one?.situation ?? "",
      forWhom: one?.for_whom ?? "",
      wouldHelp: one?.would_help ?? "",
      personId: by.people[who] ?? null,
      groupId: by.groupOf[who] ?? null,
      ...by.standing[who],
    };
  });
  const made = await tx.insert(contribution).values(rows).returning({ id: contribution.id });
  return made.map(({ id }) => id);
}

/** PostgreSQL takes 65,535 values in one statement. */
async function inPieces<T>(rows: readonly T[], write: (rows: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += thousand) await write(rows.slice(from, from + thousand));
}

const themeCount = 14;

/** The session is over, each need stands in a theme, and the report is out. */
export async function harvestAndPublish(
  db: Db,
  { dialogueId, sessionId, organiser, needs }: Filled,
  write?: () => Promise<unknown>,
): Promise<void> {
  await db.update(session).set({ state: "ended" }).where(sql`${session.id} = ${sessionId}`);
  await shiftDialogueState(db, { dialogueId, by: organiser }, "start-harvest", { openRegistration: false });
  for (const [at, { name = "", description = "" }] of readInvented("themes").slice(0, themeCount).entries())
    await doThemes(db, dialogueId, organiser, {
      deed: "add",
      theme: crypto.randomUUID() as ThemeId,
      name,
      description,
      needs: needs.filter((_, n) => n % themeCount === at),
    });
  await write?.();
  await publishReport(db, dialogueId, { person: organiser }, { number: 1, change: "" });
}
