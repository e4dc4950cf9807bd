import type { Span } from "./finding.ts";

/** Addresses: a street with a house number, or a whole postcode. The name of a street alone is of everybody who lives there. */
export function findAddresses(text: string): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(houseNumber)) {
    const street = streetBefore(text, match);
    if (street) found.push(street);
  }
  for (const { index, 0: words } of text.matchAll(numberFirst)) found.push({ from: index, to: index + words.length });
  for (const match of text.matchAll(postcode))
    if (isPostcode(text, match)) found.push({ from: match.index, to: match.index + match[0].length });
  return merged(found);
}

const houseNumber =
  /(?<=[\p{L}.'’)"])(?<between>,?\s{1,2}(?:\(?(?<named>(?:huis)?(?:nummer|nr|no)\b\.?)\s{0,2})?)(?<number>[1-9]\d{0,4}|(?<=(?:nummer|nr|nr\.)\s)(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|twintig)(?!\p{L}))(?<more>(?:\s?-\s?|\/|\s)?(?:hs|huis|bis|rood|zwart|[IVX]{1,4}|[A-Da-d])(?![\p{L}\d])|[a-z](?![\p{L}\d])|\s?[-/]\s?\d{1,4}(?!\d))?(?![\d:]|[.,]\d)/gu;

/** Ends of street names that are seldom something else. */
const strong =
  "(?:straat|straatje|str\\.|laan|weg|plein|dijk|kade|gracht|singel|hof|hofje|steeg|pad|plantsoen|dreef|boulevard|allee|baan|wal|markt|brink|kwartier|gaarde|hove|weide|erf|vaart|park|poort|burcht|ring|werf|akker|oever|horst|zoom)";
/** With such an end, but a kind of street and not its name. */
const kindOfStreet =
  /^(?:de|het|een|onze|deze|die|elke|hele|'t)?\s?(?:winkel|woon|speel|school|snel|auto|fiets|wandel|voet|zij|achter|ach|hoofd(?=weg)|binnen|jaag|zand|dorps(?=weg)|park|water|spoor|rij|loop|start|wed|renn?|ijs|skate?|sport|werk|lands|straat|super|vrij|rommel|braderie|arbeids|banen|woning|huizen|kerst|vlooien|volks|moes|buurt|wijk|stads|stadsdeel|pret|industrie|bedrijven|recreatie|speeltuin|reken|school|mees|ge|be|over|half|onder|uit|on|heel|tele|door|vooraf|alle?|eind|kaart|ziekenhuis|groei|stage|vacature|droom|bij|dagb|bank|keu|kerk(?=hof)|ere|bedel|nage|land|levens|proef|trouw|gerechts|ho|aanlegs|betaal)?(?:straat|straatje|laan|weg|plein|dijk|kade|gracht|singel|hof|hofje|steeg|pad|plantsoen|dreef|boulevard|baan|wal|markt|brink|kwartier|park|poort|ring|werf|erf|akker|weide|vaart|oever)$/iu;

const unit =
  "(?:jaar|jaren|keer|maal|uur|uren|min|minuten|kwartier|dag|dagen|week|weken|maand|maanden|procent|%|euro|eur|meter|km|kilometer|graden|hectare|woningen|huizen|gezinnen|mensen|kinderen|jongeren|ouderen|bewoners|huishoudens|appartementen|flats|banken|bankjes|bomen|plekken|plaatsen|lantaarns|auto's|ouders|vrouwen|mannen|buren|studenten|leerlingen|vrijwilligers|panden|winkels|deuren|portieken|nationaliteiten|personen|leden|deelnemers|teams|organisaties|meldingen|klachten|inbraken|parkeerplaatsen|prullenbakken|tegels|talen|x|tot|à|van\\sde|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)";
const isCount = new RegExp(`^\\s?${unit}(?!\\p{L})`, "iu");
const pluralNext =
  /^\s(?!(?:en|is|was|mis|als|dus|soms|steeds|samen|binnen|buiten|tegen|achter|boven)\s)\p{Ll}{3,}(?:en|s)(?![\p{L}])/u;

const particle = "(?:van|de|der|den|het|ter|ten|te|op|aan|'t|in|bij|achter|onder|d')";
const capital = "(?:\\p{Lu}[\\p{L}'.-]*|'[st]|\\d{1,2}e)";
const named = new RegExp(`(?<![\\p{L}])[\\p{L}'-]*${strong}$`, "iu");
const namesBefore = new RegExp(`(?<!\\p{L})(?:(?:${capital}|${particle})\\s){1,5}$`, "u");
const laanVan = new RegExp(
  `(?<!\\p{L})(?:Laan|Plein|Weg|Straat|Hof|Pad|Park|Kade)\\s(?:(?:${particle}\\s){0,2}${capital}\\s?){1,4}$`,
  "u",
);
const proper = new RegExp(`(?<!\\p{L})(?:(?:${capital}|${particle})\\s){0,4}${capital}$`, "u");
/** Ends of street names that are often ends of other names too. */
const usualEnd =
  /(?<=(?:op|aan|van|bij|naar|in|uit)\s(?:de |het |'t )?(?:\p{Lu}\p{L}*\s){0,2}\p{Lu}\p{L}*)(?:einde?|gaard|hoek|hage|perk|bocht|rade|rak|vliet|schans|sluis|meent|stee|stede|veld|wei|heide|kamp|bos|brug|toren|flat|passage|promenade|esplanade|zijde|beemd|waard|wierde|terp|duin|tuin|kolk|diep|haven|zijl|gang|hoeve|slop|terras)$/u;
const dwelling =
  /(?<!\p{L})(?:woont|wonen|woon|woonde|woonachtig|adres|adressen|huurt|huurde|verblijft|verhuisd|verhuisde|bewoner|bewoners|bewoonster|familie|gezin|huis|flat|ingeschreven|logeert|slaapt|langs|bezoek|deur)(?!\p{L})/iu;
const notPlace =
  /(?<!\p{L})(?:Flat|Huis|Toren|Brug|Haven|Gang|Artikel|Groep|Fase|Blok|Bus|Lijn|Kamer|Klas|Niveau|Pagina|Hoofdstuk|Versie|Nummer|Top|Windows|Android|Level|Wet|Regel|Punt|Vraag|Stap|Portiek|Perron|Spoor|Tram|Zaal|Week|Deel|Bijlage|Route|Categorie|Team|Plein|Ongeveer|Circa|Minstens|Maximaal|Bijna|Ruim|Die|Deze|Al|Nog|Maar|Wel|Met|Voor|Na|Sinds|Per|Om|Tot|Tussen|En|Of|Wij|We|Er|Ik|Hij|Zij|Ze|In|Op|Aan|Van|De|Het|Een)$/u;

/** "nummer 14 in de Hoefsmidstraat" */
const numberFirst = new RegExp(
  `(?<!\\p{L})(?:huis)?(?:nummer|nr\\.?)\\s[1-9]\\d{0,4}[a-z]?\\s(?:in|op|aan|van)\\s(?:de |het |'t )?(?:${capital}\\s){0,3}\\p{Lu}[\\p{L}'-]*${strong}(?!\\p{L})`,
  "gu",
);

function streetBefore(text: string, match: RegExpExecArray): Span | null {
  const { named: isNamed, number = "", more = "" } = match.groups ?? {};
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 30);
  const before = text
    .slice(Math.max(0, match.index - 60), match.index)
    .replace(/^.*\n/s, "")
    .replace(/[)"]$/, "");
  if (/^(?:19|20)\d\d$/.test(number) && !isNamed && more === "") return null;
  if (more === "e" && /^\s\p{Ll}/u.test(after)) return null; // the second, not number two
  if (!isNamed && more === "" && isCount.test(after)) return null;

  const span = (found: string): Span => ({ from: match.index - found.length, to: match.index + match[0].length });
  const last = named.exec(before)?.[0] ?? "";
  const first = before.slice(0, before.length - last.length);
  const whole = fromCapital((namesBefore.exec(first)?.[0] ?? "") + last);
  const upper = /^\p{Lu}|-\p{Lu}/u.test(last);
  const bare = new RegExp(`^${strong}$`, "iu").test(last);
  const isName = upper
    ? !/(?:^|[.!?]\s)$/.test(first) || !kindOfStreet.test(last) || !pluralNext.test(after)
    : !kindOfStreet.test(last);
  const loose = /^,/.test(match.groups?.between ?? "") && !isNamed && /^\s\p{Ll}/u.test(after);
  if (last !== "" && !bare && isName && !loose && (upper || isNamed || !pluralNext.test(after))) return span(whole);
  if (bare && upper && /^(?:'[st]\s)?\p{Lu}\S*\s\S/u.test(whole)) return span(whole);
  const laan = laanVan.exec(before);
  if (laan) return span(laan[0]);
  const words = proper.exec(before);
  if (!words || notPlace.test(words[0])) return null;
  const closed =
    isNamed ||
    more !== "" ||
    /^\s*(?:[,.;:)!?\n]|$)/.test(after) ||
    /^\s(?:is|heeft|krijgt|mist|gaat|staat|wil|kan|te|in)\s/.test(after);
  const told = dwelling.test(text.slice(Math.max(0, match.index - 80), match.index - words[0].length)) || usualEnd.test(words[0]);
  return closed && told ? span(fromCapital(words[0])) : null;
}

/** Leaves out "op de", "In het" before a name; they are no part of it. */
function fromCapital(found: string): string {
  const words = found.replace(/^(?:(?:In|Op|Aan|Bij|Naar|Langs|Uit|Adres|Huis|Flat|Zij|Hij|Ik)\s)+/u, "");
  const start = words.search(/(?<![\p{L}'])(?:'[st]\s)?(?:\p{Lu}|\d)/u);
  return start < 0 ? words.slice(words.lastIndexOf(" ") + 1) : words.slice(start);
}

const postcode = /(?<![\p{L}\d.,-])[1-9]\d{3}(?<gap>[ -]?)(?<letters>[a-z]{2})(?![\p{L}\d])/giu;
const oftenSaid = /^(?:AI|EU|NL|OM|UN|BV|CV|VN|PC|TV|HR|GB|MB|KB|KM|KG|CM|IT|ZZ|EN|IN|DE|IS|ER|OP|MW|WO|HBO|PV|OR|MR)$/;
const smallWords = /^(?:IS|IN|EN|DE|OP|ER|OF|TE|IK|WE|ZE|JE|NU|AL|ZO|DO|UW|AF|OM|NA|TO|MM|KM|CM|KG)$/;

/** PostNL gives out no SA, SD and SS. */
function isPostcode(text: string, match: RegExpExecArray): boolean {
  const { gap = "", letters = "" } = match.groups ?? {};
  const upper = letters.toUpperCase();
  if (/^S[ADS]$/.test(upper)) return false;
  const told = /(?:postcode|adres)[^\d\n]{0,25}$/i.test(text.slice(Math.max(0, match.index - 40), match.index));
  const number = /^[,\s]*(?:op |met )?(?:huis)?(?:nummer|nr)/i.test(text.slice(match.index + match[0].length));
  if (told || number) return true;
  if (/^[1-9]\d?00/.test(match[0]) && /^\s\p{Ll}/u.test(text.slice(match.index + match[0].length))) return false; // so many of something
  if (letters !== upper) return gap === "" && letters === letters.toLowerCase() && !smallWords.test(upper);
  const shouted = text === text.toUpperCase();
  if (shouted && smallWords.test(upper)) return false;
  const year = /^(?:19|20)/.test(match[0]);
  return !(oftenSaid.test(upper) && (year || /^(?:MB|KB|KM|KG|CM|EU|MW|PV|GB)$/.test(upper)));
}

/** A street and the postcode just after it are one address. */
function merged(spans: Span[]): Span[] {
  const whole: Span[] = [];
  for (const span of spans.sort((one, other) => one.from - other.from)) {
    const last = whole.at(-1);
    if (last && span.from <= last.to + 2) whole[whole.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else whole.push(span);
  }
  return whole;
}
