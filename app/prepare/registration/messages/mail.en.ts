import type { Same } from "../../../language/locale.ts";
import type { mail as source } from "./mail.nl.ts";

export const mail: Same<typeof source> = {
  greeting: (p) => (p.name ? `Dear ${p.name},` : "Hello,"),
  closing: (p) => ["Kind regards,", p.owner, p.contact ? `Questions or help: ${p.contact}` : ""].filter(Boolean).join("\n"),
  when: (p) => `When: ${p.when}`,
  where: "Where: online, in your browser. You do not need to install anything.",
  join: "Join",
  myPage: "View your registration",
  personal:
    "This link is for you alone. Please do not forward it. It works on your computer and your phone, as often as you like.",
  changeOrCancel:
    "Can you not come after all? Sign off with the link, or give your place to a colleague, so that somebody else can join.",
  inCalendar: "The appointment for your calendar is attached.",
  calendarLink:
    "The calendar entry holds your personal link too. Do you share your calendar with colleagues? Then take the link out.",
  notYou: "Did you not register? Then you need not do anything. Nothing will happen with your mail address.",
  confirm: {
    subject: (p) => `Confirm your registration for ‘${p.title}’`,
    first: (p) =>
      `You registered for the online dialogue ‘${p.title}’ on ${p.when}. Use the button to confirm that this is your mail address. Only then your registration counts.`,
    again: (p) =>
      `You filled in the form again for the online dialogue ‘${p.title}’ on ${p.when}. Use the button, and your new answers replace the earlier ones. If you do not, nothing changes.`,
    button: "Confirm your registration",
    week: "The link works once, for a week.",
  },
  confirmed: {
    subject: (p) => `We have your registration for ‘${p.title}’`,
    text: (p) =>
      `Thank you. We have your registration for the online dialogue ‘${p.title}’ on ${p.when}. From all registrations the organiser chooses a mixed group. You will hear whether you have a place.`,
  },
  admitted: {
    subject: (p) => `You take part in ‘${p.title}’`,
    text: (p) => `You have a place in the online dialogue ‘${p.title}’. The button takes you in.`,
    lobby: (p) => `The session opens ${p.minutes} minutes before it starts. Then you can see whether everything works.`,
  },
  promoted: {
    subject: (p) => `There is a place for you in ‘${p.title}’`,
    text: (p) => `You were on the waiting list of the online dialogue ‘${p.title}’. A place has come free, and it is yours.`,
  },
  waiting: {
    subject: (p) => `You are on the waiting list of ‘${p.title}’`,
    text: (p) =>
      `All places in the online dialogue ‘${p.title}’ on ${p.when} are taken. You are on the waiting list. If a place comes free, you will hear at once.`,
  },
  declined: {
    subject: (p) => `No place in ‘${p.title}’`,
    text: (p) =>
      `Thank you for registering for the online dialogue ‘${p.title}’ on ${p.when}. There were more registrations than places, and we wanted a group with people from every field. We are sorry that we have no place for you. Everybody will be able to read the report.`,
  },
  withdrawn: {
    subject: (p) => `You signed off from ‘${p.title}’`,
    text: (p) =>
      `You signed off from the online dialogue ‘${p.title}’ on ${p.when}. You can take the appointment out of your calendar.`,
    substituted: (p) =>
      `Your colleague has taken over your place in the online dialogue ‘${p.title}’ on ${p.when}. You are signed off now.`,
    back: "Do you want to take part after all? Then register again.",
    backButton: "To the call",
  },
  moved: {
    subject: (p) => `Another date or time: ‘${p.title}’`,
    text: (p) => `The session of the online dialogue ‘${p.title}’ has been moved. It is now on ${p.when}.`,
    keep: "Your place remains yours. You need not do anything.",
    keepWaiting: "Your registration stands. You need not do anything.",
  },
  cancelled: {
    subject: (p) => `Cancelled: ‘${p.title}’`,
    text: (p) => `The session of the online dialogue ‘${p.title}’ on ${p.when} is cancelled. You need not sign off.`,
  },
  reminder: {
    subject: {
      "7d": (p) => `In a week: ‘${p.title}’`,
      "1d": (p) => `Tomorrow: ‘${p.title}’`,
      "30m": (p) => `In half an hour: ‘${p.title}’`,
    },
    text: {
      "7d": (p) => `The online dialogue ‘${p.title}’ is in a week. You have a place.`,
      "1d": (p) => `The online dialogue ‘${p.title}’ is tomorrow. You have a place.`,
      "30m": (p) => `The online dialogue ‘${p.title}’ starts in half an hour. You can come in now.`,
    },
    help: (p) => `Trouble with the technique? ${p.help}`,
  },
  prepare: {
    subject: (p) => `Prepare for ‘${p.title}’: what do you need?`,
    text: (p) =>
      `On ${p.when} you take part in the online dialogue ‘${p.title}’. Write down now what you need in your work. It takes a few minutes.`,
    yours: "Only you see what you write. In the session it is there for you, and you choose what you share.",
    button: "Write down what you need",
    also: "You can already write down what you need. Only you see it, until you share it in the session.",
  },
  add: {
    subject: {
      first: (p) => `Thank you for your input to ‘${p.title}’. You can still add to it`,
      again: (p) => `One more day to add to ‘${p.title}’`,
    },
    text: {
      first: (p) =>
        `The session of the online dialogue ‘${p.title}’ is over. Was something left unsaid, or were you not there? You can add to it up to and including ${p.last}.`,
      again: (p) =>
        `Up to and including ${p.last} you can add to the online dialogue ‘${p.title}’. After that the team goes on with the report.`,
    },
    what: "What you still write can be read by everybody of the session and goes along in the report.",
    button: "Add something",
    enough: "Nothing to add? Then there is nothing you need to do.",
  },
  moderated: {
    hidden: {
      subject: (p) =>
        p.n === 1
          ? `A contribution of yours was hidden in ‘${p.title}’`
          : `${p.n} contributions of yours were hidden in ‘${p.title}’`,
      text: (p) =>
        p.n === 1
          ? `The facilitator hid a contribution of yours in the online dialogue ‘${p.title}’. Others no longer see it. It is not gone: you still see it among your input.`
          : `The facilitator hid contributions of yours in the online dialogue ‘${p.title}’. Others no longer see them. They are not gone: you still see them among your input.`,
    },
    redacted: {
      subject: (p) =>
        p.n === 1
          ? `Words were taken out of a contribution of yours in ‘${p.title}’`
          : `Words were taken out of ${p.n} contributions of yours in ‘${p.title}’`,
      text: (p) =>
        p.n === 1
          ? `The facilitator took words out of a contribution of yours in the online dialogue ‘${p.title}’. ‘[weggehaald]’ (taken out) stands in their place now. The rest is still there. The old words are kept nowhere.`
          : `The facilitator took words out of contributions of yours in the online dialogue ‘${p.title}’. ‘[weggehaald]’ (taken out) stands in their place now. The rest is still there. The old words are kept nowhere.`,
    },
    both: { subject: (p) => `${p.n} contributions of yours were hidden or changed in ‘${p.title}’` },
    item: (p) => `Contribution ${p.number}. Reason: ${p.reason || "none"}`,
    again:
      "Do you want to write it differently? You can as long as you can write in the session. If you disagree, please get in touch.",
    button: "See your input",
  },
  invite: {
    subject: (p) => `Invitation to the online dialogue ‘${p.title}’`,
    text: (p) =>
      `We invite you to the online dialogue ‘${p.title}’ on ${p.when}. What we know about you is in the form already. Complete it, and you are registered.`,
    button: "Complete your registration",
    call: "Read first what it is about",
    why: "Do you not want to take part? Then you need not do anything.",
  },
  substitute: {
    subject: (p) => `Will you take over a colleague's place in ‘${p.title}’?`,
    text: (p) =>
      `${p.from} cannot take part in the online dialogue ‘${p.title}’ on ${p.when}, and offers you that place. Fill in the form, and the place is yours.`,
    button: "Take over the place",
    why: "Can you not come either? Let your colleague know. You need not do anything else.",
  },
  link: {
    subject: (p) => `Your personal link for ‘${p.title}’`,
    text: (p) => `This is your personal link for the online dialogue ‘${p.title}’.`,
    notYou: "Did you not ask for this? Then you need not do anything.",
  },
  device: {
    subject: (p) => `New device for ‘${p.title}’: is this you?`,
    text: (p) => `Your personal link for ‘${p.title}’ was opened on a new device: ${p.device}. Is this you? Then confirm it.`,
    button: "Yes, this is me",
    notYou:
      "Is this not you? Then do not confirm: the other device does not get in. Ask for a new link at the call, and end all devices on your own page.",
  },
};
