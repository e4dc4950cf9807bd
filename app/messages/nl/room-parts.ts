/** Of the room, what only some of its screens need: those bring it themselves. */
export const roomParts = {
  marks: {
    left: (p: { n: number }) =>
      p.n === 0
        ? "U hebt uw drie stippen gegeven. U kunt er een terugnemen."
        : p.n === 1
          ? "U hebt nog 1 stip."
          : `U hebt nog ${p.n} stippen.`,
    themes: "Waarover gaat het?",
    noThemes: "Er zijn nog geen thema’s om te wegen. De analist maakt ze; ze komen hier vanzelf te staan.",
    needs: (p: { n: number }) => (p.n === 1 ? "1 behoefte" : `${p.n} behoeften`),
    secret: "Niemand ziet waar uw stippen staan. U kunt ze verplaatsen zolang dit onderdeel duurt.",
    give: "Geef een stip",
    take: "Neem terug",
    marked: "Uw stip",
    none: "Er zijn nog geen behoeften gedeeld om te wegen.",
    yours: "Waar u een stip bij zette",
    gone: "Deze behoefte is niet meer te zien. U kunt uw stip terugnemen.",
    notShared: (p: { n: number }) =>
      p.n === 1
        ? "Eén behoefte van u is nog niet met iedereen gedeeld"
        : `${p.n} behoeften van u zijn nog niet met iedereen gedeeld`,
    notSharedText: "Alleen wat met iedereen is gedeeld, kan een stip krijgen.",
    all: "Alle vakgebieden",
    fields: "Toon behoeften uit",
    noneOfField: "Uit dit vakgebied is nog niets gedeeld.",
  },
  lobby: {
    welcome: (p: { name: string }) => (p.name ? `Welkom, ${p.name}` : "Welkom"),
    begins: (p: { time: string }) => `We beginnen om ${p.time} uur. U hoeft niets te doen; deze pagina gaat vanzelf verder.`,
    agenda: "Agenda",
    here: "Wie is er al?",
    count: (p: { n: number }) => (p.n === 1 ? "U bent de eerste." : `Er zijn ${p.n} mensen.`),
    few: "minder dan 5",
    atLeast: (p: { n: number }) => `${p.n} of meer`,
    drawing: "Een ronde tafel met mensen uit de vakgebieden die er al zijn. U zit er ook aan.",
    drawingHint: "Eén teken aan de tafel staat voor ongeveer vijf mensen. Uw eigen plek heeft een gele rand.",
    kept: "Wat we bewaren",
    agreed: "U hebt dit gelezen.",
  },
  before: {
    title: "De bijeenkomst is nog niet begonnen",
    text: (p: { date: string; lobby: string }) =>
      `Het is op ${p.date}. Vanaf ${p.lobby} kunt u hier binnenkomen, met dezelfde link.`,
    calendar: "Zet in uw agenda",
  },
  ended: {
    title: "Bedankt, de bijeenkomst is afgelopen",
    text: "Alles wat u deelde, is bewaard. Het team brengt de behoeften samen in thema’s en schrijft een verslag. U krijgt bericht als het er is.",
    yours: "Wat u inbracht",
    toMine: "Bekijk wat er met uw inbreng gebeurt",
  },
  cancelled: {
    title: "Deze bijeenkomst gaat niet door",
    text: "U hebt hierover bericht gekregen. Op uw pagina staat wat er nu kan.",
  },
  waits: {
    title: "U hebt nog geen plaats in deze bijeenkomst",
    states: {
      pending: "Uw e-mailadres is nog niet bevestigd. Open de link in uw e-mail.",
      confirmed: "U bent aangemeld. De organisator kiest nog wie meedoet; u krijgt daarover een e-mail.",
      waiting: "U staat op de wachtlijst. Komt er een plaats vrij, dan krijgt u meteen een e-mail.",
      declined: "Er waren meer aanmeldingen dan plaatsen. Het verslag is straks voor iedereen te lezen.",
      withdrawn: "U bent afgemeld voor deze bijeenkomst.",
    },
    device: "Dit apparaat is nog niet bevestigd. Open de link die we u mailden.",
    removedTitle: "U doet niet meer mee",
    removed: "De gespreksleider heeft u uit de bijeenkomst gehaald. Wat u eerder deelde, blijft bewaard.",
    contact: (p: { contact: string }) => `Vragen? ${p.contact}`,
    when: (p: { when: string }) => `De bijeenkomst is op ${p.when}.`,
  },
  flag: {
    open: "Meld dit",
    done: "Door u gemeld",
    why: "Waarom meldt u dit?",
    reasons: {
      personal: "Er staan gegevens van iemand in",
      threat: "Het is dreigend of discriminerend",
      hurtful: "Het is kwetsend",
      other: "Iets anders",
    },
    text: "Toelichting",
    optional: "niet verplicht",
    who: "Alleen de gespreksleider ziet dat u dit meldt, de schrijver niet.",
    send: "Verstuur melding",
    yours: (p: { n: number }) => (p.n === 1 ? "Uw melding" : `Uw ${p.n} meldingen`),
    of: (p: { number: number }) => `Bijdrage ${p.number}`,
    waits: "De gespreksleider kijkt ernaar.",
    outcomes: {
      hidden: "Weggehaald. Niemand ziet dit meer.",
      redacted: "De woorden zijn weggehaald.",
      dismissed: "De gespreksleider laat dit staan.",
      changed: "De schrijver heeft het zelf gewijzigd of ingetrokken.",
    },
    because: (p: { answer: string }) => `Reden: ${p.answer}`,
  },
  refused: {
    title: "Dit kon niet worden bewaard",
    back: "Terug naar de bijeenkomst",
    again: "Stuur opnieuw",
    yourText: "Uw tekst staat hieronder, zodat u niets kwijt bent.",
    fields: {
      text: "Uw tekst",
      condition: "Uw voorwaarde",
      example: "Uw voorbeeld",
      situation: "In welke situatie?",
      forWhom: "Voor wie?",
      tried: "Wat is er al geprobeerd?",
      wouldHelp: "Wat zou helpen?",
      does: "Dit doe ik",
      place: "Hier werk ik",
      offers: "Dit kan ik bieden",
      looksFor: "Dit zoek ik",
    },
  },
};
