export const accessibility = {
  title: "Toegankelijkheid",
  lead: "Iedereen moet mee kunnen doen: met toetsenbord, met schermlezer, op een telefoon, met alleen tekst.",
  aimTitle: "Waar we naar streven",
  aim: "Klankbord wordt gemaakt volgens WCAG 2.2, niveau AA. Elke pagina wordt automatisch getest, met toetsenbord doorlopen en op 320 pixels breed bekeken.",
  textTitle: "Meedoen met alleen tekst",
  text: "U hebt geen camera of microfoon nodig. Alles wat in een bijeenkomst telt, kan met tekst.",
  knownTitle: "Wat nog beter moet",
  known:
    "Een onafhankelijk onderzoek is nog niet gedaan. Daarom staat hier geen nalevingsstatus. Wie deze website uitgeeft, vult deze verklaring aan.",
  contactTitle: "Loopt u ergens tegenaan?",
  contact:
    "Laat het weten aan de organisator van de dialoog. Het adres staat bij de oproep en onderaan elke pagina van een bijeenkomst.",
};
