const times = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`;

/** A dialogue that is erased whole, by two people. */
export const erasing = {
  title: "Wis deze dialoog",
  lead: "Alles van deze dialoog verdwijnt dan, ook wat openbaar is. Dat kan niet terug. Daarom kijken twee mensen ernaar: de een vraagt het, een ander doet het.",
  goes: "Wat er verdwijnt",
  people: (p: { n: number }) =>
    `De aanmeldingen van ${times(p.n, "persoon", "mensen")}. Wie nergens anders meedoet, wordt gewist.`,
  contributions: (p: { n: number }) => `${times(p.n, "bijdrage", "bijdragen")}.`,
  versions: (p: { n: number }) => `${times(p.n, "versie", "versies")} van het verslag, met de gegevens erbij.`,
  members: (p: { n: number }) => `Het netwerk, met ${times(p.n, "lid", "leden")}.`,
  further: "De oproep, de bijeenkomsten, de inzichten, de thema’s, het programma, de teksten van het team en de post.",
  stays: "Wat er blijft",
  staysText:
    "Het logboek blijft. Daarin staat wie wat wanneer deed, met nummers en zonder teksten. Ook blijft staan dat deze dialoog is gewist. Wat anderen eerder hebben gedownload, halen wij niet terug. Wilt u iets bewaren? Neem het mee voordat u wist.",
  ask: "Vraag om te wissen",
  askText:
    "Er verandert nog niets. De andere organisatoren en de beheerders krijgen een e-mail. Een van hen kan de dialoog daarna wissen.",
  reason: "Waarom moet de dialoog weg?",
  reasonHint: "De ander leest dit. Bijvoorbeeld: de bewaartermijn is voorbij.",
  askButton: "Vraag om te wissen",
  asked: "Er is gevraagd om te wissen",
  askedBy: (p: { name: string; when: string }) => `${p.name} vroeg op ${p.when} om deze dialoog te wissen, met deze reden:`,
  waits: "Een andere organisator of een beheerder kan de dialoog nu wissen. U kunt dat niet zelf, omdat u het vroeg.",
  typeTitle: "Typ de titel van de dialoog over",
  typeTitleHint: (p: { title: string }) => `Zo weet u zeker dat u de goede wist: ${p.title}`,
  eraseButton: "Wis de dialoog",
  keepButton: "Wis niet",
  withdrawButton: "Neem de vraag terug",
  problem: "Er klopt iets niet",
  errors: {
    reason: { missing: "Vul in waarom de dialoog weg moet.", long: "Maak de reden korter dan 300 tekens." },
    title: { missing: "Typ de titel over.", long: "Dit is te lang. Typ de titel over." },
  },
  told: {
    asked: "De vraag is gesteld. De anderen krijgen een e-mail.",
    kept: "De dialoog blijft. Er is niets gewist.",
    erased: "De dialoog is gewist.",
  },
  refused: {
    open: "Deze dialoog is nog niet gesloten. Sluit de dialoog eerst. Daarna kunt u vragen om te wissen.",
    held: "Een beheerder houdt deze dialoog vast vanwege een bewaarplicht. Vraag de beheerder of die voorbij is.",
    rehearsal: "Er is nog een repetitie van deze dialoog. Wis die eerst.",
    alone: "U bent de enige organisator, en er is geen andere beheerder. Nodig eerst iemand uit die kan meekijken.",
    "not-asked": "De vraag om te wissen is al ingetrokken. Er is niets gewist.",
    own: "U vroeg zelf om te wissen. Een ander moet het doen.",
    title: "Dit is niet de titel van deze dialoog. Er is niets gewist. Typ de titel precies over.",
    gone: "Deze dialoog is er niet meer.",
  },
  list: "Dialogen wissen",
  listLead: "Hier staat welke dialogen een organisator wil laten wissen. Kijk of het klopt. Wist u, dan komt er niets terug.",
  none: "Niemand vraagt nu om een dialoog te wissen.",
  link: "Wis deze dialoog",
  mail: {
    asked: {
      subject: (p: { title: string }) => `Vraag om te wissen: ${p.title}`,
      greeting: (p: { name: string }) => (p.name ? `Beste ${p.name},` : "Goedendag,"),
      text: (p: { who: string; title: string }) =>
        `${p.who} vraagt om de dialoog ‘${p.title}’ te wissen. Alles van die dialoog verdwijnt dan, ook het verslag.`,
      reason: (p: { reason: string }) => `De reden: ${p.reason}`,
      you: "U kunt de dialoog wissen, of laten staan. Doet u niets, dan blijft de dialoog staan.",
      button: "Bekijk de vraag",
    },
    kept: {
      subject: (p: { title: string }) => `Niet gewist: ${p.title}`,
      greeting: (p: { name: string }) => (p.name ? `Beste ${p.name},` : "Goedendag,"),
      text: (p: { title: string }) =>
        `U vroeg om de dialoog ‘${p.title}’ te wissen. Een ander heeft besloten dat niet te doen. De dialoog blijft.`,
    },
    erased: {
      subject: (p: { site: string }) => `Een dialoog bij ${p.site} is gewist`,
      greeting: (p: { name: string }) => (p.name ? `Beste ${p.name},` : "Goedendag,"),
      text: "De dialoog waarvoor u dat vroeg, is gewist.",
    },
  },
};
