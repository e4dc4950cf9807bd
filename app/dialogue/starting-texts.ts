import type { Locale } from "../platform/time.ts";

interface StartingTexts {
  readonly call: Readonly<Record<"lead" | "purpose" | "background" | "forWhom" | "whatHappens", string>>;
  readonly privacy: string;
  readonly houseRules: string;
  readonly sessionTitle: string;
  /** In the order of their shapes, 1 to 7. */
  readonly fields: readonly string[];
  readonly parties: readonly { readonly name: string; readonly organisationOptional: boolean }[];
}

const nl: StartingTexts = {
  call: {
    lead: "Werkt of leeft u in een wijk waar veel tegelijk speelt? Help ons bepalen wat u nodig hebt om er iets aan te doen.",
    purpose:
      "We willen weten wat mensen in de praktijk nodig hebben om hun wijk veerkrachtiger te maken. Met wat u inbrengt, maken we een programma van ondersteuning dat blijft: kennis die u kunt toepassen, en mensen bij wie u terechtkunt.",
    background:
      "Er zijn al eerste inzichten en ideeën. Die leggen we aan u voor: kloppen ze in uw praktijk, en wat ontbreekt er? Ook horen we graag wat er nu goed gaat en wat er knelt.",
    forWhom:
      "Voor professionals in wonen, werk en inkomen, scholing, veiligheid, opvoeding, zorg en hulpverlening, en sociaal functioneren. Ook medeoverheden, kennisinstellingen, maatschappelijke organisaties, vrijwilligers en bewoners zijn welkom.",
    whatHappens:
      "Alles wat u inbrengt, krijgt een plek in het verslag. U leest mee voordat het verschijnt. Daarna ziet u per bijdrage wat ermee is gedaan, ook als iets niet is overgenomen, met de reden.",
  },
  privacy: `Wat we van u vragen
Uw naam, e-mailadres, organisatie en functie, de soort partij, uw vakgebied en het gebied waar u werkt. U kunt ook opschrijven wat u nodig hebt om mee te doen. Dat laatste vragen we apart.

Waarvoor we dat gebruiken
Om u uit te nodigen, om gemengde deelgroepen te maken en om te zien welke vakgebieden en gebieden we nog niet horen.

Wie wat ziet
Het team ziet uw aanmelding. Andere deelnemers zien uw naam zoals u dat kiest: helemaal, alleen uw functie, of geen naam. Wat u nodig hebt om mee te doen, ziet alleen wie het voor u regelt.
Wat u kiest bij de praktijktoets en wat voor u het zwaarst weegt, ziet niemand. Cijfers over minder dan vijf mensen laten we niet zien.

Wat u inbrengt
Uw teksten kunnen in het verslag komen, zonder uw naam. Noem geen namen of andere gegevens van bewoners of cliënten.

Hoelang we het bewaren
Wat u nodig hebt om mee te doen, verwijderen we na de bijeenkomst. Uw bijdragen en uw aanmelding bewaren we tot één jaar na afloop van het programma.

Wat u zelf kunt doen
Via uw persoonlijke link kunt u uw gegevens inzien, meenemen en laten wissen. Hebt u een vraag of klacht? Neem contact op met de organisator, die bij de oproep staat. U kunt ook een klacht indienen bij de Autoriteit Persoonsgegevens.`,
  houseRules: `We luisteren om te begrijpen, niet om te reageren.
Iedereen komt aan het woord. Houd het kort.
Noem geen namen van bewoners of cliënten. Vertel geen verhaal waaraan iemand te herkennen is.
Wat hier gezegd wordt, mag mee naar buiten. Wie het zei niet.
Oneens zijn mag. Spreek over de zaak, niet over de persoon.`,
  sessionTitle: "Eerste bijeenkomst",
  fields: ["Wonen", "Werk en inkomen", "Scholing", "Veiligheid", "Opvoeding", "Zorg en hulpverlening", "Sociaal functioneren"],
  parties: [
    { name: "Praktijk", organisationOptional: false },
    { name: "Medeoverheid", organisationOptional: false },
    { name: "Kennisinstelling", organisationOptional: false },
    { name: "Maatschappelijke organisatie", organisationOptional: false },
    { name: "Vrijwilliger", organisationOptional: true },
    { name: "Bewoner", organisationOptional: true },
  ],
};

const en: StartingTexts = {
  call: {
    lead: "Do you work or live in a neighbourhood where much is going on at once? Help us find out what you need to do something about it.",
    purpose:
      "We want to know what people in practice need to make their neighbourhood more resilient. From what you bring in we make a programme of support that lasts: knowledge that you can use, and people you can turn to.",
    background:
      "There are first insights and ideas already. We put them to you: do they hold in your practice, and what is missing? We also like to hear what goes well now, and where it chafes.",
    forWhom:
      "For professionals in housing, work and income, schooling, safety, upbringing, care and assistance, and social functioning. Other public authorities, knowledge institutions, civil society organisations, volunteers and residents are welcome as well.",
    whatHappens:
      "Everything you bring in gets a place in the report. You read it before it appears. Afterwards you see for each contribution what was done with it, also when something was not taken up, with the reason.",
  },
  privacy: `What we ask of you
Your name, e-mail address, organisation and function, the kind of party, your field and the area where you work. You can also write down what you need to take part. That we ask for separately.

What we use it for
To invite you, to make mixed groups, and to see which fields and areas we do not hear yet.

Who sees what
The team sees your registration. Other participants see your name as you choose: in full, your function only, or no name. What you need to take part is seen only by who arranges it for you.
What you choose in the practice check, and what weighs most for you, nobody sees. We show no figures on fewer than five people.

What you bring in
Your texts may come in the report, without your name. Do not mention names or other data of residents or clients.

How long we keep it
What you need to take part we remove after the session. Your contributions and your registration we keep for up to one year after the programme ends.

What you can do yourself
By your personal link you can look at your data, take them along and have them erased. Do you have a question or a complaint? Get in touch with the organiser, who is named in the call. You can also complain to the Dutch data protection authority (Autoriteit Persoonsgegevens).`,
  houseRules: `We listen to understand, not to react.
Everybody gets to speak. Keep it short.
Mention no names of residents or clients. Tell no story by which somebody can be recognised.
What is said here may be taken outside. Who said it may not.
You may disagree. Speak about the matter, not about the person.`,
  sessionTitle: "First session",
  fields: ["Housing", "Work and income", "Schooling", "Safety", "Upbringing", "Care and assistance", "Social functioning"],
  parties: [
    { name: "Practice", organisationOptional: false },
    { name: "Other public authority", organisationOptional: false },
    { name: "Knowledge institution", organisationOptional: false },
    { name: "Civil society organisation", organisationOptional: false },
    { name: "Volunteer", organisationOptional: true },
    { name: "Resident", organisationOptional: true },
  ],
};

/** How a new dialogue begins, in its organiser's language; they may change all of it. */
export const startingTexts: Readonly<Record<Locale, StartingTexts>> = { nl, en };
