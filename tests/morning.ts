import { eq } from "drizzle-orm";
import { registration } from "../app/dialogue/people/tables.ts";
import { dialogue, field, party, person, session, step } from "../app/dialogue/tables.ts";
import { type Db, openLedger } from "../app/platform/database/change.server.ts";
import type { DialogueId, GroupId, InsightId, PersonId, SessionId, StepId } from "../app/platform/ids.ts";
import { onlineDialogue } from "../app/prepare/run-sheet/templates/online-dialogue.ts";
import { group, grouping, seat } from "../app/session/group/tables.ts";
import { insight } from "../app/session/insights/tables.ts";

export interface Morning {
  readonly dialogueId: DialogueId;
  readonly slug: string;
  readonly sessionId: SessionId;
  readonly steps: readonly { readonly id: StepId; readonly kind: string; readonly position: number }[];
  readonly people: readonly PersonId[];
  /** Moves the session to the first step of this kind. */
  goTo(kind: string): Promise<StepId>;
  /** Deals people over groups in the step of this kind, `people` by their place in the list. */
  seat(kind: string, groups: readonly (readonly number[])[]): Promise<GroupId[]>;
  addInsight(text?: string): Promise<InsightId>;
}

/** A live session by the template, with admitted people in turn over the seven fields. For tests. */
export async function makeMorning(db: Db, size = 6, slug = "morgen"): Promise<Morning> {
  return db.transaction(async (tx) => {
    const [made] = await tx.insert(dialogue).values({ slug, title: "Veerkracht in de wijk", state: "open" }).returning();
    if (!made) throw new Error("no dialogue");
    const dialogueId = made.id;
    await openLedger(tx, dialogueId);
    const names = [
      "wonen",
      "werk en inkomen",
      "scholing",
      "veiligheid",
      "opvoeding",
      "zorg en hulpverlening",
      "sociaal functioneren",
    ];
    const fields = await tx
      .insert(field)
      .values(names.map((name, i) => ({ dialogueId, name, position: i, shape: i + 1 })))
      .returning({ id: field.id });
    const parties = await tx
      .insert(party)
      .values(["praktijk", "bewoner"].map((name, i) => ({ dialogueId, name, position: i })))
      .returning({ id: party.id });
    const startsAt = new Date("2026-04-16T07:00:00Z");
    const [held] = await tx
      .insert(session)
      .values({ dialogueId, title: "Eerste bijeenkomst", state: "live", startsAt, endsAt: new Date("2026-04-16T09:00:00Z") })
      .returning();
    if (!held) throw new Error("no session");
    const sessionId = held.id;
    const steps = await tx
      .insert(step)
      .values(onlineDialogue("nl").map((draft, position) => ({ ...draft, collects: [...draft.collects], sessionId, position })))
      .returning({ id: step.id, kind: step.kind, position: step.position });
    const people = await tx
      .insert(person)
      .values(Array.from({ length: size }, (_, i) => ({ name: `Deelnemer ${i + 1}`, mail: `deelnemer${i + 1}@${slug}.example` })))
      .returning({ id: person.id, name: person.name });
    await tx.insert(registration).values(
      people.map(({ id, name }, i) => ({
        dialogueId,
        sessionId,
        personId: id,
        state: "admitted" as const,
        name,
        function: "wijkwerker",
        fieldId: fields[i % fields.length]?.id ?? null,
        partyId: parties[i % parties.length]?.id ?? null,
      })),
    );
    const ofKind = (kind: string) => {
      const found = steps.find((one) => one.kind === kind);
      if (!found) throw new Error(`no step ${kind}`);
      return found;
    };
    return {
      dialogueId,
      slug,
      sessionId,
      steps,
      people: people.map(({ id }) => id),
      async goTo(kind) {
        const { id } = ofKind(kind);
        await db.update(session).set({ currentStepId: id }).where(eq(session.id, sessionId));
        return id;
      },
      async seat(kind, groups) {
        const [dealt] = await db
          .insert(grouping)
          .values({ sessionId, stepId: ofKind(kind).id, seed: 1, size: 6 })
          .returning({ id: grouping.id });
        if (!dealt) throw new Error("no grouping");
        const ids: GroupId[] = [];
        for (const [i, members] of groups.entries()) {
          const [table] = await db
            .insert(group)
            .values({ groupingId: dealt.id, sessionId, number: i + 1 })
            .returning({ id: group.id });
          if (!table) throw new Error("no group");
          ids.push(table.id);
          for (const member of members)
            await db.insert(seat).values({ groupingId: dealt.id, groupId: table.id, personId: people[member]?.id as PersonId });
        }
        return ids;
      },
      async addInsight(text = "Een vaste contactpersoon werkt beter dan een loket.") {
        const earlier = await db.$count(insight);
        const [row] = await db
          .insert(insight)
          .values({ dialogueId, number: earlier + 1, position: earlier, text })
          .returning({ id: insight.id });
        return row?.id as InsightId;
      },
    };
  });
}
