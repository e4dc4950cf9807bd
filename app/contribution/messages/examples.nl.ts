/** Invented needs, one for each field of work: help beside an empty field, never its text. */
export const examples = {
  general: {
    text: "Ik wil een vaste collega kunnen bellen als een gezin bij drie instanties tegelijk vastloopt.",
    situation: "Iedereen doet zijn deel, en niemand ziet het geheel.",
    forWhom: "Gezinnen met meer dan één hulpverlener.",
    tried: "Een gezamenlijk overleg. Dat viel stil toen de trekker vertrok.",
    wouldHelp: "Eén plan, en één persoon die het bewaakt.",
  },
  housing: {
    text: "Ik wil horen dat een huurder in de problemen zit vóórdat de ontruiming dichtbij komt.",
    situation: "Een huurder met drie maanden achterstand doet de deur niet open.",
    forWhom: "Huurders met een achterstand, en de wijkbeheerder die aanbelt.",
    tried: "Samen op huisbezoek. Dat hielp, maar het hing aan één collega.",
    wouldHelp: "Een afspraak over wie als eerste aanbelt, met een nummer dat opneemt.",
  },
  work: {
    text: "Ik wil iemand aan het werk kunnen helpen zonder dat de toeslagen in de war raken.",
    situation: "Iemand krijgt een baan van twintig uur en durft niet, vanwege wat er dan verandert.",
    forWhom: "Mensen met een uitkering die klein willen beginnen.",
    tried: "Een rekenhulp. Die klopte niet voor wie ook schulden heeft.",
    wouldHelp: "Een proefmaand waarin niets wordt verrekend.",
  },
  schooling: {
    text: "Ik wil overdag met een leerling die thuis zorgt, naar iemand die buiten school meekijkt.",
    situation: "Een leerling is vaak te laat en blijkt elke ochtend een broertje weg te brengen.",
    forWhom: "Jongeren die thuis voor iemand zorgen.",
    tried: "Een gesprek met de leerplichtambtenaar. Daarna bleef het stil.",
    wouldHelp: "Een jongerenwerker die elke week een uur op school zit.",
  },
  safety: {
    text: "Ik wil na een melding weten wie er verder mee gaat, zodat ik bij de bewoner terug kan komen.",
    situation: "Er is weer overlast in hetzelfde portiek, en bewoners melden het niet meer.",
    forWhom: "Bewoners die zich ’s avonds niet veilig voelen.",
    tried: "Meer toezicht. Na een maand was het weer als ervoor.",
    wouldHelp: "Eén keer per week samen de meldingen langs, ook met de woningcorporatie.",
  },
  upbringing: {
    text: "Ik wil ouders kunnen spreken voordat er een verwijzing nodig is.",
    situation: "Ouders komen pas als school of de huisarts het zegt.",
    forWhom: "Ouders met jonge kinderen die hier weinig mensen kennen.",
    tried: "Een inloopochtend in het gezondheidscentrum. Er kwam bijna niemand.",
    wouldHelp: "Een vast gezicht op het schoolplein.",
  },
  care: {
    text: "Ik wil dat iemand niet zijn hele verhaal opnieuw hoeft te vertellen bij elke volgende hulpverlener.",
    situation: "Een cliënt gaat van ziekenhuis naar thuiszorg, en de afspraken komen niet mee.",
    forWhom: "Mensen die van meer dan één plek zorg krijgen.",
    tried: "Een map op de keukentafel. Niet iedereen schrijft erin.",
    wouldHelp: "Toestemming die één keer wordt gevraagd, en voor iedereen geldt die meewerkt.",
  },
  belonging: {
    text: "Ik wil een plek waar mensen zonder afspraak binnen kunnen lopen, ook ’s avonds.",
    situation: "Het buurthuis sluit om vijf uur, en dan begint de avond pas.",
    forWhom: "Mensen die alleen wonen en weinig aanloop hebben.",
    tried: "Vrijwilligers met een sleutel. Zij wilden het niet meer alleen dragen.",
    wouldHelp: "Eén betaalde kracht voor drie avonden per week.",
  },
};
