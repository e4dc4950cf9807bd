import { characterCount } from "../../../language/character-count.nl.ts";
/** The organiser's pages about who takes part. */
export const registrations = {
  title: "Wie is erbij, en wie nog niet",
  lead: (p: { admitted: number; capacity: number; done: number; cells: number }) =>
    `${p.admitted} van de ${p.capacity} plaatsen zijn bezet.${p.cells > 0 ? ` ${p.done} van de ${p.cells} vakjes zijn op doel.` : ""}`,
  thinnest: (p: { field: string }) => `Bij ${p.field} staan de meeste stoelen nog leeg.`,
  over: (p: { n: number }) =>
    `Er zijn ${p.n} mensen meer toegelaten dan er plaatsen zijn. Niemand wordt weggestuurd, maar er komt ook niemand bij tot er weer plaats is.`,
  none: "Er is nog geen bijeenkomst. Plan er eerst een.",
  session: "Bijeenkomst",
  plan: "Plan een bijeenkomst",
  pages: "Verder",
  links: {
    list: "Lijst van mensen",
    message: "Stuur een bericht",
    invite: "Nodig mensen uit",
    heard: "Wie is gehoord",
    needs: "Wat mensen nodig hebben",
    csv: "Download als CSV",
    post: "Verzonden e-mail",
  },
  facts: {
    admitted: "Doen mee",
    free: "Vrije plaatsen",
    waiting: "Op de wachtlijst",
    confirmed: "Nog te kiezen",
    pending: "Nog niet bevestigd",
    closes: "Aanmelden kan tot",
  },
  failed: (p: { n: number }) =>
    p.n === 1 ? "Eén e-mail kon niet worden bezorgd." : `${p.n} e-mails konden niet worden bezorgd.`,
  failedLink: "Bekijk welke",
  matrix: {
    heading: "Stoelen per vakgebied en soort partij",
    field: "Vakgebied",
    caption: "Aanmeldingen per vakgebied en soort partij, naast het doel",
    goal: (p: { n: number }) => `doel ${p.n}`,
    of: (p: { n: number; target: number }) => (p.target > 0 ? `${p.n} van ${p.target}` : String(p.n)),
    cell: (p: { taken: number; waiting: number; target: number }) =>
      [
        p.taken === 1 ? "1 doet mee" : `${p.taken} doen mee`,
        p.waiting === 1 ? "1 wacht" : p.waiting > 0 ? `${p.waiting} wachten` : "",
        p.target > 0 ? `doel ${p.target}` : "",
      ]
        .filter(Boolean)
        .join(", "),
    taken: "doet mee",
    waiting: "wacht of is nog te kiezen",
    empty: "stoel is nog leeg",
    change: "Stel het doel in",
    how: "Het doel per vakje volgt uit de doelen van het vakgebied en van de soort partij. Alleen de organisator ziet deze aantallen. In wat openbaar is, tonen we geen aantal van een groep van minder dan vijf mensen.",
    noTargets:
      "Er is nog geen doel ingesteld. Stel bij de vakgebieden en de soorten partij in hoeveel mensen u hoopt te horen, dan ziet u hier de lege stoelen.",
    more: (p: { n: number }) => `+${p.n}`,
  },
  choose: {
    waiting: "Wachtlijst",
    confirmed: "Kies wie meedoet",
    free: (p: { n: number }) =>
      p.n === 0 ? "Er is nu geen plaats vrij." : p.n === 1 ? "Er is één plaats vrij." : `Er zijn ${p.n} plaatsen vrij.`,
    how: "Bovenaan staan de mensen die het meest aanvullen wat nog ontbreekt. Wie u toelaat, krijgt meteen een e-mail met de eigen link.",
    person: "Naam en functie",
    work: "Vakgebied, partij, gebied",
    since: "Aangemeld",
    fills: "Vult",
    fillsOne: (p: { field: string; party: string; missing: number }) =>
      p.missing === 1
        ? `De lege stoel bij ${p.field}, ${p.party}`
        : `1 van de ${p.missing} lege stoelen bij ${p.field}, ${p.party}`,
    fillsNone: "Is al op doel",
    noTarget: "Nog geen doel ingesteld",
    admit: "Laat de aangevinkte mensen toe",
    nobody: "Er wacht niemand.",
    pick: (p: { name: string }) => `Kies ${p.name}`,
  },
  areas: {
    heading: "Gebieden",
    lead: (p: { n: number }) => (p.n === 1 ? "De mensen komen uit één gebied." : `De mensen komen uit ${p.n} gebieden.`),
    map: "Per provincie een vakje, met wie zich daar aanmeldde. Een streepje: nog niemand.",
    silent: "Uit deze focusgebieden, en uit hun gemeente, komt nog niemand:",
    elsewhere: (p: { n: number }) =>
      p.n === 1
        ? "Eén persoon werkt in het hele land of vulde geen gebied in."
        : `${p.n} mensen werken in het hele land of vulden geen gebied in.`,
    people: (p: { n: number }) => (p.n === 1 ? "1 persoon" : `${p.n} mensen`),
    order: "Op alfabet. Klankbord zet gebieden nooit op volgorde van aantal. Bron: CBS, gebiedsindelingen 2025 (CC BY 4.0).",
  },
  needs: {
    heading: "Wat deelnemers nodig hebben",
    title: "Wat mensen nodig hebben",
    lead: "Dit kan over gezondheid gaan. Gebruik het alleen om iemands deelname te regelen. Dat u deze pagina opent, wordt vastgelegd. Na de bijeenkomst wordt dit gewist.",
    counts: {
      captions: "vragen om een schrijftolk",
      "sign-language": "vragen om een gebarentolk",
      "text-only": "doen mee met alleen tekst",
      other: "vragen iets anders",
    },
    countsOne: {
      captions: "vraagt om een schrijftolk",
      "sign-language": "vraagt om een gebarentolk",
      "text-only": "doet mee met alleen tekst",
      other: "vraagt iets anders",
    },
    none: "Niemand heeft iets opgegeven.",
    see: "Bekijk wie wat nodig heeft",
    person: "Naam",
    need: "Heeft nodig",
    state: "Stand",
  },
  states: {
    pending: "nog niet bevestigd",
    confirmed: "nog te kiezen",
    waiting: "wachtlijst",
    admitted: "doet mee",
    declined: "niet gekozen",
    withdrawn: "afgemeld",
  },
  sources: {
    form: "via de oproep",
    invitation: "uitgenodigd",
    substitute: "in de plaats van een collega",
    import: "ingevoerd",
    demo: "voorbeeld",
  },
  list: {
    title: "Lijst van mensen",
    filter: "Toon",
    all: "Iedereen",
    search: "Zoek op naam, organisatie of e-mailadres",
    find: "Zoek",
    count: (p: { n: number }) => (p.n === 1 ? "1 persoon" : `${p.n} mensen`),
    none: "Niemand gevonden.",
    person: "Naam en functie",
    work: "Vakgebied, partij, gebied",
    state: "Stand",
    since: "Aangemeld op",
    pick: (p: { name: string }) => `Kies ${p.name}`,
    withPicked: "Met de aangevinkte mensen:",
    decisions: { admit: "Laat toe", wait: "Zet op de wachtlijst", decline: "Kies niet" },
    mails: "Ieder krijgt daarover meteen een e-mail.",
    back: "Naar het overzicht",
  },
  done: {
    admit: (p: { n: number }) =>
      p.n === 1 ? "Eén persoon is toegelaten en krijgt een e-mail." : `${p.n} mensen zijn toegelaten en krijgen een e-mail.`,
    wait: (p: { n: number }) =>
      p.n === 1 ? "Eén persoon staat nu op de wachtlijst." : `${p.n} mensen staan nu op de wachtlijst.`,
    decline: (p: { n: number }) =>
      p.n === 1 ? "Eén persoon krijgt bericht dat er geen plaats is." : `${p.n} mensen krijgen bericht dat er geen plaats is.`,
    link: "De e-mail met de link gaat nu weg.",
    withdraw: "De aanmelding is beëindigd. De persoon krijgt een e-mail.",
    message: (p: { n: number }) => (p.n === 1 ? "Het bericht gaat naar één persoon." : `Het bericht gaat naar ${p.n} mensen.`),
    invite: (p: { invited: number; known: number }) =>
      [
        p.invited === 0
          ? ""
          : p.invited === 1
            ? "1 persoon krijgt een uitnodiging."
            : `${p.invited} mensen krijgen een uitnodiging.`,
        p.known === 0
          ? ""
          : p.known === 1
            ? "1 stond al op de lijst en krijgt niets."
            : `${p.known} stonden al op de lijst en krijgen niets.`,
      ]
        .filter(Boolean)
        .join(" "),
  },
  refused: {
    title: "Dit is niet gedaan",
    full: (p: { free: number }) =>
      p.free === 0
        ? "Er is geen plaats vrij. Verhoog eerst het aantal plaatsen, of wacht tot iemand zich afmeldt."
        : `Er zijn ${p.free} plaatsen vrij, en u koos meer mensen. Er is niemand toegelaten. Haal vinkjes weg of verhoog het aantal plaatsen.`,
    "not-confirmed": "Wie het e-mailadres nog niet heeft bevestigd, kan nog geen plaats krijgen.",
    withdrawn: "Iemand van hen is intussen afgemeld. Kijk hoe het er nu voor staat.",
    "already-admitted": "Iemand van hen is al toegelaten. Een plaats neemt u niet terug: alleen afmelden kan.",
    unknown: "Iemand van hen staat niet op deze lijst.",
    "session-over": "De bijeenkomst is voorbij of gaat niet door.",
    nobody: "Vink eerst een of meer mensen aan.",
  },
  person: {
    data: "Gegevens",
    mail: "E-mailadres",
    work: "Werk",
    field: "Vakgebied",
    others: "Ook te maken met",
    party: "Soort partij",
    area: "Gebied",
    brings: "Brengt mee",
    shown: "Naam te zien als",
    source: "Hoe aangemeld",
    replaces: "In de plaats van",
    since: "Aangemeld op",
    empty: "niet ingevuld",
    resend: "Stuur de link opnieuw",
    resendHint: "De persoon krijgt een e-mail met een nieuwe link. Eerdere links blijven werken.",
    signOff: "Meld deze persoon af",
    signOffHint: "Doe dit alleen op verzoek. De persoon krijgt een e-mail, en de plaats gaat naar de wachtlijst.",
    letters: "E-mail aan deze persoon",
    noLetters: "Nog geen.",
  },
  message: {
    title: "Stuur een bericht",
    lead: "Ieder krijgt het bericht één keer, ook als u per ongeluk twee keer klikt.",
    audience: "Aan wie?",
    audiences: {
      all: "Aan iedereen die meedoet, wacht of nog te kiezen is",
      admitted: "Aan wie meedoet",
      waiting: "Aan de wachtlijst",
      confirmed: "Aan wie nog te kiezen is",
      declined: "Aan wie niet is gekozen",
    },
    people: (p: { n: number }) => (p.n === 1 ? "1 persoon" : `${p.n} mensen`),
    subject: "Onderwerp",
    text: "Bericht",
    textHint: "De aanhef en de groet zetten wij erbij. Een lege regel maakt een nieuwe alinea.",
    preview: "Bekijk het bericht",
    previewTitle: "Zo ziet het eruit",
    goes: (p: { n: number }) => (p.n === 1 ? "Dit bericht gaat naar 1 persoon." : `Dit bericht gaat naar ${p.n} mensen.`),
    send: "Verstuur het bericht",
    change: "Pas aan",
    earlier: "Eerdere berichten",
    sent: (p: { sent: number; of: number }) => `${p.sent} van ${p.of} verstuurd`,
    exampleName: "Noor Verhagen",
    errors: {
      audience: { missing: "Kies aan wie het bericht gaat.", nobody: "In deze groep zit niemand. Kies een andere." },
      subject: { missing: "Vul een onderwerp in.", "too-long": "Maak het onderwerp korter: hoogstens 150 tekens." },
      text: { missing: "Schrijf een bericht.", "too-long": "Maak het bericht korter: hoogstens 5000 tekens." },
    },
    count: characterCount,
  },
  invite: {
    title: "Nodig mensen uit",
    lead: "Ieder krijgt een e-mail met een eigen link. Wat u al weet, staat alvast in het formulier. Wie het instuurt, heeft meteen een plaats zolang die er is.",
    file: "Of kies een bestand",
    fileHint:
      "Een CSV-bestand, zoals Excel dat bewaart. In de eerste rij staan de kolomnamen: naam en e-mail. Ook mogen: organisatie, functie, soort partij, vakgebied, gebied en taal (nl of en). Hoogstens 1000 mensen.",
    paste: "Namen en e-mailadressen",
    pasteHint:
      "Eén persoon per regel: Noor Verhagen, noor@voorbeeld.example. U kunt ook plakken uit Outlook of uit twee kolommen van Excel.",
    button: "Nodig deze mensen uit",
    exampleLine:
      "Noor Verhagen;noor@voorbeeld.example;Zorggroep De Linde;wijkverpleegkundige;praktijk;zorg en hulpverlening;Delft;nl",
    example: "Voorbeeld van een bestand",
    wrong: (p: { n: number }) => (p.n === 1 ? "Er klopt één ding niet in de lijst" : `Er kloppen ${p.n} dingen niet in de lijst`),
    nothing: "Er is niemand uitgenodigd. Verbeter de lijst en stuur hem opnieuw.",
    row: "Rij",
    column: "Kolom",
    problem: "Wat er mis is",
    more: (p: { n: number }) => `En nog ${p.n}.`,
    problems: {
      "empty-file": "Er staat nog niemand. Vul namen en e-mailadressen in, of kies een bestand.",
      "unclosed-quote": "Een aanhalingsteken is niet gesloten. Zet er een bij, of haal het weg.",
      "quote-inside-cell": "Er staat een aanhalingsteken midden in de tekst. Haal het weg.",
      "text-after-quote": "Na het aanhalingsteken staat nog tekst. Haal die weg.",
      "too-few-cells": "Deze rij heeft te weinig kolommen. Vul de rij aan.",
      "too-many-cells": "Deze rij heeft te veel kolommen. Haal weg wat te veel is.",
      "duplicate-column": "Deze kolom staat er twee keer. Haal er een weg.",
      "missing-column": "Deze kolom ontbreekt. Voeg de kolom toe.",
      "unknown-column": "Deze kolom kennen we niet. Haal de kolom weg of geef hem een naam uit de lijst.",
      missing: "Hier staat niets. Vul het in.",
      invalid: "Dit is geen volledig e-mailadres. Verbeter het.",
      "too-long": "Deze tekst is te lang. Maak hem korter.",
      unknown: "Dit staat niet in de lijst. Gebruik een naam uit de lijst, of laat het leeg.",
      twice: "Dit e-mailadres staat er twee keer. Haal er een weg.",
      "no-rows": "Onder de kop staan geen mensen. Voeg ze toe.",
      "too-many-rows": "Het bestand heeft meer dan 1000 rijen. Deel het op.",
    },
  },
};
