import { eq } from "drizzle-orm";
import { contribution } from "../../../contribution/tables.ts";
import { mintLink } from "../../../dialogue/people/links.server.ts";
import { registration } from "../../../dialogue/people/tables.ts";
import { session } from "../../../dialogue/tables.ts";
import { writingOutside } from "../../../dialogue/writing-period.ts";
import { matches } from "../../../platform/database/matches.server.ts";
import type { LetterBuilder, LetterContext } from "../../../platform/mail/send.server.ts";
import { lobbyOpensMinutes, maySession } from "../../planning/session.ts";
import type { RegistrationState } from "../admission/places.ts";
import { connectionWords } from "../connection/messages/connection.ts";
import { registrationForm } from "../tables.ts";
import { buttonPart, calendarOf, findTopic, letterAbout, personalUrl, type Topic, textPart } from "./letter-parts.server.ts";
import type { ReminderKind } from "./reminders.ts";

const aWeek = 7 * 24 * 60;

/** The address is not confirmed yet: this letter holds no personal link. */
export const confirmLetter: LetterBuilder = async (context) => {
  const topic = await findTopic(context);
  const formId = context.mail.details.form;
  if (!topic || !formId) return null;
  const [form] = await context.tx.select().from(registrationForm).where(eq(registrationForm.id, formId));
  if (!form) return null;
  const { words, title, when, registration: mine } = topic;
  const about = { personId: context.person.id, dialogueId: mine.dialogueId, subjectId: formId, minutes: aWeek };
  const token = await mintLink(context.tx, "confirm", about);
  const isNew = mine.state === "pending" || mine.state === "withdrawn";
  return letterAbout(context, topic, {
    subject: words.confirm.subject({ title }),
    parts: [
      textPart((isNew ? words.confirm.first : words.confirm.again)({ title, when })),
      buttonPart(words.confirm.button, `${context.origin}/bevestig/${token}`),
      textPart(words.confirm.week),
      textPart(words.notYou),
    ],
  });
};

/** The newest letter about a place is the only one that leaves: who was promoted meanwhile does not hear of the waiting list. */
async function currentTopic(context: LetterContext, ...states: RegistrationState[]): Promise<Topic | null> {
  const topic = await findTopic(context);
  if (!topic || !states.includes(topic.registration.state)) return null;
  return context.mail.details.sequence === String(topic.registration.letterSequence) ? topic : null;
}

const statusLetter =
  (kind: "confirmed" | "waiting" | "declined"): LetterBuilder =>
  async (context) => {
    const topic = await currentTopic(context, kind);
    if (!topic) return null;
    const { words, title, when } = topic;
    const url = await personalUrl(context, topic);
    return letterAbout(context, topic, {
      subject: words[kind].subject({ title }),
      parts: [
        textPart(words[kind].text({ title, when })),
        buttonPart(words.myPage, url),
        textPart(words.personal),
        ...(kind === "declined" ? [] : [textPart(words.changeOrCancel)]),
      ],
    });
  };

export const confirmedLetter = statusLetter("confirmed");
export const waitingLetter = statusLetter("waiting");
export const declinedLetter = statusLetter("declined");

const placeLetter =
  (kind: "admitted" | "promoted"): LetterBuilder =>
  async (context) => {
    const topic = await currentTopic(context, "admitted");
    if (!topic) return null;
    const { words, title, dialogue: about, session: meeting } = topic;
    const isOpen = maySession(meeting.state, "enterLobby");
    const url = await personalUrl(context, topic);
    return letterAbout(context, topic, {
      subject: words[kind].subject({ title }),
      parts: [
        textPart(words[kind].text({ title })),
        ...whenAndWhere(topic),
        buttonPart(words.join, url),
        textPart(words.personal),
        ...(isOpen ? [] : [textPart(words.admitted.lobby({ minutes: lobbyOpensMinutes })), ...testing(context, url)]),
        ...preparing(topic, url),
        textPart(words.changeOrCancel),
        textPart(about.settings.linkInCalendar ? `${words.inCalendar} ${words.calendarLink}` : words.inCalendar),
      ],
      calendar: calendarOf(context, topic, "REQUEST", url),
    });
  };

export const admittedLetter = placeLetter("admitted");
export const promotedLetter = placeLetter("promoted");

export const withdrawnLetter: LetterBuilder = async (context) => {
  const topic = await currentTopic(context, "withdrawn");
  if (!topic) return null;
  const { words, title, when, registration: mine, dialogue: about } = topic;
  const [colleague] = await context.tx
    .select({ id: registration.id })
    .from(registration)
    .where(matches(registration, { substituteFor: mine.id, sessionId: mine.sessionId }));
  const text = colleague ? words.withdrawn.substituted : words.withdrawn.text;
  return letterAbout(context, topic, {
    subject: words.withdrawn.subject({ title }),
    parts: [
      textPart(text({ title, when })),
      textPart(words.withdrawn.back),
      buttonPart(words.withdrawn.backButton, `${context.origin}/oproep/${about.slug}`),
    ],
    ...(mine.admittedAt ? { calendar: calendarOf(context, topic, "CANCEL", null) } : {}),
  });
};

export const movedLetter: LetterBuilder = async (context) => {
  const topic = await currentTopic(context, "admitted", "waiting", "confirmed");
  if (!topic || topic.session.state === "cancelled") return null;
  const { words, title, when, registration: mine } = topic;
  const url = await personalUrl(context, topic);
  const has = mine.state === "admitted";
  return letterAbout(context, topic, {
    subject: words.moved.subject({ title }),
    parts: [
      textPart(words.moved.text({ title, when })),
      textPart(has ? words.moved.keep : words.moved.keepWaiting),
      buttonPart(has ? words.join : words.myPage, url),
      textPart(words.changeOrCancel),
      ...(has ? [textPart(words.inCalendar)] : []),
    ],
    ...(has ? { calendar: calendarOf(context, topic, "REQUEST", url) } : {}),
  });
};

export const cancelledLetter: LetterBuilder = async (context) => {
  const topic = await currentTopic(context, "admitted", "waiting", "confirmed");
  if (topic?.session.state !== "cancelled") return null;
  const { words, title, when, registration: mine, dialogue: about } = topic;
  return letterAbout(context, topic, {
    subject: words.cancelled.subject({ title }),
    parts: [
      textPart(words.cancelled.text({ title, when })),
      buttonPart(words.withdrawn.backButton, `${context.origin}/oproep/${about.slug}`),
    ],
    ...(mine.admittedAt ? { calendar: calendarOf(context, topic, "CANCEL", null) } : {}),
  });
};

export const reminderLetter =
  (kind: ReminderKind): LetterBuilder =>
  async (context) => {
    const topic = await findTopic(context);
    if (topic?.registration.state !== "admitted") return null;
    const { words, title, when, dialogue: about, session: meeting } = topic;
    const until = new Date(context.mail.details.until ?? meeting.startsAt);
    if (Date.now() > until.getTime() || meeting.state === "ended" || meeting.state === "cancelled") return null;
    const url = await personalUrl(context, topic);
    return letterAbout(context, topic, {
      subject: words.reminder.subject[kind]({ title, when }),
      parts: [
        textPart(words.reminder.text[kind]({ title })),
        ...whenAndWhere(topic),
        buttonPart(words.join, url),
        ...(kind === "30m" ? [] : testing(context, url)),
        ...(kind === "30m" || (await hasPrepared(context, topic)) ? [] : preparing(topic, url)),
        textPart(words.personal),
        textPart(kind === "30m" ? "" : words.changeOrCancel),
        textPart(about.helpContact ? words.reminder.help({ help: about.helpContact }) : ""),
      ].filter((part) => part.kind !== "text" || part.text !== ""),
    });
  };

const offerLetter =
  (kind: "invite" | "substitute"): LetterBuilder =>
  async (context) => {
    const topic = await findTopic(context);
    if (topic?.registration.state !== "pending" && kind === "invite") return null;
    if (!topic || !maySession(topic.session.state, kind === "invite" ? "invite" : "substitute")) return null;
    const { words, title, when, dialogue: about, registration: mine } = topic;
    const [from] = mine.offeredBy
      ? await context.tx
          .select({ name: registration.name, state: registration.state })
          .from(registration)
          .innerJoin(session, eq(session.id, registration.sessionId))
          .where(eq(registration.id, mine.offeredBy))
      : [];
    if (kind === "substitute" && from?.state !== "admitted" && from?.state !== "waiting" && from?.state !== "confirmed")
      return null;
    const token = await mintLink(context.tx, "invitation", {
      personId: context.person.id,
      dialogueId: mine.dialogueId,
      subjectId: mine.id,
    });
    return letterAbout(context, topic, {
      subject: words[kind].subject({ title }),
      parts: [
        textPart(words[kind].text({ title, when, from: from?.name ?? "" })),
        buttonPart(words[kind].button, `${context.origin}/uitnodiging/${token}`),
        buttonPart(words.invite.call, `${context.origin}/oproep/${about.slug}`),
        textPart(words[kind].why),
      ],
    });
  };

export const inviteLetter = offerLetter("invite");
export const substituteLetter = offerLetter("substitute");

/** Asked for again, by the person or by the organiser. */
export const linkLetter: LetterBuilder = async (context) => {
  const topic = await findTopic(context);
  if (!topic || topic.registration.state === "pending") return null;
  const { words, title } = topic;
  return letterAbout(context, topic, {
    subject: words.link.subject({ title }),
    parts: [
      textPart(words.link.text({ title })),
      ...whenAndWhere(topic),
      buttonPart(topic.registration.state === "admitted" ? words.join : words.myPage, await personalUrl(context, topic)),
      textPart(words.personal),
      textPart(words.link.notYou),
    ],
  });
};

export const deviceLetter: LetterBuilder = async (context) => {
  const topic = await findTopic(context);
  const { device, name } = context.mail.details;
  if (!topic || !device) return null;
  const { words, title, registration: mine } = topic;
  const about = { personId: context.person.id, dialogueId: mine.dialogueId, subjectId: device, minutes: 24 * 60 };
  const token = await mintLink(context.tx, "device", about);
  return letterAbout(context, topic, {
    subject: words.device.subject({ title }),
    parts: [
      textPart(words.device.text({ title, device: name ?? "" })),
      buttonPart(words.device.button, `${context.origin}/apparaat/${token}`),
      textPart(words.device.notYou),
    ],
  });
};

/** That one can prepare, as long as that is so. */
function preparing({ words, session: meeting, dialogue: about }: Topic, url: string) {
  if (writingOutside(meeting, about.state, new Date()) !== "before") return [];
  return [textPart(words.prepare.also), buttonPart(words.prepare.button, `${url}?naar=behoeften`)];
}

/** Long enough beforehand for an IT department to open a door. */
function testing({ locale }: LetterContext, url: string) {
  const words = connectionWords[locale].mail;
  return [textPart(words.text), buttonPart(words.button, `${url}?naar=verbinding`)];
}

async function hasPrepared({ tx, person }: LetterContext, { session: meeting }: Topic): Promise<boolean> {
  const [row] = await tx
    .select({ id: contribution.id })
    .from(contribution)
    .where(matches(contribution, { sessionId: meeting.id, personId: person.id, phase: "before" }))
    .limit(1);
  return row !== undefined;
}

function whenAndWhere({ words, when }: Topic) {
  return [{ kind: "list" as const, items: [words.when({ when }), words.where] }];
}
