import type { Both } from "../../language/words.ts";

/** What the invented people of a rehearsal say. */
const nl = {
  title: (title: string) => `Repetitie: ${title}`,
  name: (n: number) => `Oefendeelnemer ${n}`,
  freePlace: "Vrije plek",
  work: "doet mee met de repetitie",
  introduction: [
    "Ik werk in de wijk en ken veel gezinnen. Ik zoek iemand die de weg weet bij schulden.",
    "Ik breng ervaring met huisbezoeken mee. Ik zoek contact met scholen.",
    "Ik ken de regels van de gemeente goed. Ik zoek voorbeelden uit de praktijk.",
    "Ik woon hier al twintig jaar. Ik zoek mensen die blijven.",
  ],
  works: [
    "Wekelijks samen aan tafel met school en wijkteam werkt.",
    "Een inloopochtend in het buurthuis: mensen komen vanzelf.",
    "Eén telefoonnummer voor het hele team.",
  ],
  chafes: [
    "Elke organisatie vraagt opnieuw dezelfde gegevens.",
    "Projecten stoppen na twee jaar, en dan begint alles opnieuw.",
    "Ik weet niet wie er nog meer bij een gezin komt.",
  ],
  suggestion: [
    "Laat nieuwe collega’s een dag meelopen bij een andere organisatie.",
    "Maak één kaart van de wijk met wie wat doet.",
    "Houd spreekuur op school in plaats van op kantoor.",
  ],
  need: [
    "Een vast gezicht per gezin, dat mag beslissen.",
    "Tijd om na een huisbezoek met collega’s te overleggen.",
    "Een nummer dat ik ’s avonds kan bellen als het misgaat.",
    "Minder formulieren voordat iemand hulp krijgt.",
    "Weten wat er met mijn melding is gebeurd.",
    "Een plek waar ouders zonder afspraak terechtkunnen.",
    "Langer geld voor wat werkt, zodat mensen blijven.",
    "Een tolk die ik dezelfde dag kan inzetten.",
  ],
  note: [
    "Aan onze tafel noemden drie mensen hetzelfde: te veel loketten.",
    "We waren het eens dat vertrouwen tijd kost.",
    "Verschil van mening over wie de regie heeft.",
    "Afspraak: we delen elkaars telefoonnummers.",
  ],
  condition: [
    "Alleen als er iemand is die het overneemt bij ziekte.",
    "Mits de gezinnen er zelf om vragen.",
    "Als de gemeente het ook zo afspreekt.",
  ],
  example: [
    "Vorige maand liep dit vast omdat niemand mocht beslissen.",
    "Bij ons zijn er juist te veel overleggen.",
    "In onze wijk is er geen buurthuis meer.",
  ],
  talk: [
    "Bij ons is dat precies zo.",
    "Hoe doen jullie dat als een gezin niet wil?",
    "Dat herken ik van het wijkteam waar ik eerst werkte.",
    "Wie schrijft dit op?",
    "Op school zien we het pas als het al laat is.",
  ],
  insight: [
    "Een vast gezicht per gezin scheelt meer dan een extra loket.",
    "Wie in de wijk woont, ziet eerder dat het misgaat dan wie er werkt.",
    "Projecten van twee jaar kosten meer vertrouwen dan ze opleveren.",
  ],
  themeName: ["Eén gezicht, dat mag beslissen", "Tijd voor vertrouwen", "Weten wie er nog meer komt", "Hulp zonder formulieren"],
  help: "Wij weten niet wie de notities schrijft.",
};

const en: typeof nl = {
  title: (title) => `Rehearsal: ${title}`,
  name: (n) => `Practice participant ${n}`,
  freePlace: "Free place",
  work: "takes part in the rehearsal",
  introduction: [
    "I work in the neighbourhood and know many families. I look for somebody who knows the way in debts.",
    "I bring experience with home visits. I look for contact with schools.",
    "I know the rules of the municipality well. I look for examples from practice.",
    "I have lived here for twenty years. I look for people who stay.",
  ],
  works: [
    "Sitting at one table with school and neighbourhood team every week works.",
    "An open morning in the community centre: people come by themselves.",
    "One telephone number for the whole team.",
  ],
  chafes: [
    "Every organisation asks for the same information again.",
    "Projects stop after two years, and then everything starts again.",
    "I do not know who else visits a family.",
  ],
  suggestion: [
    "Let new colleagues spend a day at another organisation.",
    "Make one map of the neighbourhood with who does what.",
    "Hold office hours at school instead of at the office.",
  ],
  need: [
    "One familiar face per family, who may decide.",
    "Time to confer with colleagues after a home visit.",
    "A number that I can ring in the evening when things go wrong.",
    "Fewer forms before somebody gets help.",
    "Knowing what happened with my report.",
    "A place where parents can come without an appointment.",
    "Longer funding for what works, so that people stay.",
    "An interpreter whom I can call in the same day.",
  ],
  note: [
    "At our table three people said the same: too many counters.",
    "We agreed that trust takes time.",
    "We differ on who is in charge.",
    "Agreed: we share each other’s telephone numbers.",
  ],
  condition: [
    "Only if somebody takes over in case of illness.",
    "Provided that the families ask for it themselves.",
    "If the municipality agrees on it as well.",
  ],
  example: [
    "Last month this got stuck because nobody was allowed to decide.",
    "With us there are too many meetings as it is.",
    "In our neighbourhood there is no community centre any more.",
  ],
  talk: [
    "It is just like that with us.",
    "How do you do that when a family does not want it?",
    "I know that from the neighbourhood team where I worked before.",
    "Who writes this down?",
    "At school we only see it when it is late already.",
  ],
  insight: [
    "One familiar face per family helps more than one more counter.",
    "Who lives in the neighbourhood sees sooner that things go wrong than who works there.",
    "Projects of two years cost more trust than they bring.",
  ],
  themeName: ["One face that may decide", "Time for trust", "Knowing who else comes", "Help without forms"],
  help: "We do not know who writes the notes.",
};

export const botWords = { nl, en } satisfies Both<unknown>;
