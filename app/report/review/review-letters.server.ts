import { eq } from "drizzle-orm";
import { mayDialogue } from "../../dialogue/dialogue.ts";
import { personalWay } from "../../dialogue/people/personal-way.server.ts";
import { call, dialogue } from "../../dialogue/tables.ts";
import type { ReviewId } from "../../platform/ids.ts";
import type { LetterBuilder, LetterContext } from "../../platform/mail/send.server.ts";
import { dateLong } from "../../platform/time.ts";
import { listRecognisable } from "../gather/recognisable.server.ts";
import { review } from "../tables.ts";
import { reviewWords } from "./messages/review.ts";
import { takeUntold } from "./remarks.server.ts";
import { momentOf } from "./review.ts";

const reviewLetter =
  (which: "open" | "closing"): LetterBuilder =>
  async (context) => {
    const { tx, mail, person, locale, origin, siteName } = context;
    const { details } = mail;
    const [about] = await tx
      .select({ review, title: dialogue.title, state: dialogue.state, owner: call.owner, contact: call.contact })
      .from(review)
      .innerJoin(dialogue, eq(dialogue.id, review.dialogueId))
      .leftJoin(call, eq(call.dialogueId, dialogue.id))
      .where(eq(review.id, details.review as ReviewId));
    if (!about || momentOf(about.review, new Date()) !== "open" || !mayDialogue(about.state, "draftReport")) return null;
    // Written for a plan that has changed since: the new one has a letter of its own.
    const planned =
      which === "open"
        ? about.review.opensAt.toISOString() === details.opens
        : about.review.closesAt.toISOString() === details.closes;
    if (!planned) return null;
    const m = reviewWords[locale].letters;
    const { name, token } = await personalWay(tx, person, about.review.dialogueId);
    if (!token) return null;
    const { title } = about;
    const known = await listRecognisable(tx, about.review.dialogueId, about.review.content, person.id);
    const until = dateLong(new Date(about.review.closesAt.getTime() - 1), locale);
    return {
      subject: m[which].subject({ title }),
      greeting: m.greeting({ name }),
      parts: [
        { kind: "text", text: m[which].text({ title, until }) },
        { kind: "list", items: m.can },
        ...(known.length > 0 ? [{ kind: "text" as const, text: m.recognisable({ numbers: known }) }] : []),
        { kind: "button", label: m.button, url: `${origin}/mee/${token}?naar=meelezen` },
        { kind: "text", text: m.personal },
      ],
      closing: m.farewell({ owner: about.owner || siteName, contact: about.contact ?? "" }),
    };
  };

export const reviewOpenLetter = reviewLetter("open");
export const reviewClosingLetter = reviewLetter("closing");

/** What was answered to somebody's remarks since the last letter, in one. */
export const answeredLetter: LetterBuilder = async ({ tx, mail, person, locale, origin, siteName }: LetterContext) => {
  if (!mail.dialogueId) return null;
  const answered = await takeUntold(tx, mail.dialogueId, person.id);
  const [about] = await tx
    .select({ title: dialogue.title, owner: call.owner, contact: call.contact })
    .from(dialogue)
    .leftJoin(call, eq(call.dialogueId, dialogue.id))
    .where(eq(dialogue.id, mail.dialogueId));
  const { name, token } = await personalWay(tx, person, mail.dialogueId);
  if (answered.length === 0 || !about || !token) return null;
  const m = reviewWords[locale].letters;
  const short = (text: string) => (text.length > 120 ? `${text.slice(0, 117)}…` : text);
  return {
    subject: m.answered.subject({ title: about.title, n: answered.length }),
    greeting: m.greeting({ name }),
    parts: [
      { kind: "text", text: m.answered.text({ title: about.title }) },
      {
        kind: "list",
        items: answered.map(({ text, verdict, answer }) =>
          m.answered.line({ remark: short(text), verdict: m.answered.verdicts[verdict ?? "not"], answer }),
        ),
      },
      { kind: "button", label: m.button, url: `${origin}/mee/${token}?naar=meelezen` },
      { kind: "text", text: m.personal },
    ],
    closing: m.farewell({ owner: about.owner || siteName, contact: about.contact ?? "" }),
  };
};
