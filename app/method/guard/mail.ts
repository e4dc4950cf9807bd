import type { Span } from "./finding.ts";

/** Mail addresses, also with spaces in them and as people spell them: "naam at domein punt nl", "naam (at) domein.nl". */
export function findMails(text: string): Span[] {
  const found: Span[] = [];
  for (const pattern of [address, spaced, spelled, spokenOut, known])
    for (const { index, 0: match } of text.matchAll(pattern)) {
      const span = { from: index, to: index + match.length };
      if (!found.some((one) => one.from < span.to && span.from < one.to)) found.push(span);
    }
  return found.sort((one, other) => one.from - other.from);
}

const name = "[\\p{L}\\p{N}][\\p{L}\\p{N}._%+'-]{0,63}";
const label = "[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,62}";
const end = "(?![\\p{L}\\p{N}])";
const begin = "(?<![\\p{L}\\p{N}._%+'-])";
const sure = "(?:nl|com|org|net|eu|example|test|info|frl|edu|gov)";
const dot = "(?:\\.|\\s?[([{]\\s?(?:punt|dot|\\.)\\s?[)\\]}]\\s?|\\s(?:punt|dot)\\s)";
const at =
  "(?:\\s?[([{<]\\s?(?:at|apenstaartje|apestaartje|apenstaart|@)\\s?[)\\]}>]\\s?|\\s?(?<!\\p{L})(?:apen?staart(?:je)?)(?!\\p{L})\\s?)";
const names = `${name}(?:\\s(?:punt|dot)\\s${name})?`;

const address = new RegExp(`${begin}${name}@(?:${label}\\.){1,5}\\p{L}{2,}${end}`, "gu");
const spaced = new RegExp(`${begin}${name}\\s?@\\s?${label}(?:\\s?\\.\\s?${label}){0,3}\\s?\\.\\s?${sure}${end}`, "gu");
const spelled = new RegExp(`${begin}${names}${at}${label}(?:${dot}${label}){1,4}${end}`, "giu");
const spokenOut = new RegExp(`${begin}${names}\\sat\\s${label}(?:${dot}${label}){0,3}${dot}${sure}${end}`, "giu");
/** Without its ending, at a provider that everybody knows. */
const known = new RegExp(
  `${begin}${name}(?:\\s?@\\s?|\\sat\\s|${at})(?:gmail|hotmail|outlook|live|yahoo|icloud|ziggo|kpnmail|planet)${end}`,
  "giu",
);
