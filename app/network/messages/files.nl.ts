const size = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1).replace(".", ",")} MB`;

/** Files that go with an entry of the library of practice. */
export const files = {
  title: "Bestanden bij uw voorbeeld",
  link: "Voeg bestanden toe",
  heading: "Bestanden",
  lead: "Een werkblad, een folder of een formulier waar een collega meteen mee verder kan. Het team kijkt ernaar voordat anderen het zien.",
  none: "Er staat nog geen bestand bij.",
  file: "Kies een bestand",
  hint: (p: { mib: number; kinds: string }) =>
    `Hoogstens ${p.mib} MB. Soorten: ${p.kinds}. Zet er geen gegevens in van bewoners of cliënten.`,
  add: "Voeg dit bestand toe",
  remove: "Haal weg",
  waits: "wacht op het team",
  size: (p: { bytes: number }) => size(p.bytes),
  full: (p: { n: number }) => `Er staan ${p.n} bestanden bij. Haal er eerst een weg.`,
  back: "Terug naar uw voorbeeld",
  done: { erbij: "Het bestand staat erbij. Het team kijkt er nog naar.", weg: "Het bestand is weg." } as Readonly<
    Record<string, string>
  >,
  refused: {
    "file-empty": "Kies een bestand dat niet leeg is.",
    "file-large": "Het bestand is te groot. Maak het kleiner dan 5 MB.",
    "file-type":
      "Dit bestand kan niet mee: de inhoud past niet bij de naam, of het is een soort die wij niet aannemen. Maak er bijvoorbeeld een PDF van.",
    "file-script":
      "In dit bestand zit iets dat vanzelf kan draaien, zoals een macro of een script. Bewaar het zonder, of maak er een gewone PDF van.",
    "file-bomb": "Dit bestand wordt bij het uitpakken te groot. Bewaar het opnieuw vanuit uw tekstverwerker.",
    "file-virus": "De virusscanner vond iets in dit bestand. Wij hebben het niet bewaard.",
    "scan-away": "De virusscanner is nu niet bereikbaar. Probeer het later opnieuw; er is niets bewaard.",
    "file-many": "Er staan al vijf bestanden bij. Haal er eerst een weg.",
    gone: "Dit voorbeeld is er niet meer.",
  } as Readonly<Record<string, string>>,
};
