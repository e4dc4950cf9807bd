/** What somebody may do with their own words before the report comes out. */
export const ownWords = {
  title: (p: { n: number }) => `Uw bijdrage ${p.n}`,
  back: "Terug naar het concept",
  input: "Al uw inbreng",
  correct: "Verbeter",
  words: "Uw woorden",
  wordsHint: "Zo staan ze in het verslag. Wie uw bijdrage herkende, blijft erachter staan.",
  summary: "Uw woorden zijn nog niet bewaard",
  save: "Bewaar uw woorden",
  published: "Deze woorden staan in een verschenen verslag en blijven daarom zoals ze zijn. U kunt ze wel intrekken.",
  anonymous: "Anoniem",
  anonymousText: (p: { field: string }) =>
    p.field
      ? `Bij een bijdrage kan het vakgebied van de schrijver staan: bij u ‘${p.field}’. Uw naam staat er nooit bij. Denkt u dat men u toch herkent? Haal het vakgebied weg.`
      : "Uw naam staat nooit bij uw woorden. U koos geen vakgebied, dus ook dat staat er niet bij.",
  isAnonymous: "Bij deze bijdrage staat geen vakgebied.",
  makeAnonymous: "Haal mijn vakgebied weg",
  notAnonymous: "Laat mijn vakgebied weer zien",
  withdraw: "Trek in",
  withdrawText:
    "Uw woorden verdwijnen uit het concept en uit elk verschenen verslag. Daar staat dan dat een bijdrage is ingetrokken.",
  withdrawThis: "Trek deze bijdrage in",
  withdrawAsk: "Weet u het zeker? U kunt dit niet terugdraaien.",
  withdrawSure: "Ja, trek deze bijdrage in",
  withdrawn: "U trok deze bijdrage in. De woorden ziet alleen u nog.",
  hidden: "De gespreksleider verborg deze bijdrage. Zij staat niet in het verslag.",
  said: {
    verbeter: "Uw woorden zijn gewijzigd.",
    anoniem: "Uw vakgebied staat er niet meer bij.",
    "niet-anoniem": "Uw vakgebied kan er weer bij staan.",
    intrek: "Uw bijdrage is ingetrokken.",
    anders: "Uw keuze is bewaard.",
  } as Readonly<Record<string, string>>,
  refused: {
    missing: "Schrijf uw woorden, of trek de bijdrage in.",
    long: "Maak uw woorden korter.",
    published: "Deze woorden staan intussen in een verschenen verslag. Wat u typte, staat hier nog en is niet bewaard.",
    changed: "Deze bijdrage is intussen gewijzigd. Hierboven staat hoe zij nu is. Pas aan wat nodig is en bewaar opnieuw.",
    gone: "Deze bijdrage is intussen ingetrokken of verborgen. Wat u typte, is niet bewaard.",
  } as Readonly<Record<string, string>>,
};
