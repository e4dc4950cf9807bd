import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { membership } from "../../dialogue/people/tables.ts";
import { addSession, runSheetOf, type StepRow } from "../../dialogue/sessions.server.ts";
import { freeSlug, slugOf } from "../../dialogue/slug.ts";
import { startingTexts } from "../../dialogue/starting-texts.ts";
import { call, dialogue, field, party, privacyText, session, step } from "../../dialogue/tables.ts";
import {
  change,
  type Db,
  deedBy,
  INSTALLATION,
  openLedger,
  type Reader,
  type Tx,
} from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, InsightId, PersonId } from "../../platform/ids.ts";
import type { Locale } from "../../platform/time.ts";
import { stepsOfTemplate, type TemplateName } from "../../prepare/run-sheet/templates/templates.ts";
import { insight } from "../../session/insights/tables.ts";

export interface NewDialogue {
  readonly id: DialogueId;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly from: "template" | DialogueId;
  /** The harvest of that dialogue comes along: its insights are tested again, by the run sheet of a follow-up. */
  readonly follows?: boolean;
  /** In which it is written, unless it takes over another: then it has the language of that one. */
  readonly language: Locale;
}

/**
 * Makes a dialogue that can be opened as it is. The same id again, by the same maker, is the same dialogue.
 * @returns its slug
 */
export async function makeDialogue(db: Db, maker: PersonId, wanted: NewDialogue): Promise<string> {
  return change(
    db,
    deedBy(maker, INSTALLATION, wanted.from === "template" ? "dialogue.make" : "dialogue.copy", "dialogue", wanted.id),
    async (tx) => {
      const made = await ownedSlug(tx, maker, wanted.id);
      if (made !== null) return made;
      const basis = wanted.from === "template" ? template(wanted.language) : await copyOf(tx, maker, wanted.from, wanted.follows);
      const slugs = await tx.select({ slug: dialogue.slug }).from(dialogue);
      const slug = freeSlug(slugOf(wanted.title), new Set(slugs.map((row) => row.slug)));
      await tx.insert(dialogue).values({ id: wanted.id, slug, title: wanted.title, ...basis.dialogue });
      await openLedger(tx, wanted.id);
      await tx.insert(call).values({ dialogueId: wanted.id, ...basis.call, updatedBy: maker });
      await tx.insert(privacyText).values({ dialogueId: wanted.id, version: 1, text: basis.privacy });
      await tx.insert(field).values(basis.fields.map((one, index) => ({ ...one, dialogueId: wanted.id, position: index + 1 })));
      await tx.insert(party).values(basis.parties.map((one, index) => ({ ...one, dialogueId: wanted.id, position: index + 1 })));
      if (basis.insights.length > 0)
        await tx
          .insert(insight)
          .values(
            basis.insights.map((one, index) => ({ ...one, dialogueId: wanted.id, number: index + 1, position: index + 1 })),
          );
      await addSession(
        tx,
        {
          dialogueId: wanted.id,
          title: startingTexts[basis.dialogue.language].sessionTitle,
          startsAt: wanted.startsAt,
          endsAt: wanted.endsAt,
          ...(basis.capacity === null ? {} : { capacity: basis.capacity }),
        },
        basis.runSheet,
      );
      await tx
        .insert(membership)
        .values({ personId: maker, dialogueId: wanted.id, role: "organiser", acceptedAt: sql`clock_timestamp()` });
      return slug;
    },
  );
}

async function ownedSlug(tx: Tx, maker: PersonId, id: DialogueId): Promise<string | null> {
  const [found] = await tx.select({ slug: dialogue.slug }).from(dialogue).where(eq(dialogue.id, id));
  if (!found) return null;
  if (!(await isOrganiser(tx, maker, id))) throw new Refused("not-yours", 403);
  return found.slug;
}

async function isOrganiser(db: Reader, personId: PersonId, dialogueId: DialogueId): Promise<boolean> {
  const rows = await db
    .select({ id: membership.id })
    .from(membership)
    .where(and(matches(membership, { personId, dialogueId, role: "organiser" }), isNull(membership.endedAt)));
  return rows.length > 0;
}

interface Basis {
  readonly dialogue: { readonly language: Locale } & Partial<
    Pick<typeof dialogue.$inferInsert, "houseRules" | "helpContact" | "settings" | "followsId">
  >;
  readonly call: Pick<typeof call.$inferSelect, "lead" | "purpose" | "background" | "forWhom" | "whatHappens"> &
    Partial<Pick<typeof call.$inferSelect, "owner" | "contact">>;
  readonly privacy: string;
  readonly fields: readonly Pick<typeof field.$inferInsert, "name" | "shape" | "target">[];
  readonly parties: readonly Pick<typeof party.$inferInsert, "name" | "organisationOptional" | "target">[];
  readonly insights: readonly { text: string; source: string; repeatsId?: InsightId | null }[];
  readonly runSheet: readonly StepRow[];
  readonly capacity: number | null;
}

function template(language: Locale): Basis {
  const { call, privacy, houseRules, fields, parties } = startingTexts[language];
  return {
    dialogue: { language, houseRules },
    call,
    privacy,
    fields: fields.map((name, index) => ({ name, shape: index + 1 })),
    parties,
    insights: [],
    runSheet: stepsFor("online-dialogue", language),
    capacity: null,
  };
}

/** All that was prepared; no people, and nothing that they brought in. */
async function copyOf(tx: Tx, maker: PersonId, from: DialogueId, follows = false): Promise<Basis> {
  const [source] = await tx.select().from(dialogue).where(eq(dialogue.id, from));
  if (!source || !(await isOrganiser(tx, maker, from))) throw new Refused("not-yours", 403);
  const [text] = await tx.select().from(call).where(eq(call.dialogueId, from));
  const [privacy] = await tx
    .select({ text: privacyText.text })
    .from(privacyText)
    .where(eq(privacyText.dialogueId, from))
    .orderBy(desc(privacyText.version))
    .limit(1);
  const fields = await tx
    .select({ name: field.name, shape: field.shape, target: field.target })
    .from(field)
    .where(and(eq(field.dialogueId, from), isNull(field.removedAt)))
    .orderBy(asc(field.position));
  const parties = await tx
    .select({ name: party.name, organisationOptional: party.organisationOptional, target: party.target })
    .from(party)
    .where(and(eq(party.dialogueId, from), isNull(party.removedAt)))
    .orderBy(asc(party.position));
  const insights = await tx
    .select({
      text: insight.text,
      source: insight.source,
      repeatsId: follows
        ? sql<InsightId | null>`case when exists (select from ballot b where b.insight_id = ${insight.id}) then ${insight.id} end`
        : sql<null>`null::uuid`,
    })
    .from(insight)
    .where(and(matches(insight, { dialogueId: from, state: "open" }), isNull(insight.authorId)))
    .orderBy(asc(insight.position));
  const [last] = await tx
    .select({ id: session.id, capacity: session.capacity })
    .from(session)
    .where(and(eq(session.dialogueId, from), sql`exists (select 1 from ${step} where ${step.sessionId} = ${session.id})`))
    .orderBy(desc(session.startsAt))
    .limit(1);
  const { language } = source;
  const usual = template(language);
  return {
    dialogue: {
      language,
      houseRules: source.houseRules,
      helpContact: source.helpContact,
      settings: source.settings,
      ...(follows && { followsId: from }),
    },
    call: text ? callText(text) : usual.call,
    privacy: privacy?.text ?? usual.privacy,
    fields: fields.length > 0 ? fields : usual.fields,
    parties: parties.length > 0 ? parties : usual.parties,
    insights,
    runSheet: follows ? stepsFor("follow-up", language) : last ? await runSheetOf(tx, last.id) : usual.runSheet,
    capacity: last?.capacity ?? null,
  };
}

const stepsFor = (name: TemplateName, locale: Locale): StepRow[] =>
  stepsOfTemplate(name, locale).map((draft) => ({ ...draft, collects: [...draft.collects] }));

function callText({ lead, purpose, background, forWhom, whatHappens, owner, contact }: typeof call.$inferSelect): Basis["call"] {
  return { lead, purpose, background, forWhom, whatHappens, owner, contact };
}

/** The dialogues that this person may copy. */
export async function dialoguesToCopy(db: Reader, personId: PersonId): Promise<{ id: DialogueId; title: string }[]> {
  return db
    .selectDistinct({ id: dialogue.id, title: dialogue.title, createdAt: dialogue.createdAt })
    .from(dialogue)
    .innerJoin(membership, eq(membership.dialogueId, dialogue.id))
    .where(and(matches(membership, { personId, role: "organiser" }), isNull(membership.endedAt)))
    .orderBy(desc(dialogue.createdAt));
}
