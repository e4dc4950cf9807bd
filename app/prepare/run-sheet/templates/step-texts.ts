import type { StepKind, Words } from "../step.ts";

/** What participants read under the question, unless the organiser writes something else. */
export function instructionFor(kind: StepKind): Words {
  return instructions[kind];
}

/** What the facilitator reads beside the step. */
export function steeringFor(kind: StepKind): Words {
  return steering[kind];
}

const instructions: Record<StepKind, Words> = {
  welcome: {
    nl: "U hoort wat we gaan doen en wat er met uw inbreng gebeurt.",
    en: "You will hear what we are going to do and what happens with your input.",
  },
  introduction: {
    nl: "Stel u om de beurt kort voor. Uw kennismakingskaart ligt op tafel.",
    en: "Introduce yourselves briefly, one by one. Your card lies on the table.",
  },
  alone: {
    nl: "Schrijf eerst voor uzelf. Niemand leest mee tot u het deelt. Noem geen namen van bewoners.",
    en: "Write for yourself first. Nobody reads along until you share it. Do not name residents.",
  },
  group: {
    nl: "Leg samen op tafel wat u weet en wat u mist. Het hoeft nog niet af te zijn. Noem geen namen van bewoners.",
    en: "Put on the table together what you know and what you miss. It need not be finished. Do not name residents.",
  },
  break: {
    nl: "Even los van het scherm. Alles wat u typte, blijft bewaard.",
    en: "Step away from the screen. Everything you typed is kept.",
  },
  "practice-check": {
    nl: "Zeg per inzicht of u het ermee eens bent en of het past in uw praktijk. Niemand ziet wat u kiest.",
    en: "Say for each insight whether you agree and whether it fits your practice. Nobody sees what you choose.",
  },
  prioritise: {
    nl: "Kies de drie behoeften die in uw werk het zwaarst wegen. U kunt uw keuze veranderen zolang dit onderdeel duurt.",
    en: "Choose the three needs that weigh most in your work. You can change your choice as long as this part lasts.",
  },
  plenary: {
    nl: "We kijken met de hele groep wat er op tafel ligt.",
    en: "With the whole group we look at what is on the table.",
  },
  close: {
    nl: "U hoort hoe het verdergaat en wanneer u leest wat er met uw inbreng is gedaan.",
    en: "You will hear what comes next and when you can read what was done with your input.",
  },
};

const steering: Record<StepKind, Words> = {
  welcome: {
    nl: "Heet iedereen welkom. Vertel waarvoor de dialoog is, wat de spelregels zijn en waar hulp te vinden is.",
    en: "Welcome everybody. Say what the dialogue is for, what the house rules are and where to find help.",
  },
  introduction: {
    nl: "Lees de vraag voor. Vraag elke deelgroep om een notulist te kiezen. Let op deelgroepen waar het stil blijft.",
    en: "Read the question aloud. Ask each group to choose a note taker. Look out for groups that stay silent.",
  },
  alone: {
    nl: "Lees de vraag voor en wees dan stil. Zeg dat niemand meeleest tot iemand zelf deelt.",
    en: "Read the question aloud, then be silent. Say that nobody reads along until a person shares.",
  },
  group: {
    nl: "Vraag iedereen om eerst de eigen notities te delen. Help deelgroepen die om hulp vragen of niets opschrijven.",
    en: "Ask everybody to share their own notes first. Help groups that ask for it or write nothing down.",
  },
  break: {
    nl: "Zeg hoe laat het verdergaat. De klok staat op elk scherm.",
    en: "Say at what time it goes on. The clock is on every screen.",
  },
  "practice-check": {
    nl: "Leg uit dat niemand ziet wie wat kiest. Kijk of er eigen inzichten wachten op uw goedkeuring.",
    en: "Explain that nobody sees who chooses what. Look whether insights of participants wait for your approval.",
  },
  prioritise: {
    nl: "Vraag wat het zwaarst weegt in het werk, niet wat het mooiste klinkt. Toon de uitkomst pas na afloop.",
    en: "Ask what weighs most in the work, not what sounds best. Show the outcome only afterwards.",
  },
  plenary: {
    nl: "Toon wat opvalt: wat velen delen, en wat maar één vakgebied ziet. Geef het woord aan een paar deelgroepen.",
    en: "Show what stands out: what many share, and what only one field sees. Give the floor to a few groups.",
  },
  close: {
    nl: "Vertel wat er met de inbreng gebeurt, wanneer het verslag komt en hoe mensen meelezen. Bedank iedereen.",
    en: "Say what happens with the input, when the report comes and how people can review it. Thank everybody.",
  },
};
