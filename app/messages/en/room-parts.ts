import type { Same } from "../locale.ts";
import type { roomParts as source } from "../nl/room-parts.ts";

export const roomParts: Same<typeof source> = {
  marks: {
    left: (p) =>
      p.n === 0
        ? "You gave your three marks. You can take one back."
        : p.n === 1
          ? "You have 1 mark left."
          : `You have ${p.n} marks left.`,
    themes: "What is it about?",
    noThemes: "There are no themes to weigh yet. The analyst makes them; they will appear here.",
    needs: (p) => (p.n === 1 ? "1 need" : `${p.n} needs`),
    secret: "Nobody sees where your marks are. You can move them as long as this part lasts.",
    give: "Give a mark",
    take: "Take back",
    marked: "Your mark",
    none: "No needs have been shared yet to weigh.",
    yours: "Where you put a mark",
    gone: "This need is no longer shown. You can take your mark back.",
    notShared: (p: { n: number }) =>
      p.n === 1
        ? "One need of yours is not shared with everybody yet"
        : `${p.n} needs of yours are not shared with everybody yet`,
    notSharedText: "Only what is shared with everybody can get a mark.",
    all: "All fields",
    fields: "Show needs of",
    noneOfField: "Nothing has been shared from this field yet.",
  },
  lobby: {
    welcome: (p) => (p.name ? `Welcome, ${p.name}` : "Welcome"),
    begins: (p) => `We begin at ${p.time}. You need not do anything; this page goes on by itself.`,
    agenda: "Agenda",
    here: "Who is here?",
    count: (p) => (p.n === 1 ? "You are the first." : `There are ${p.n} people.`),
    few: "fewer than 5",
    atLeast: (p: { n: number }) => `${p.n} or more`,
    drawing: "A round table with people of the fields that are here. You sit at it too.",
    drawingHint: "One mark at the table stands for about five people. Your own place has a yellow rim.",
    kept: "What we keep",
    agreed: "You have read this.",
  },
  before: {
    title: "The session has not begun yet",
    text: (p) => `It is on ${p.date}. From ${p.lobby} you can come in here, with the same link.`,
    calendar: "Add to your calendar",
  },
  ended: {
    title: "Thank you, the session is over",
    text: "Everything you shared is kept. The team brings the needs together in themes and writes a report. You will hear when it is there.",
    yours: "What you brought in",
    toMine: "See what happens with your input",
  },
  cancelled: { title: "This session will not take place", text: "You have been told. Your page says what is possible now." },
  waits: {
    title: "You have no place in this session yet",
    states: {
      pending: "Your e-mail address is not confirmed yet. Open the link in your e-mail.",
      confirmed: "You are registered. The organiser still chooses who takes part; you will get an e-mail about it.",
      waiting: "You are on the waiting list. As soon as a place comes free you get an e-mail.",
      declined: "There were more registrations than places. The report can be read by everybody later.",
      withdrawn: "You signed off from this session.",
    },
    device: "This device is not confirmed yet. Open the link that we mailed you.",
    removedTitle: "You no longer take part",
    removed: "The facilitator took you out of the session. What you shared before is kept.",
    contact: (p: { contact: string }) => `Questions? ${p.contact}`,
    when: (p: { when: string }) => `The session is on ${p.when}.`,
  },
  flag: {
    open: "Report this",
    done: "Reported by you",
    why: "Why do you report this?",
    reasons: {
      personal: "It holds data about somebody",
      threat: "It is threatening or discriminating",
      hurtful: "It is hurtful",
      other: "Something else",
    },
    text: "Explanation",
    optional: "not required",
    who: "Only the facilitator sees that you report this; its writer does not.",
    send: "Send report",
    yours: (p) => (p.n === 1 ? "Your report" : `Your ${p.n} reports`),
    of: (p) => `Contribution ${p.number}`,
    waits: "The facilitator looks at it.",
    outcomes: {
      hidden: "Taken away. Nobody sees it any more.",
      redacted: "The words were taken out.",
      dismissed: "The facilitator lets it stand.",
      changed: "Its writer changed it or took it back.",
    },
    because: (p) => `Reason: ${p.answer}`,
  },
  refused: {
    title: "This could not be kept",
    back: "Back to the session",
    again: "Send again",
    yourText: "Your text is below, so that nothing is lost.",
    fields: {
      text: "Your text",
      condition: "Your condition",
      example: "Your example",
      situation: "In which situation?",
      forWhom: "For whom?",
      tried: "What has been tried?",
      wouldHelp: "What would help?",
      does: "What I do",
      place: "Where I work",
      offers: "What I can offer",
      looksFor: "What I look for",
    },
  },
};
