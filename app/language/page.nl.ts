/** Words that every page shares. */
export const page = {
  skip: "Naar de inhoud",
  language: "English",
  privacy: "Privacy",
  accessibility: "Toegankelijkheid",
  team: "Voor het team",
  help: (p: { contact: string }) => `Vragen of hulp: ${p.contact}`,
  source: "Broncode (EUPL-1.2)",
  rehearsal: { title: "Repetitie.", text: "Alles hier is oefening en wordt gewist." },
  home: {
    title: "Online dialogen",
    lead: "Hier vindt u de oproepen die nu openstaan, en de verslagen van dialogen die zijn afgerond.",
    open: "Oproepen",
    noneOpen: "Er staat op dit moment geen oproep open.",
    reports: "Verslagen",
    noReports: "Er is nog geen verslag verschenen.",
  },
  problem: {
    missing: {
      title: "Deze pagina bestaat niet",
      text: "Misschien is het adres niet compleet, of is de pagina verplaatst. Kijk of het adres klopt, of ga naar de voorpagina.",
    },
    forbidden: {
      title: "Deze pagina is niet voor u",
      text: "U bent aangemeld, maar u hebt hier geen rol. Vraag de organisator om toegang.",
    },
    link: {
      title: "Gebruik uw persoonlijke link",
      text: "Deze pagina is voor deelnemers. Open de persoonlijke link uit uw e-mail, dan komt u hier terug.",
    },
    fault: {
      title: "Er ging iets mis bij ons",
      text: "Wat u al had verstuurd, is bewaard. Probeer het over een minuut nog eens.",
    },
    wait: {
      title: "Even geduld",
      text: "We kunnen de gegevens nu niet bereiken. Deze pagina probeert het vanzelf opnieuw. Wat u typte, blijft staan.",
    },
    busy: {
      title: "Even rustig aan",
      text: "Er kwamen heel veel verzoeken vanaf uw apparaat. Wacht een minuut en probeer het opnieuw.",
    },
    refused: { title: "Dat kan nu niet", text: "De toestand is intussen veranderd. Ga terug en kijk hoe het er nu voor staat." },
    unreadable: {
      title: "Dit verzoek kunnen we niet lezen",
      text: "Het adres of het formulier kwam niet goed over. Ga terug, en probeer het opnieuw vanaf de pagina zelf.",
    },
    tooLarge: {
      title: "Dit is te groot",
      text: "Een formulier mag samen 256 kB zijn, een bestand 2 MB. Ga terug en maak het korter, of kies een kleiner bestand.",
    },
    foreign: {
      title: "Dit kwam niet van deze site",
      text: "Een formulier werkt alleen vanaf onze eigen pagina. Open de pagina hier opnieuw, en verstuur het dan.",
    },
    toHome: "Naar de voorpagina",
  },
  again: {
    typed:
      "We kunnen de gegevens nu niet bereiken. Er is nog niets bewaard, maar wat u typte staat hieronder. Wacht even en verstuur het opnieuw.",
    fault: "Er ging iets mis bij ons. Wat u typte staat hieronder: wacht even en verstuur het opnieuw.",
    send: "Verstuur opnieuw",
    youTyped: "Dit typte u",
    file: (p: { name: string }) => `Kies het bestand ${p.name} opnieuw`,
  },
};
