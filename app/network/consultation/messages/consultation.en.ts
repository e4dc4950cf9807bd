import type { consultation as nl } from "./consultation.nl.ts";

export const consultation: typeof nl = {
  name: "Peer consultation",
  title: "Hold the consultation here",
  lead: "You meet in Klankbord, with a run sheet, a clock, picture, sound and text, as in every meeting.",
  what: [
    "Only who takes part in this group can join. The team of the dialogue cannot.",
    "Nothing is collected. Your question and your notes are not in it.",
    "Within two days after it all of the meeting is erased, also what you typed.",
    "You lead the meeting yourself, and sit at the table too. You get an e-mail with a link to lead, and one with a link to take part. Open them in two windows. The others get an e-mail with a link of their own.",
  ],
  woo: "What you keep at a public body in your own notes or mail may fall under the law on open government.",
  when: (p) => `The meeting is on ${p.when}.`,
  method: "How do you work?",
  methods: {
    "peer-consultation": "Incident method: one question, for four to eight colleagues, an hour",
    troika: "Troika: by threes, a question each, three quarters of an hour",
  },
  button: "Make the meeting ready",
  again: "Bring the meeting up to date",
  againText: "Has the day changed, or did somebody join? Then bring the meeting up to date. Everybody hears it by mail.",
  noMeeting: "Fix a day first. After that you can make the meeting ready here.",
  few: "Too few colleagues take part yet. Three will do.",
  ready: "The meeting is ready. Look in your mail: there is the link by which you lead it.",
  readyAlready: "The meeting is ready. Everybody has a mail with a link of their own.",
  toLead: "Lead the meeting (you sign in with the same mail address)",
  back: "To the group",
  houseRules: "What you say here stays here. Give no names of residents. Within two days after it all of this meeting is erased.",
  link: "Hold the consultation here, with picture, sound and a clock",
};
