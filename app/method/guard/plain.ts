/** A text in plain signs, and for each of its UTF-16 units where it stood in the text as typed. */
export interface Plain {
  readonly text: string;
  /** One longer than the text: the last is the length as typed. */
  readonly origin: readonly number[];
}

/** Lookalikes made alike: full-width and Arabic digits, all dashes and spaces; invisible marks are left out. Line ends stay. */
export function plainOf(typed: string): Plain {
  let text = "";
  const origin: number[] = [];
  let at = 0;
  for (const sign of typed) {
    const plain = asciiOnly.test(sign) ? sign : plainSign(sign);
    for (let i = 0; i < plain.length; i++) origin.push(at);
    text += plain;
    at += sign.length;
  }
  origin.push(at);
  return { text, origin };
}

const asciiOnly = /^[\n\x20-\x7e]$/;
const arabicDigit = /[\u0660-\u0669\u06f0-\u06f9]/;

function plainSign(sign: string): string {
  if (/[\p{Cf}\p{Mn}]/u.test(sign)) return "";
  if (/[\r\u2028\u2029]/.test(sign)) return "\n";
  if (/\s/.test(sign)) return " ";
  if (/\p{Pd}/u.test(sign) || sign === "\u2212") return "-";
  if (/[\u2018\u2019\u02bc]/.test(sign)) return "'";
  if (arabicDigit.test(sign)) return String((sign.codePointAt(0) ?? 0) & 0xf);
  const folded = sign.normalize("NFKC");
  return folded.length === 1 ? folded : sign;
}
