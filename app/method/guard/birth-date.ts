import type { Span } from "./finding.ts";

/** Dates of birth: a whole date with a word that says so. A year or a month alone tells too little, other dates are of meetings and laws. */
export function findBirthDates(text: string): Span[] {
  const found: Span[] = [];
  for (const [pattern, condition] of patterns)
    for (const match of text.matchAll(pattern)) {
      const date = match.groups?.date;
      if (date === undefined) continue;
      if (condition === "person" && isOfThing(text, match)) continue;
      if (condition === "long-ago" && /20(?:1[5-9]|[2-9]\d)/.test(date)) continue;
      const from = match.index + match[0].lastIndexOf(date);
      const span = { from, to: from + date.length };
      if (!found.some((one) => one.from < span.to && span.from < one.to)) found.push(span);
    }
  return found.sort((one, other) => one.from - other.from);
}

const months =
  "(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|mrt|maart|mar(?:ch)?|apr(?:il)?|mei|may|juni?|june|juli?|july|aug(?:ustus|ust)?|sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const units = "(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)";
const dayWords = `(?:(?:${units}(?:en|ën))?(?:twintig|dertig)|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|${units}|eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende)`;
const day = "(?:0?[1-9]|[12]\\d|3[01])";
const month = "(?:0?[1-9]|1[0-2])";
const year = "(?:(?:19|20)\\d\\d|'?\\d\\d)";
const apart = "\\s?[-./ ]\\s?";
const date = `(?<date>(?<!\\d)(?:${[
  `${day}(?:\\s?(?:e|de|ste|st|nd|rd|th))?(?:\\s|-)?(?:van\\s|of\\s)?${months}\\.?(?:,?\\s?|-)${year}`,
  `${dayWords}\\s(?:van\\s)?${months}\\s(?:${year}|negentien\\p{L}+|tweeduizend\\p{L}*)`,
  `${months}\\s${day}(?:st|nd|rd|th)?,?\\s(?:19|20)\\d\\d`,
  `(?:19|20)\\d\\d${apart}${month}${apart}${day}`,
  `${day}${apart}${month}${apart}${year}`,
].join("|")})(?!\\d))`;
const compact = "(?<date>(?<!\\d)(?:(?:19|20)\\d\\d[01]\\d[0-3]\\d|[0-3]\\d[01]\\d(?:19|20)?\\d\\d)(?!\\d))";

const says =
  "(?<!\\p{L})(?:geboren|geboorte\\p{L}*|geb[.d]*\\s?-?(?:dat\\p{L}*\\.?|dd\\.?)?|g\\.\\s?d\\.?|(?:gd|g|gb)\\s?:|born|birth\\p{L}*|d\\.?o\\.?b\\.?|ter wereld|bevallen|levenslicht|verjaardag|jarig)";
const people =
  "(?:hij|zij|ze|\\p{L}*(?:zoon|zoontje|dochter|dochtertje|kind|kindje|vader|moeder)|oudste|jongste|middelste|meneer|mevrouw|mw\\.?|mevr\\.?|dhr\\.?|jongen|jongetje|meisje|cliënte?|client|patiënte?|bewoner|bewoonster|oma|opa|buurman|buurvrouw|buurjongen|buurmeisje|baby|peuter|leerling|partner|broer|broertje|zus|zusje|tweeling|nichtje|neefje|tante|oom|vrouw|man)";
const age = "(?:\\d{1,3}(?!\\d)|(?:[a-zë]+(?:tien|tig)|tien|elf|twaalf))";
const fullName = "\\p{Lu}[\\p{Ll}.]+\\s(?:(?:van|de|der|den|ten|ter|el|al)\\s){0,2}\\p{Lu}[\\p{L}.-]+";

/** `long-ago`: only of a year that is rather one of birth than of a meeting. */
type Condition = "person" | "long-ago" | "none";
const patterns: readonly (readonly [RegExp, Condition])[] = [
  [new RegExp(`${says}(?:[^.!?\\n\\d]|d\\.d\\.){0,45}?(?<!(?:tussen|na|voor|vóór|vanaf|tot|sinds)\\s)${date}`, "giu"), "person"],
  [
    new RegExp(`(?<!\\p{L})(?:geboorte\\p{L}*|geb\\.?(?:\\s?dat\\p{L}*\\.?)?|dob|g\\.d\\.)[\\s:]{1,3}${compact}`, "giu"),
    "person",
  ],
  [
    new RegExp(
      `${date}[^.!?\\n\\d]{0,40}?(?<!\\p{L})(?:geboren|geboorte(?:dag|datum)|jarig|ter wereld|levenslicht)(?!\\p{L})(?!\\suit)`,
      "giu",
    ),
    "person",
  ],
  [new RegExp(`(?<!\\p{L})(?:ik|${people})(?:\\s\\p{L}+)?\\s(?:is|was|ben)\\s(?:pas\\s)?van\\s${date}`, "giu"), "none"],
  [new RegExp(`(?<!\\p{L})${people}\\svan\\s${date}`, "giu"), "long-ago"],
  [
    new RegExp(`(?<!\\p{L})${people}(?:\\s\\p{L}[\\p{L}.]*){0,2}(?:\\s\\d{1,3}\\s(?:jaar|jr\\.?))?\\s?\\(${date}\\)`, "giu"),
    "none",
  ],
  [new RegExp(`(?<!\\p{L})${people},\\s?${date},`, "giu"), "long-ago"],
  [new RegExp(`${fullName},?\\s?\\(?${date}`, "gu"), "long-ago"],
  [new RegExp(`(?<!\\p{L})(?:wordt|werd|word)\\s(?:pas\\s)?(?:op\\s)?${date}\\s${age}(?!\\p{L})`, "giu"), "none"],
  [new RegExp(`(?<!\\p{L})(?:wordt|werd|word)\\s(?:pas\\s)?${age}\\s(?:jaar\\s)?op\\s${date}`, "giu"), "none"],
  [new RegExp(`(?<=[^\\n])[(\\s,][*°]\\s?${date}`, "giu"), "none"],
];

const things =
  /(?<!\p{L})(?:idee|ideeën|plan|plannen|project|initiatief|werkgroep|stichting|vereniging|samenwerking|beweging|aanpak|droom|gedachte|pilot|netwerk|platform|team|wijkteam|\p{L}*tuin|\p{L}*project|\p{L}*initiatief|\p{L}*plan|\p{L}*groep)(?!\p{L})/iu;
const somebody = new RegExp(`(?<!\\p{L})(?!ze ?|man|vrouw)${people}(?!\\p{L})`, "iu");

/** A plan can be born too. */
function isOfThing(text: string, match: RegExpExecArray): boolean {
  const before =
    text
      .slice(Math.max(0, match.index - 60), match.index)
      .split(/[.!?\n]/)
      .at(-1) ?? "";
  const clause = `${before}${match[0]}`;
  return things.test(clause) && !somebody.test(clause);
}
