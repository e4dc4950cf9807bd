/** How a new dialogue begins: texts and lists in Dutch, all of which the organiser may change. */
export const startingCall = {
  lead: "Werkt of leeft u in een wijk waar veel tegelijk speelt? Help ons bepalen wat u nodig hebt om er iets aan te doen.",
  purpose:
    "We willen weten wat mensen in de praktijk nodig hebben om hun wijk veerkrachtiger te maken. Met wat u inbrengt, maken we een programma van ondersteuning dat blijft: kennis die u kunt toepassen, en mensen bij wie u terechtkunt.",
  background:
    "Er zijn al eerste inzichten en ideeën. Die leggen we aan u voor: kloppen ze in uw praktijk, en wat ontbreekt er? Ook horen we graag wat er nu goed gaat en wat er knelt.",
  forWhom:
    "Voor professionals in wonen, werk en inkomen, scholing, veiligheid, opvoeding, zorg en hulpverlening, en sociaal functioneren. Ook medeoverheden, kennisinstellingen, maatschappelijke organisaties, vrijwilligers en bewoners zijn welkom.",
  whatHappens:
    "Alles wat u inbrengt, krijgt een plek in het verslag. U leest mee voordat het verschijnt. Daarna ziet u per bijdrage wat ermee is gedaan, ook als iets niet is overgenomen, met de reden.",
} as const;

export const startingPrivacy = `Wat we van u vragen
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
Via uw persoonlijke link kunt u uw gegevens inzien, meenemen en laten wissen. Hebt u een vraag of klacht? Neem contact op met de organisator, die bij de oproep staat. U kunt ook een klacht indienen bij de Autoriteit Persoonsgegevens.`;

export const startingHouseRules = `We luisteren om te begrijpen, niet om te reageren.
Iedereen komt aan het woord. Houd het kort.
Noem geen namen van bewoners of cliënten. Vertel geen verhaal waaraan iemand te herkennen is.
Wat hier gezegd wordt, mag mee naar buiten. Wie het zei niet.
Oneens zijn mag. Spreek over de zaak, niet over de persoon.`;

export const startingSessionTitle = "Eerste bijeenkomst";

/** In the order of their shapes, 1 to 7. */
export const startingFields: readonly string[] = [
  "Wonen",
  "Werk en inkomen",
  "Scholing",
  "Veiligheid",
  "Opvoeding",
  "Zorg en hulpverlening",
  "Sociaal functioneren",
];

export const startingParties: readonly { readonly name: string; readonly organisationOptional: boolean }[] = [
  { name: "Praktijk", organisationOptional: false },
  { name: "Medeoverheid", organisationOptional: false },
  { name: "Kennisinstelling", organisationOptional: false },
  { name: "Maatschappelijke organisatie", organisationOptional: false },
  { name: "Vrijwilliger", organisationOptional: true },
  { name: "Bewoner", organisationOptional: true },
];
