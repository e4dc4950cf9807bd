import { nothingAsked, type Part } from "./template.ts";

/** Peer consultation by the incident method, for four to eight colleagues at one table: nothing is collected. 60 minutes. */
export const peerConsultation: readonly Part[] = [
  {
    kind: "welcome",
    minutes: 5,
    title: { nl: "Afspraken", en: "Agreements" },
    question: nothingAsked,
    script: {
      nl: "Eén van u brengt een situatie in. De anderen helpen door te vragen en mee te denken. Wat u hier zegt, blijft hier. Noem geen namen van bewoners. Wat een overheid opschrijft en bewaart, kan onder de Wet open overheid vallen; daarom verzamelen wij hier niets. Wat u in het tekstgesprek typt, wordt alleen gewist als deze bijeenkomst vanuit een groep in het netwerk begon.",
      en: "One of you brings a situation. The others help by asking and thinking along. What you say here stays here. Give no names of residents. What a public body writes down and keeps may fall under the law on open government; that is why we collect nothing here. What you type in the text talk is erased only when this meeting began from a group in the network.",
    },
  },
  {
    kind: "group",
    minutes: 8,
    title: { nl: "Het moment", en: "The moment" },
    question: { nl: "Op welk moment wist u niet wat te doen?", en: "At which moment did you not know what to do?" },
    mix: "new",
    size: 8,
    collects: [],
    script: {
      nl: "Vertel in een paar minuten één moment: wat gebeurde er, en wat moest u besluiten? Vertel nog niet wat u deed.",
      en: "Tell one moment in a few minutes: what happened, and what did you have to decide? Do not tell yet what you did.",
    },
  },
  {
    kind: "group",
    minutes: 12,
    title: { nl: "Vragen", en: "Questions" },
    question: { nl: "Wat moet u weten om zelf te kunnen kiezen?", en: "What do you need to know to choose for yourself?" },
    mix: "keep",
    collects: [],
    script: {
      nl: "Stel alleen vragen naar feiten. Nog geen advies, ook niet in een vraag verpakt. Wie inbrengt, antwoordt kort.",
      en: "Ask for facts only. No advice yet, not even dressed as a question. Who brings it answers briefly.",
    },
  },
  {
    kind: "alone",
    minutes: 5,
    title: { nl: "Alleen: wat zou u doen", en: "Alone: what would you do" },
    question: { nl: "Wat zou u op dat moment doen, en waarom?", en: "What would you do at that moment, and why?" },
    collects: [],
    script: {
      nl: "Bedenk ieder voor zich wat u zou doen, en waarom. Schrijf het op papier, niet hier.",
      en: "Think each for yourself what you would do, and why. Write it on paper, not here.",
    },
  },
  {
    kind: "group",
    minutes: 18,
    title: { nl: "Naast elkaar", en: "Side by side" },
    question: { nl: "Waarin verschillen onze keuzes?", en: "In what do our choices differ?" },
    mix: "keep",
    collects: [],
    script: {
      nl: "Vertel om de beurt wat u zou doen en waarom. Wie inbrengt, luistert. Zoek niet naar de beste keuze, maar naar wat u verschillend ziet.",
      en: "In turn tell what you would do and why. Who brings it listens. Do not look for the best choice, but for what you see differently.",
    },
  },
  {
    kind: "group",
    minutes: 8,
    title: { nl: "Wat neemt u mee", en: "What you take along" },
    question: { nl: "Wat neemt u mee naar uw eigen werk?", en: "What do you take along to your own work?" },
    mix: "keep",
    collects: [],
    script: {
      nl: "Wie inbracht, vertelt wat hij of zij deed en wat er nu anders zou gaan. Daarna iedereen één zin: wat neemt u mee?",
      en: "Who brought it tells what they did and what would go differently now. Then one sentence each: what do you take along?",
    },
  },
  {
    kind: "close",
    minutes: 4,
    title: { nl: "Afsluiten", en: "Close" },
    question: nothingAsked,
    script: {
      nl: "Dank aan wie inbracht. Wilt u hiervan iets delen met anderen? Dan schrijft wie inbracht dat zelf op in de praktijkbibliotheek.",
      en: "Thanks to who brought it. Do you want to share something of this with others? Then who brought it writes that down in the library of practice.",
    },
  },
];
