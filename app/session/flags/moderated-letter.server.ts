import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Subject } from "../../contribution/flags.server.ts";
import { hideContribution, type Told } from "../../contribution/moderation.server.ts";
import { type Redaction, redact } from "../../contribution/redact.server.ts";
import { contribution } from "../../contribution/tables.ts";
import { registration } from "../../dialogue/people/tables.ts";
import type { Db, Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { ContributionId, DialogueId, PersonId, SessionId } from "../../platform/ids.ts";
import { post } from "../../platform/mail/outbox.server.ts";
import type { LetterBuilder } from "../../platform/mail/send.server.ts";
import { mail } from "../../platform/mail/tables.ts";
import {
  buttonPart,
  findTopic,
  letterAbout,
  personalUrl,
  textPart,
} from "../../prepare/registration/mail/letter-parts.server.ts";
import { presentIn } from "../live/presence.server.ts";

interface At {
  readonly dialogueId: DialogueId;
  readonly sessionId: SessionId;
}
type How = "hidden" | "redacted";

/** A facilitator who takes away more than one thing does so within this time: its writer gets one mail. */
const gatherMs = 10 * 60_000;

/** Takes a contribution from the screens. Its writer reads that on the screen; who is not in the room gets a mail. */
export const hide = (db: Db, at: At, who: PersonId, id: ContributionId, reason: string): Promise<void> =>
  hideContribution(db, at, who, id, reason, (tx, told) => tell(tx, at.dialogueId, "hidden", [told]));

/** Replaces words everywhere; the writers of what they stood in hear of it in the same way. */
export const takeWords = (db: Db, at: At, who: PersonId, subject: Subject, wish: Redaction): Promise<number> =>
  redact(db, at, who, subject, wish, (tx, told) => tell(tx, at.dialogueId, "redacted", told));

async function tell(tx: Tx, dialogueId: DialogueId, how: How, told: readonly Told[]): Promise<void> {
  const byWriter = Map.groupBy(told, ({ personId, sessionId }) => `${sessionId} ${personId}`);
  for (const own of byWriter.values()) {
    const { personId, sessionId, now } = own[0] as Told;
    if (!personId || (await presentIn(tx, sessionId)).has(personId)) continue;
    await tellWriter(tx, { dialogueId, sessionId, personId, now }, how, new Set(own.map(({ id }) => id)));
  }
}

type Writer = { readonly dialogueId: DialogueId; readonly sessionId: SessionId; readonly personId: PersonId; readonly now: Date };

async function tellWriter(tx: Tx, { now, ...writer }: Writer, how: How, ids: ReadonlySet<ContributionId>): Promise<void> {
  const { personId, sessionId } = writer;
  // One that is leaving at this moment is passed by: what it says is read already.
  const [waiting] = await tx
    .select({ id: mail.id, details: mail.details })
    .from(mail)
    .where(
      and(matches(mail, { personId, sessionId, kind: "contribution.moderated", state: "waiting" }), sql`${mail.dueAt} > now()`),
    )
    .for("update", { skipLocked: true });
  if (waiting) {
    const all = [...new Set([...idsIn(waiting.details, how), ...ids])].join(" ");
    await tx
      .update(mail)
      .set({ details: { ...waiting.details, [how]: all } })
      .where(eq(mail.id, waiting.id));
    return;
  }
  const [mine] = await tx
    .select({ id: registration.id })
    .from(registration)
    .where(matches(registration, { sessionId, personId }));
  if (!mine) return;
  await post(tx, {
    ...{ ...writer, kind: "contribution.moderated", event: `${[...ids][0]}:${now.toISOString()}` },
    details: { registration: mine.id, [how]: [...ids].join(" ") },
    dueAt: new Date(now.getTime() + gatherMs),
  });
}

const idsIn = (details: Readonly<Record<string, string>>, how: How) =>
  (details[how] ?? "").split(" ").filter(Boolean) as ContributionId[];

/** All that is so still when it leaves: what came back meanwhile is not spoken of, nor words of what is hidden. */
export const moderatedLetter: LetterBuilder = async (context) => {
  const topic = await findTopic(context);
  const { details } = context.mail;
  const ids = { hidden: new Set(idsIn(details, "hidden")), redacted: new Set(idsIn(details, "redacted")) };
  const all = [...ids.hidden, ...ids.redacted];
  if (!topic || all.length === 0) return null;
  const rows = await context.tx
    .select({
      id: contribution.id,
      number: contribution.number,
      state: contribution.state,
      hidden: contribution.hiddenReason,
      redacted: contribution.redactedReason,
    })
    .from(contribution)
    .where(
      and(
        inArray(contribution.id, all),
        eq(contribution.personId, context.person.id),
        inArray(contribution.state, ["visible", "hidden"]),
      ),
    )
    .orderBy(asc(contribution.number));
  const hidden = rows.filter(({ id, state }) => ids.hidden.has(id) && state === "hidden");
  const redacted = rows.filter((row) => ids.redacted.has(row.id) && row.redacted !== null && !hidden.includes(row));
  if (hidden.length + redacted.length === 0) return null;
  const { words, title } = topic;
  const part = (how: How, of: typeof rows) =>
    of.length === 0
      ? []
      : [
          textPart(words.moderated[how].text({ title, n: of.length })),
          {
            kind: "list" as const,
            items: of.map((row) => words.moderated.item({ number: row.number, reason: row[how] ?? "" })),
          },
        ];
  const subject =
    redacted.length === 0 ? words.moderated.hidden : hidden.length === 0 ? words.moderated.redacted : words.moderated.both;
  return letterAbout(context, topic, {
    subject: subject.subject({ title, n: hidden.length + redacted.length }),
    parts: [
      ...part("hidden", hidden),
      ...part("redacted", redacted),
      textPart(words.moderated.again),
      buttonPart(words.moderated.button, `${await personalUrl(context, topic)}?naar=inbreng`),
      textPart(words.personal),
    ],
  });
};
