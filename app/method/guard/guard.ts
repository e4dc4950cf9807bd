import { findAddresses } from "./address.ts";
import { findBirthDates } from "./birth-date.ts";
import { findBsn } from "./bsn.ts";
import type { Finding, FindingKind, Span } from "./finding.ts";
import { findIbans } from "./iban.ts";
import { findMails } from "./mail.ts";
import { findPhones } from "./phone.ts";
import { plainOf } from "./plain.ts";

/**
 * Finds what may be personal data of somebody in a text, in order of place; findings do not overlap. Names are not looked for.
 * @param typed up to some thousands of signs; time is linear in them
 */
export function findPersonal(typed: string): Finding[] {
  if (!/\p{Nd}|@|apen?staart|(?<!\p{L})(?:at|nul)(?!\p{L})|nummer/iu.test(typed)) return [];
  const { text, origin } = plainOf(typed);
  const found: Finding[] = [];
  const add = (kind: FindingKind, spans: readonly Span[]) => {
    for (const { from, to } of spans) if (!found.some((one) => one.from < to && from < one.to)) found.push({ kind, from, to });
  };
  add("iban", findIbans(text));
  add("e-mail", findMails(text));
  const phones = findPhones(text);
  add("bsn", findBsn(text, [...found, ...phones]));
  add("telefoon", phones);
  add("geboortedatum", findBirthDates(text));
  add("adres", findAddresses(text));
  return found
    .map(({ kind, from, to }) => ({
      kind,
      from: origin[from] ?? 0,
      to: (origin[to - 1] ?? 0) + widthAt(typed, origin[to - 1] ?? 0),
    }))
    .sort((one, other) => one.from - other.from);
}

const widthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

/**
 * Has the patterns made ready, which takes a tenth of a second the first times they meet digits: before somebody waits for it.
 */
export function wakeGuard(): void {
  for (let time = 0; time < 3; time++)
    findPersonal("Bel Jan, geboren 1 mei 1980, op 06 12345678 of in Straat 1, 1234 AB. 1 2 3 4");
}
