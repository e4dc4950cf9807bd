import { nothingAsked, type Part } from "./template.ts";

const rounds = [
  { nl: "Eerste ronde", en: "First round" },
  { nl: "Tweede ronde", en: "Second round" },
  { nl: "Derde ronde", en: "Third round" },
] as const;

/** Three at a table; each in turn brings a question and listens while the others think aloud. Nothing is collected. 46 minutes. */
export const troika: readonly Part[] = [
  {
    kind: "welcome",
    minutes: 5,
    title: { nl: "Afspraken", en: "Agreements" },
    question: nothingAsked,
    script: {
      nl: "U zit zo met z’n drieën of vieren. Om de beurt brengt iemand een vraag in; de anderen denken hardop mee. Wat u hier zegt, blijft hier. Noem geen namen van bewoners. Er wordt niets verzameld.",
      en: "You will sit with three or four. In turn one brings a question; the others think aloud. What you say here stays here. Give no names of residents. Nothing is collected.",
    },
  },
  ...rounds.map(
    (title, at): Part => ({
      kind: "group",
      minutes: 12,
      title,
      question: { nl: "Waar loop ik tegenaan, en welke hulp zoek ik?", en: "What do I run into, and what help do I look for?" },
      mix: at === 0 ? "new" : "keep",
      size: 3,
      collects: [],
      script: {
        nl: "Twee minuten: wie aan de beurt is, vertelt de vraag. Twee minuten: de anderen vragen wat zij nog moeten weten. Zes minuten: wie aan de beurt is, zet beeld en geluid uit of draait zich om, luistert en zegt niets; de anderen bespreken wat zij zouden doen. Twee minuten: wie luisterde, vertelt wat bruikbaar was. Daarna is de volgende aan de beurt.",
        en: "Two minutes: whose turn it is tells the question. Two minutes: the others ask what they still need to know. Six minutes: whose turn it is turns away, listens and says nothing; the others discuss what they would do. Two minutes: who listened tells what was of use. Then the next one has a turn.",
      },
    }),
  ),
  {
    kind: "close",
    minutes: 5,
    title: { nl: "Afsluiten", en: "Close" },
    question: nothingAsked,
    script: {
      nl: "Ieder één zin: wat gaat u nu als eerste doen? Wilt u hiervan iets delen met anderen? Dan schrijft wie de vraag inbracht dat zelf op in de praktijkbibliotheek.",
      en: "One sentence each: what will you do first? Do you want to share something of this with others? Then who brought the question writes that down in the library of practice.",
    },
  },
];
