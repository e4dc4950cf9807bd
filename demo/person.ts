import type { Site } from "./browser.ts";
import { Browser } from "./browser.ts";
import { readInvented } from "./invented.ts";
import { guest } from "./words.ts";

/** Somebody of the invented dialogue, with a browser of their own. */
export interface Person {
  /** P001 */
  readonly code: string;
  readonly name: string;
  readonly mail: string;
  readonly organisation: string;
  readonly work: string;
  readonly party: string;
  readonly field: string;
  readonly otherFields: readonly string[];
  readonly area: { readonly name: string; readonly code: string };
  readonly brings: string;
  readonly offers: string;
  readonly looksFor: string;
  readonly accessNeeds: string;
  readonly browser: Browser;
}

export const areaYear = 2025;

/** The guest first: that seat is certain. */
export function makePeople(site: Site, count: number): { readonly guest: Person; readonly people: readonly Person[] } {
  const mails = new Set<string>();
  const people = readInvented("people")
    .slice(0, count)
    .map((row, n): Person => {
      const name = row.name ?? "";
      const mail = mailOf(name, mails);
      return {
        code: row.id ?? "",
        name,
        mail,
        organisation: row.organisation ?? "",
        work: row.function ?? "",
        party: row.party ?? "",
        field: row.field ?? "",
        otherFields: (row.other_fields ?? "").split(";").filter(Boolean),
        area: { name: row.municipality ?? "", code: row.municipality_code ?? "" },
        brings: row.brings ?? "",
        offers: row.can_offer ?? "",
        looksFor: row.look_for ?? "",
        accessNeeds: row.access_needs ?? "",
        browser: new Browser(site, agents[n % agents.length]),
      };
    });
  return {
    guest: {
      code: "",
      name: guest.name,
      mail: guest.mail,
      organisation: guest.organisation,
      work: guest.function,
      party: guest.party,
      field: guest.field,
      otherFields: [],
      area: guest.area,
      brings: guest.brings,
      offers: guest.offers,
      looksFor: guest.looksFor,
      accessNeeds: "",
      browser: new Browser(site),
    },
    people,
  };
}

/** @param taken two people may have the same name, never the same address */
export function mailOf(name: string, taken: Set<string> = new Set()): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/ı/g, "i")
    .toLowerCase()
    .replace(/[^a-z]+/g, ".")
    .replace(/^\.|\.$/g, "");
  let mail = `${plain}@voorbeeld.example`;
  for (let n = 2; taken.has(mail); n++) mail = `${plain}.${n}@voorbeeld.example`;
  taken.add(mail);
  return mail;
}

const agents = [
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/141.0 Safari/537.36",
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/141.0 Safari/537.36 Edg/141.0",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Safari/604.1",
  "Mozilla/5.0 (Android 15; Mobile) Chrome/141.0 Safari/537.36",
  "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0",
];
