import { sql } from "drizzle-orm";
import { backing, card, contribution } from "../app/contribution/tables.ts";
import { registration } from "../app/dialogue/people/tables.ts";
import { call, dialogue, field, party, person, privacyText, session, step } from "../app/dialogue/tables.ts";
import { change, type Db, INSTALLATION, openLedger } from "../app/platform/database/change.server.ts";
import type {
  ContributionId,
  DialogueId,
  FieldId,
  GroupId,
  InsightId,
  PartyId,
  PersonId,
  SessionId,
  StepId,
} from "../app/platform/ids.ts";
import { onlineDialogue } from "../app/prepare/run-sheet/templates/online-dialogue.ts";
import { group, grouping, seat } from "../app/session/group/tables.ts";
import { ballot, insight } from "../app/session/insights/tables.ts";
import { attendance } from "../app/session/tables.ts";
import { mark } from "../app/session/weigh/tables.ts";
import { choices, fits, inventedFields, inventedParties, readInvented, weights } from "../demo/invented.ts";

export interface Invented {
  readonly dialogueId: DialogueId;
  readonly slug: string;
  readonly sessionId: SessionId;
  readonly fieldIds: ReadonlyMap<string, FieldId>;
  readonly partyIds: ReadonlyMap<string, PartyId>;
  /** By the code in the files: P001. */
  readonly personIds: ReadonlyMap<string, PersonId>;
  readonly insightIds: ReadonlyMap<string, InsightId>;
  readonly needIds: ReadonlyMap<string, ContributionId>;
  readonly stepIds: readonly StepId[];
}

/**
 * Fills a database with the whole invented dialogue, its session held: 72 people, needs, notes, ballots with conditions and examples, marks.
 * Written at once for tests of what comes after; the demo lives it through the public routes.
 */
export async function fillInvented(db: Db, slug = "veerkracht"): Promise<Invented> {
  const deed = { scope: INSTALLATION, actor: "command", what: "test.fill", subject: { kind: "test", id: slug } } as const;
  return change(db, deed, async (tx) => {
    const made = async <T extends { id: unknown }>(rows: T[]): Promise<T["id"][]> => rows.map((row) => row.id);
    const [dialogueId] = await made(
      await tx
        .insert(dialogue)
        .values({
          slug,
          title: "Veerkracht in de wijk",
          state: "harvest",
          houseRules: "Laat elkaar uitspreken.",
          helpContact: "070 000 00 00",
        })
        .returning({ id: dialogue.id }),
    );
    if (!dialogueId) throw new Error("no dialogue");
    await openLedger(tx, dialogueId);
    await tx.insert(call).values({
      dialogueId,
      lead: "Wat hebt u nodig om uw werk goed te doen?",
      owner: "Programmabureau Veerkrachtige Wijken",
      contact: "vragen@voorbeeld.example",
    });
    await tx.insert(privacyText).values({ dialogueId, version: 1, text: "We gebruiken uw gegevens alleen voor deze dialoog." });
    const fieldIds = new Map<string, FieldId>();
    for (const [position, name] of inventedFields.entries()) {
      const [row] = await tx
        .insert(field)
        .values({ dialogueId, position, name, shape: position + 1, target: 10 })
        .returning({ id: field.id });
      if (row) fieldIds.set(name, row.id);
    }
    const partyIds = new Map<string, PartyId>();
    for (const [position, name] of inventedParties.entries()) {
      const organisationOptional = name === "vrijwilliger" || name === "bewoner";
      const [row] = await tx
        .insert(party)
        .values({ dialogueId, position, name, organisationOptional, target: 10 })
        .returning({ id: party.id });
      if (row) partyIds.set(name, row.id);
    }
    const startsAt = new Date("2026-04-16T07:00:00Z");
    const endsAt = new Date("2026-04-16T09:00:00Z");
    const [sessionRow] = await tx
      .insert(session)
      .values({ dialogueId, title: "Eerste bijeenkomst", state: "ended", startsAt, endsAt, capacity: 80 })
      .returning({ id: session.id });
    if (!sessionRow) throw new Error("no session");
    const sessionId = sessionRow.id;
    const stepIds: StepId[] = [];
    for (const [position, one] of onlineDialogue("nl").entries()) {
      const [row] = await tx
        .insert(step)
        .values({ ...one, sessionId, position, collects: [...one.collects] })
        .returning({ id: step.id });
      if (row) stepIds.push(row.id);
    }
    const personIds = new Map<string, PersonId>();
    const standing = new Map<string, { fieldId: FieldId | null; partyId: PartyId | null }>();
    for (const one of readInvented("people")) {
      const code = one.id ?? "";
      const [row] = await tx
        .insert(person)
        .values({ mail: `${code.toLowerCase()}@voorbeeld.example`, name: one.name ?? "" })
        .returning({ id: person.id });
      if (!row) continue;
      personIds.set(code, row.id);
      const at = { fieldId: fieldIds.get(one.field ?? "") ?? null, partyId: partyIds.get(one.party ?? "") ?? null };
      standing.set(code, at);
      await tx.insert(registration).values({
        dialogueId,
        sessionId,
        personId: row.id,
        state: "admitted",
        name: one.name ?? "",
        organisation: one.organisation ?? "",
        function: one.function ?? "",
        ...at,
        areaCode: one.municipality_code ?? null,
        areaYear: 2025,
        brings: one.brings ?? "",
        confirmedAt: sql`now()`,
        admittedAt: sql`now()`,
      });
      await tx.insert(card).values({
        dialogueId,
        personId: row.id,
        does: one.brings ?? "",
        offers: one.can_offer ?? "",
        looksFor: one.look_for ?? "",
      });
      await tx.insert(attendance).values({ sessionId, personId: row.id });
    }
    const groups = await fillGroups(tx, sessionId, stepIds, personIds);
    let number = 0;
    const base = (code: string, at: number) => {
      number += 1;
      return {
        dialogueId,
        number,
        sessionId,
        personId: personIds.get(code) ?? null,
        ...standing.get(code),
        stepId: stepIds[at] ?? null,
        shared: "all" as const,
      };
    };
    const needIds = new Map<string, ContributionId>();
    for (const one of readInvented("needs")) {
      const [row] = await tx
        .insert(contribution)
        .values({
          ...base(one.person_id ?? "", 3),
          kind: "need",
          text: one.text ?? "",
          situation: one.situation ?? "",
          forWhom: one.for_whom ?? "",
          tried: one.tried ?? "",
          weight: weights[(one.weight ?? "") as keyof typeof weights],
          wouldHelp: one.would_help ?? "",
          groupId: groups.get(`behoeften:${one.person_id}`) ?? null,
        })
        .returning({ id: contribution.id });
      if (row) needIds.set(one.id ?? "", row.id);
    }
    const stepOf: Record<string, number> = { kennismaking: 1, behoeften: 3, praktijktoets: 5 };
    for (const one of readInvented("notes")) {
      const at = stepOf[one.step ?? ""] ?? 3;
      const groupId = groups.get(`${one.step}:${one.person_id}`) ?? null;
      await tx
        .insert(contribution)
        .values({ ...base(one.person_id ?? "", at), kind: "note", text: one.text ?? "", groupId, shared: "group" });
    }
    const insightIds = new Map<string, InsightId>();
    for (const [position, one] of readInvented("insights").entries()) {
      const [row] = await tx
        .insert(insight)
        .values({ dialogueId, number: position + 1, position, text: one.text ?? "", source: one.source ?? "" })
        .returning({ id: insight.id });
      if (row) insightIds.set(one.id ?? "", row.id);
    }
    for (const one of readInvented("practice")) {
      const insightId = insightIds.get(one.insight_id ?? "");
      const personId = personIds.get(one.person_id ?? "");
      if (!insightId || !personId) continue;
      const fit = one.fit ? fits[one.fit as keyof typeof fits] : null;
      await tx
        .insert(ballot)
        .values({
          insightId,
          personId,
          choice: choices[one.choice as keyof typeof choices],
          fit,
          ...standing.get(one.person_id ?? ""),
          sessionId,
        })
        .onConflictDoNothing();
      if (one.text && (fit === "conditions" || fit === "not"))
        await tx
          .insert(contribution)
          .values({ ...base(one.person_id ?? "", 5), kind: fit === "not" ? "example" : "condition", text: one.text, insightId });
    }
    const needs = [...needIds.values()];
    for (const [at, personId] of [...personIds.values()].entries()) {
      for (let i = 0; i < 3; i++) {
        const contributionId = needs[(at * 7 + i * i * 13) % 60];
        if (contributionId) await tx.insert(mark).values({ sessionId, personId, contributionId }).onConflictDoNothing();
      }
      for (let i = 0; i < 4; i++) {
        const contributionId = needs[(at * 11 + i * 17) % needs.length];
        if (contributionId) await tx.insert(backing).values({ contributionId, personId }).onConflictDoNothing();
      }
    }
    return { dialogueId, slug, sessionId, fieldIds, partyIds, personIds, insightIds, needIds, stepIds };
  });
}

type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

/** The groups of notes.csv: who spoke in which group of which step; the others are spread over them. */
async function fillGroups(
  tx: Tx,
  sessionId: SessionId,
  stepIds: readonly StepId[],
  personIds: ReadonlyMap<string, PersonId>,
): Promise<Map<string, GroupId>> {
  const seats = new Map<string, GroupId>();
  for (const [name, at] of [
    ["kennismaking", 1],
    ["behoeften", 3],
  ] as const) {
    const stepId = stepIds[at];
    if (!stepId) continue;
    const [made] = await tx.insert(grouping).values({ sessionId, stepId, seed: at, size: 6 }).returning({ id: grouping.id });
    if (!made) continue;
    const rows = await tx
      .insert(group)
      .values(Array.from({ length: 12 }, (_, i) => ({ groupingId: made.id, sessionId, number: i + 1 })))
      .returning({ id: group.id, number: group.number });
    const spoken = new Map(
      readInvented("notes")
        .filter((one) => one.step === name)
        .map((one) => [one.person_id ?? "", Number(one.group)]),
    );
    let next = 0;
    for (const [code, personId] of personIds) {
      const number = spoken.get(code) ?? (next++ % 12) + 1;
      const groupId = rows.find((row) => row.number === number)?.id;
      if (!groupId) continue;
      await tx.insert(seat).values({ groupingId: made.id, personId, groupId });
      seats.set(`${name}:${code}`, groupId);
    }
  }
  return seats;
}
