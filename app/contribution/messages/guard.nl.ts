/** What the guard of personal data says. */
export const guard = {
  titleShort: "Nog niet geplaatst",
  title: "Nog niet geplaatst: gaat dit over iemand?",
  text: "De gemarkeerde woorden lijken op persoonsgegevens. Anderen lezen mee, en uw tekst kan in het verslag komen. Haal ze weg als ze van iemand anders zijn.",
  textOutside:
    "De gemarkeerde woorden lijken op persoonsgegevens, en anderen lezen dit. Haal ze weg als ze van iemand anders zijn.",
  bsnTitle: "Niet geplaatst: hier staat een burgerservicenummer in",
  bsnText:
    "Een burgerservicenummer plaatsen we nooit. Haal het weg. Is het een ander nummer? Zet er dan voor wat het is, bijvoorbeeld ‘zaaknummer’.",
  found: (p: { kinds: readonly string[] }) => `We zagen: ${p.kinds.join(", ")}.`,
  kinds: {
    bsn: "een burgerservicenummer",
    telefoon: "een telefoonnummer",
    "e-mail": "een e-mailadres",
    iban: "een rekeningnummer",
    adres: "een adres",
    geboortedatum: "een geboortedatum",
  },
  anyway: "Toch plaatsen",
  change: "Wijzigen",
  sendChanged: "Plaats gewijzigd",
};
