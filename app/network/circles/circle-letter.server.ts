import { and, eq } from "drizzle-orm";
import { personalWay } from "../../dialogue/people/personal-way.server.ts";
import type { CircleId } from "../../platform/ids.ts";
import type { LetterBuilder } from "../../platform/mail/send.server.ts";
import { dateTime } from "../../platform/time.ts";
import { aboutDialogue } from "../inbox/letters.server.ts";
import { networkWords } from "../messages/network.ts";
import { networkMember } from "../tables.ts";
import { circlesWords } from "./messages/circles.ts";
import { networkCircle, networkCirclePerson } from "./tables.ts";

/** Somebody is asked, moments are proposed, or the day is fixed; to who is in it at the moment of sending. The case itself stays out of mail. */
export const circleLetter: LetterBuilder = async ({ tx, person, locale, origin, siteName, mail }) => {
  const words = circlesWords[locale].letter;
  const frame = networkWords[locale].letters;
  if (!mail.dialogueId) return null;
  const [found] = await tx
    .select({ circle: networkCircle, name: networkMember.name })
    .from(networkCircle)
    .innerJoin(
      networkCirclePerson,
      and(eq(networkCirclePerson.circleId, networkCircle.id), eq(networkCirclePerson.personId, person.id)),
    )
    .innerJoin(
      networkMember,
      and(eq(networkMember.personId, networkCircle.personId), eq(networkMember.dialogueId, networkCircle.dialogueId)),
    )
    .where(eq(networkCircle.id, mail.details.circle as CircleId));
  const about = await aboutDialogue(tx, mail.dialogueId);
  const what = (["asked", "dates", "meeting"] as const).find((one) => one === mail.details.what);
  if (!found || !about || !what) return null;
  const { circle, name: by } = found;
  if (what === "meeting" && !circle.meetsAt) return null;
  const text =
    what === "meeting"
      ? words.meeting.text({ when: dateTime(circle.meetsAt as Date, locale), place: circle.place })
      : words[what].text({ name: by });
  const { name, token } = await personalWay(tx, person, mail.dialogueId);
  return {
    subject: words[what].subject({ title: circle.title }),
    greeting: frame.greeting({ name }),
    parts: [
      { kind: "text", text },
      {
        kind: "button",
        label: words[what].button,
        url: token ? `${origin}/mee/${token}?naar=groepen` : `${origin}/oproep/${about.slug}/link`,
      },
      { kind: "text", text: frame.personal },
    ],
    closing: frame.closing({ owner: about.owner || siteName, contact: about.contact ?? "" }),
  };
};
