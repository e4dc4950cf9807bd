import type { erasing as nl } from "../nl/erasing.ts";

const times = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`;

export const erasing: typeof nl = {
  title: "Erase this dialogue",
  lead: "All of this dialogue is gone then, also what is public. There is no way back. So two people look at it: one asks, another does it.",
  goes: "What goes",
  people: (p) => `The registrations of ${times(p.n, "person", "people")}. Who takes part in nothing else is erased.`,
  contributions: (p) => `${times(p.n, "contribution", "contributions")}.`,
  versions: (p) => `${times(p.n, "version", "versions")} of the report, with the data beside it.`,
  members: (p) => `The network, with ${times(p.n, "member", "members")}.`,
  further: "The call, the sessions, the insights, the themes, the programme, the texts of the team and the mail.",
  stays: "What stays",
  staysText:
    "The audit log stays. It says who did what when, in numbers and without texts. It also stays that this dialogue was erased. What others downloaded before we cannot take back. Do you want to keep something? Take it along before you erase.",
  ask: "Ask to erase",
  askText:
    "Nothing changes yet. The other organisers and the administrators get an e-mail. One of them can then erase the dialogue.",
  reason: "Why should the dialogue go?",
  reasonHint: "The other reads this. For example: the term for keeping it is over.",
  askButton: "Ask to erase",
  asked: "Somebody asked to erase",
  askedBy: (p) => `${p.name} asked on ${p.when} to erase this dialogue, for this reason:`,
  waits: "Another organiser or an administrator can erase the dialogue now. You cannot, because you asked.",
  typeTitle: "Type the title of the dialogue",
  typeTitleHint: (p) => `So that you are sure to erase the right one: ${p.title}`,
  eraseButton: "Erase the dialogue",
  keepButton: "Do not erase",
  withdrawButton: "Take the question back",
  problem: "Something is not right",
  errors: {
    reason: { missing: "Say why the dialogue should go.", long: "Make the reason shorter than 300 characters." },
    title: { missing: "Type the title.", long: "This is too long. Type the title." },
  },
  told: {
    asked: "You have asked. The others get an e-mail.",
    kept: "The dialogue stays. Nothing was erased.",
    erased: "The dialogue was erased.",
  },
  refused: {
    open: "This dialogue is not closed yet. Close the dialogue first. After that you can ask to erase it.",
    held: "An administrator holds this dialogue because it has to be kept. Ask the administrator whether that is over.",
    rehearsal: "There is still a rehearsal of this dialogue. Erase that first.",
    alone: "You are the only organiser, and there is no other administrator. First invite somebody who can look along.",
    "not-asked": "The question to erase was taken back already. Nothing was erased.",
    own: "You asked to erase yourself. Another has to do it.",
    title: "This is not the title of this dialogue. Nothing was erased. Type the title exactly.",
    gone: "This dialogue is no longer there.",
  },
  list: "Erasing dialogues",
  listLead:
    "Here stand the dialogues that an organiser wants erased. See whether it is right. Once you erase, nothing comes back.",
  none: "Nobody asks to erase a dialogue now.",
  link: "Erase this dialogue",
  mail: {
    asked: {
      subject: (p) => `Question to erase: ${p.title}`,
      greeting: (p) => (p.name ? `Dear ${p.name},` : "Hello,"),
      text: (p) => `${p.who} asks to erase the dialogue ‘${p.title}’. All of that dialogue is gone then, the report too.`,
      reason: (p) => `The reason: ${p.reason}`,
      you: "You can erase the dialogue, or leave it. If you do nothing, the dialogue stays.",
      button: "See the question",
    },
    kept: {
      subject: (p) => `Not erased: ${p.title}`,
      greeting: (p) => (p.name ? `Dear ${p.name},` : "Hello,"),
      text: (p) => `You asked to erase the dialogue ‘${p.title}’. Another decided not to. The dialogue stays.`,
    },
    erased: {
      subject: (p) => `A dialogue at ${p.site} was erased`,
      greeting: (p) => (p.name ? `Dear ${p.name},` : "Hello,"),
      text: "The dialogue for which you asked that was erased.",
    },
  },
};
