interface Facts {
  readonly site: string;
  readonly origin: string;
  readonly organisation: string;
  readonly address: string;
  readonly contact: string;
  readonly privacyContact: string;
  readonly officer: string;
  readonly legalBasis: string;
  readonly legalText: string;
  readonly accessState: "unknown" | "full" | "partial" | "first-steps" | "not";
  readonly accessReport: string;
  readonly days: Readonly<Record<"links" | "devices" | "mail" | "words" | "people", number>>;
  readonly mailOut: boolean;
  readonly ownSignIn: boolean;
  readonly suggestions: boolean;
  /** what carries sound and picture */
  readonly media: "embedded" | "livekit" | null;
  readonly proposals: boolean;
  /** Files stand outside the database. */
  readonly fileStore: boolean;
}
/** Lines that may be left out, and an empty line between what is left. */
const text = (...parts: readonly (string | false)[]) => parts.filter((part) => part !== false && part !== "").join("\n\n");
const list = (...items: readonly (string | false)[]) =>
  items
    .filter((item) => item !== false && item !== "")
    .map((item) => `- ${item}`)
    .join("\n");

const who = (p: Facts) => (p.address ? `${p.organisation}, ${p.address}` : p.organisation);
const basis = (p: Facts) => (p.legalText ? `${p.legalBasis} (${p.legalText})` : p.legalBasis);

/** What an installation tells of itself, made of its settings. Every text is a start: the organisation makes it its own. */
export const statements = {
  bases: {
    "public-task": "een taak van algemeen belang (artikel 6, lid 1, onder e van de AVG)",
    "legal-obligation": "een wettelijke plicht (artikel 6, lid 1, onder c van de AVG)",
    "legitimate-interest": "een gerechtvaardigd belang (artikel 6, lid 1, onder f van de AVG)",
    consent: "uw toestemming (artikel 6, lid 1, onder a van de AVG)",
  },
  texts: {
    privacy: (p: Facts) =>
      text(
        `Met deze website houdt ${p.organisation} dialogen met mensen uit de praktijk. Hier leest u welke gegevens we van u bewaren, waarom, hoelang, en wat u zelf kunt doen. Bij elke oproep staat ook wat voor die dialoog geldt.`,
        "## Wie is verantwoordelijk",
        `${who(p)} is verantwoordelijk voor uw gegevens. Vragen over uw privacy stelt u via ${p.privacyContact}.`,
        p.officer !== "" && `Onze functionaris voor gegevensbescherming is ${p.officer}.`,
        "## Wat we van u bewaren, en waarom",
        list(
          "Uw naam, e-mailadres, organisatie, functie en vakgebied, als u zich aanmeldt: om u uit te nodigen en groepen te mengen.",
          "Wat u inbrengt, en wat u van inzichten vindt: daar gaat de dialoog over. Niemand van het team ziet wat u persoonlijk koos.",
          "Wat u nodig hebt om mee te kunnen doen, alleen als u dat zelf opschrijft: om het voor u te regelen. Na de bijeenkomst wissen we het.",
          "Op welke apparaten u uw persoonlijke link gebruikt: om misbruik te voorkomen.",
          "Wanneer wij u welke e-mail stuurden, en hoe vaak u wilt horen wat er in het programma met uw inbreng gebeurt.",
          "Bent u aanspreekpunt van een punt in het programma: uw rol, en uw naam als u dat goed vindt.",
          "Bent u lid van het netwerk van een dialoog: uw kaart, met wie u in contact bent, uw berichten, vragen en reacties, uw voorbeelden uit de praktijk, en uw toezeggingen. Berichten leest alleen wie ze kreeg, tenzij een van u beiden ze meldt: dan leest het team ze ook.",
        ),
        "We vragen niet om uw burgerservicenummer, geboortedatum of gender. Schrijf ook niets op over andere mensen waaraan zij te herkennen zijn.",
        "## Waarom dat mag",
        `We gebruiken uw gegevens op grond van ${basis(p)}. Voor deze dingen vragen we apart om uw toestemming: uw kennismakingskaart laten zien, u met naam noemen, u mailen over iets anders dan deze dialoog, en u opnemen in het netwerk van een dialoog. Die toestemming kunt u altijd weer intrekken.`,
        "## Wie uw gegevens ziet",
        list(
          "Andere deelnemers zien wat u met hen deelt, en uw naam zoals u die wilt tonen.",
          "Het team van de dialoog ziet wie zich aanmeldde en wat is ingebracht.",
          "Wat u in het netwerk over uzelf laat zien, ziet wie u zelf kiest: leden van het netwerk, of iedereen.",
          "Wat in een verslag staat, kan iedereen lezen. Daarin staat niemand met naam, tenzij die persoon dat zelf wil. Over een vakgebied, soort partij of gebied met minder dan vijf mensen geven we geen cijfers. Hoeveel mensen achter een thema of behoefte staan, staat er wel, ook als het er weinig zijn.",
          p.ownSignIn && "Leden van het team melden zich aan met het account van hun organisatie.",
        ),
        "Uw gegevens worden niet verkocht, en niet gebruikt voor reclame. De website laadt niets van andere bedrijven en volgt u niet. We gebruiken alleen cookies die nodig zijn om u te herkennen en uw taal te onthouden.",
        p.media === "embedded" && "Beeld en geluid gaan langs onze eigen server. We nemen niets op.",
        p.media === "livekit" &&
          "Beeld en geluid gaan langs een server die onze organisatie daarvoor heeft ingericht (LiveKit). Die krijgt zolang u meedoet: uw beeld en geluid, uw naam zoals u die wilt tonen, een nummer van u, uw IP-adres en de soort browser. We nemen niets op.",
        p.suggestions &&
          "Voor voorstellen om behoeften bij een thema te zetten, gaan woorden zonder naam naar een taaldienst die onze organisatie heeft gekozen. Mensen beslissen.",
        p.proposals &&
          "Bij het schrijven van het verslag kan het team een zin laten voorstellen door een taalmodel dat onze organisatie koos. Dan gaan de woorden van gekozen bijdragen daarheen, zonder naam. Een mens beslist.",
        p.fileStore &&
          "Bestanden bij een voorbeeld in de praktijkbibliotheek staan in een opslag die onze organisatie daarvoor koos.",
        "## Hoelang we iets bewaren",
        list(
          `Wie u was: tot ${p.days.people} dagen nadat de dialoog is afgesloten. Wat u met iedereen deelde, blijft daarna zonder uw naam.`,
          `Wat u niet met iedereen deelde: tot ${p.days.words} dagen nadat de dialoog is afgesloten.`,
          `Welke e-mail u kreeg: ${p.days.mail} dagen.`,
          `Links en apparaten: ${p.days.links} en ${p.days.devices} dagen nadat ze zijn verlopen.`,
          "Een gepubliceerd verslag blijft bestaan. De Archiefwet kan vragen dat we iets langer bewaren.",
        ),
        "Wat u vertrouwelijk met ons deelt, behandelen we zorgvuldig. De Wet open overheid kan wel gelden.",
        "## Wat u zelf kunt doen",
        list(
          "Op uw eigen pagina ziet u alles wat we van u bewaren, en neemt u het mee als bestand.",
          "Daar verbetert u uw gegevens, trekt u een bijdrage in, of wist u alles in één keer.",
          `U kunt ook bezwaar maken via ${p.privacyContact}.`,
          "Bent u het niet met ons eens? U kunt een klacht indienen bij de Autoriteit Persoonsgegevens: https://autoriteitpersoonsgegevens.nl",
        ),
      ),
    accessibility: (p: Facts) =>
      text(
        `${p.organisation} wil dat iedereen mee kan doen op ${p.origin}: met een toetsenbord, met een schermlezer, op een telefoon, met alleen tekst.`,
        "## Hoe toegankelijk is deze website",
        {
          unknown: "De website is nog niet onafhankelijk onderzocht. Daarom staat hier nog geen nalevingsstatus.",
          full: "Deze website voldoet volledig aan de eisen: EN 301 549, met WCAG 2.1 niveau A en AA (status A).",
          partial:
            "Deze website voldoet voor een deel aan de eisen: EN 301 549, met WCAG 2.1 niveau A en AA (status B). We weten wat nog niet goed is en werken daaraan.",
          "first-steps":
            "We hebben eerste maatregelen genomen om aan de eisen te voldoen: EN 301 549, met WCAG 2.1 niveau A en AA (status C).",
          not: "Deze website voldoet nog niet aan de eisen: EN 301 549, met WCAG 2.1 niveau A en AA (status D).",
        }[p.accessState],
        p.accessReport !== "" && `Het onderzoek leest u hier: ${p.accessReport}`,
        "De software waarop deze website draait, Klankbord, wordt gemaakt volgens WCAG 2.2 niveau AA. Elke pagina wordt automatisch getest, met het toetsenbord doorlopen, en bekeken op een scherm van 320 pixels breed.",
        "## Meedoen met alleen tekst",
        "U hebt geen camera of microfoon nodig. Alles wat in een bijeenkomst telt, kan met tekst. Hebt u iets nodig om mee te kunnen doen, zoals een schrijftolk? Zet het bij uw aanmelding. De organisator neemt contact met u op.",
        "## Werkt er iets niet?",
        `Laat het ons weten via ${p.contact}. Schrijf op welke pagina het was en wat er misging. U krijgt binnen twee weken antwoord.`,
        "Bent u niet tevreden met het antwoord? Dan kunt u een klacht indienen, en daarna naar de Nationale ombudsman: https://www.nationaleombudsman.nl",
      ),
    register: (p: Facts) =>
      text(
        "## Naam van de verwerking",
        `Dialogen met mensen uit de praktijk, op ${p.origin}.`,
        "## Verwerkingsverantwoordelijke",
        list(
          who(p),
          `Contact over privacy: ${p.privacyContact}`,
          p.officer !== ""
            ? `Functionaris voor gegevensbescherming: ${p.officer}`
            : "Functionaris voor gegevensbescherming: vul in",
        ),
        "## Doel",
        "Deelnemers uitnodigen, bijeenkomsten houden, behoeften verzamelen, inzichten aan de praktijk toetsen, daarover verslag doen, en laten weten wat ermee gebeurt.",
        "## Grondslag",
        `${basis(p)}. Voor de kennismakingskaart, citeren met naam, mail over iets anders en het netwerk: toestemming (artikel 6, lid 1, onder a). Voor wat iemand nodig heeft om mee te kunnen doen: uitdrukkelijke toestemming (artikel 9, lid 2, onder a).`,
        "## Van wie",
        "Professionals, vrijwilligers en inwoners die zich aanmelden. Leden van het team van een dialoog. Beheerders.",
        "## Welke gegevens",
        list(
          "Naam, e-mailadres, organisatie, functie, vakgebied, soort partij, gebied, taal.",
          "Bijdragen, herkenningen, stippen, en antwoorden op inzichten.",
          "Aanwezigheid, plaats in groepen, rollen aan tafel.",
          "Wensen om mee te kunnen doen: kunnen gezondheidsgegevens zijn. Alleen de organisator ziet ze, elke blik wordt vastgelegd, en na de bijeenkomst worden ze gewist.",
          "Aanspreekpunten van programmapunten, reacties op het programma, en hoe vaak iemand daarover post wil.",
          "Van leden van het netwerk: kaart, contacten, berichten, vragen en reacties, voorbeelden, toezeggingen.",
          "Toestemmingen, met de versie van de tekst.",
          p.media !== null &&
            "Beeld en geluid, het IP-adres en de soort browser van wie daarmee meedoet: alleen zolang het duurt. Niets wordt opgenomen.",
          "Links en apparaten (alleen als afdruk), verstuurde e-mail, logboek met willekeurige nummers.",
        ),
        "Geen burgerservicenummer, geboortedatum of gender. De software waarschuwt als iemand zulke gegevens opschrijft, en weigert een burgerservicenummer.",
        "## Ontvangers",
        list(
          "Het team van de dialoog, elk naar zijn rol.",
          "Iedereen: gepubliceerde verslagen, zonder namen, en zonder cijfers over een vakgebied, soort partij of gebied met minder dan vijf mensen. Hoeveel mensen achter een thema of behoefte staan, staat er wel.",
          p.mailOut ? "De e-maildienst van de organisatie." : "Geen e-maildienst: e-mail gaat nog niet naar buiten.",
          p.ownSignIn && "De aanmelddienst van de organisatie, voor het team.",
          p.suggestions && "Een taaldienst, voor voorstellen bij thema's: woorden zonder naam.",
          p.media === "livekit" &&
            "De server voor beeld en geluid (LiveKit): vul in bij wie die staat, met de verwerkersovereenkomst.",
          p.proposals &&
            "Een taalmodel, voor voorstellen van een zin in het verslag: woorden van gekozen bijdragen, zonder naam.",
          p.fileStore &&
            "De opslag voor bestanden in de praktijkbibliotheek: vul in bij wie die staat, met de verwerkersovereenkomst.",
          "De partij bij wie de server staat: vul in, met de verwerkersovereenkomst.",
        ),
        "## Doorgifte buiten de EER",
        "Door de software niet. Vul in of de server, de e-maildienst of een andere dienst buiten de EER staat.",
        "## Bewaartermijnen",
        list(
          `Wie iemand was: ${p.days.people} dagen na het archiveren van de dialoog.`,
          `Woorden die niet met allen gedeeld zijn: ${p.days.words} dagen na het archiveren.`,
          `Verstuurde e-mail: ${p.days.mail} dagen. Links: ${p.days.links} dagen. Apparaten: ${p.days.devices} dagen.`,
          "Logboek: 12 maanden, daarna per maand gearchiveerd. Verslagen: blijven.",
        ),
        "## Beveiliging",
        list(
          "Versleuteld verkeer, een streng beleid voor wat een pagina mag laden, persoonlijke links en sleutels die alleen als afdruk bewaard worden.",
          "Rollen met zo min mogelijk rechten, een verzegeld logboek, grenzen tegen misbruik.",
          "Back-ups die getest terug te zetten zijn. Wat gewist is, blijft na terugzetten gewist.",
          "De lijst van maatregelen staat in de documentatie van Klankbord (docs/security).",
        ),
      ),
    dpia: (p: Facts) =>
      text(
        "Dit is een begin voor een gegevensbeschermingseffectbeoordeling (DPIA). Vul aan wat voor uw organisatie en uw dialoog geldt, en vraag advies aan uw functionaris voor gegevensbescherming.",
        "## Is een DPIA nodig?",
        "Waarschijnlijk wel als u veel mensen uitnodigt, als deelnemers afhankelijk zijn van hun werkgever of van uw organisatie, of als het onderwerp gevoelig is. Schrijf hier uw afweging.",
        "## Wat er gebeurt",
        `${p.organisation} nodigt mensen uit om mee te praten. Zij melden zich aan, doen mee aan bijeenkomsten, schrijven behoeften op en reageren op inzichten. Daarna verschijnt een verslag, en horen zij wat ermee gebeurt. De gegevens, ontvangers en termijnen staan in het verwerkingsregister.`,
        "## Waarom het nodig is, en in verhouding",
        list(
          `Grondslag: ${basis(p)}.`,
          "Zonder e-mailadres kan niemand worden uitgenodigd. Zonder vakgebied kunnen groepen niet gemengd worden. Meer wordt niet gevraagd.",
          "Deelnemers hoeven geen account te maken, en kiezen zelf onder welke naam anderen hen zien.",
          "Kon het met minder? Schrijf hier op welke andere manieren u overwoog.",
        ),
        "## Risico's, en wat ertegen gedaan is",
        "### Iemand wordt herkend aan een mening",
        "Niemand van het team ziet wat een persoon koos. Cijfers over een groep van minder dan vijf mensen, of over wat minder dan vijf mensen kozen, worden niet getoond, ook niet als iemand verslagen naast elkaar legt. Hoeveel mensen achter een thema of behoefte staan, wordt wel getoond. Let op: woorden kunnen iemand verraden. Het team kan woorden verbergen, en wie ze schreef kan ze intrekken.",
        "### Een werkgever of opdrachtgever leest mee",
        "Namen staan niet in verslagen. Deelnemers kunnen onder een andere naam meedoen. Bespreek in de huisregels dat niemand wordt aangesproken op wat aan tafel is gezegd.",
        "### Iemand schrijft over een ander",
        "Elk tekstveld waarschuwt voor persoonsgegevens en weigert een burgerservicenummer. Iedereen kan een bijdrage melden.",
        "### Gezondheidsgegevens",
        "Alleen wat iemand zelf opschrijft om mee te kunnen doen. Alleen de organisator ziet het, elke blik wordt vastgelegd, en na de bijeenkomst wordt het gewist.",
        "### Een link komt bij een ander terecht",
        "Links werken kort of alleen op bekende apparaten. Deelnemers zien hun apparaten en beëindigen ze. Inloggen op een nieuw apparaat geeft een bericht.",
        "### Gegevens lekken of raken kwijt",
        "Zie de maatregelen bij Beveiliging in het verwerkingsregister. Vul in wie een datalek meldt, en binnen welke tijd.",
        p.suggestions && "### Een taaldienst krijgt woorden te zien",
        p.suggestions &&
          "Voor voorstellen bij thema's gaan woorden zonder naam naar een dienst die uw organisatie koos. Leg vast welke dat is, waar die staat, en wat die bewaart. Zonder EMBEDDINGS_URL gebeurt dit niet.",
        p.proposals && "### Een taalmodel krijgt bijdragen te zien",
        p.proposals &&
          "Vraagt iemand van het team om een voorstel voor een zin, dan gaan de woorden van de bijdragen die diegene aankruist naar een dienst die uw organisatie koos. Daar kan in staan over wie het gaat. Leg vast welke dienst dat is, waar die staat, en wat die bewaart. Zonder LLM_URL gebeurt dit niet.",
        "## Rechten",
        "Inzien, meenemen, verbeteren, intrekken en wissen kan iedereen zelf. Wissen haalt ook woorden uit verslagen weg; dat wordt bij elke versie van de software getest.",
        "## Oordeel",
        "Schrijf hier welk risico overblijft, wie dat aanvaardt, en wanneer u opnieuw kijkt.",
      ),
  },
  kinds: {
    privacy: { title: "Privacyverklaring", about: "Voor iedereen, op /privacy." },
    accessibility: { title: "Toegankelijkheid", about: "Voor iedereen, op /toegankelijkheid." },
    register: { title: "Verwerkingsregister", about: "De regel voor het register van uw organisatie." },
    dpia: { title: "DPIA: een begin", about: "Een begin voor de beoordeling van risico's voor mensen." },
  },
  list: {
    title: "Verklaringen",
    lead: "Deze teksten worden gemaakt van uw instellingen en termijnen. U kunt ze aanpassen. Elke versie blijft bewaard.",
    kind: "Tekst",
    state: "Hoe het staat",
    follows: "volgt uw instellingen",
    kept: (p: { version: number; when: string }) => `versie ${p.version}, door u aangepast op ${p.when}`,
    behind: "Uw instellingen zijn daarna veranderd. Kijk of de tekst nog klopt.",
    nl: "Nederlands",
    en: "Engels",
  },
  page: {
    back: "Alle verklaringen",
    public: "Bekijk de pagina",
    file: "Bewaar als bestand",
    text: "Tekst",
    hint: "Een kop begint met ##, een punt in een lijst met een streepje.",
    keep: "Bewaar als nieuwe versie",
    follow: "Volg weer de instellingen",
    followText: "De tekst wordt dan weer gemaakt van uw instellingen. Uw eigen tekst blijft als versie bewaard.",
    proposed: "De tekst zoals hij nu uit uw instellingen volgt",
    versions: "Eerdere versies",
    version: (p: { version: number; when: string }) => `Versie ${p.version}, ${p.when}`,
    followed: (p: { version: number; when: string }) => `Versie ${p.version}, ${p.when}: volgt de instellingen`,
    problem: "Er klopt nog iets niet",
    told: { saved: "Bewaard.", meanwhile: "" },
    meanwhile:
      "Iemand anders heeft deze tekst net veranderd. Uw tekst staat nog in het veld. De tekst van de ander staat eronder.",
    theirs: "De tekst die nu bewaard is",
    errors: { text: { missing: "Vul een tekst in.", long: "Maak de tekst korter dan 30.000 tekens." } },
    made: (p: { when: string }) => `Voor het laatst veranderd op ${p.when}.`,
  },
};
