import { formOf, type Page } from "./browser.ts";
import { choiceOf, type Form, type Typed } from "./form.ts";
import type { Mailbox } from "./mailbox.ts";
import { areaYear, type Person } from "./person.ts";

/** Fills in the form of the call, and follows the link of the mail that comes. @returns the page of their registration */
export async function register(person: Person, slug: string, mailbox: Mailbox): Promise<Page> {
  const page = await person.browser.get(`/oproep/${slug}/aanmelden`);
  const form = formOf(page, { has: ["field", "party"] });
  await person.browser.sendForm(page, form, { ...answers(person, form), mail: person.mail });
  const link = await mailbox.link(person.mail, "/bevestig/");
  return press(person, link);
}

/** A link of a mail shows a button, and the button does it. */
export async function press(person: Pick<Person, "browser">, link: string, typed: Typed = {}): Promise<Page> {
  const page = await person.browser.get(link);
  const form = page.forms.find(({ method, action }) => method === "post" && (!action || page.at.startsWith(action)));
  if (!form) throw new Error(`no button at ${page.at.slice(0, 20)}`);
  return person.browser.sendForm(page, form, typed);
}

export function answers(person: Person, form: Form): Typed {
  const others = person.otherFields.map((name) => choiceOf(form, "otherFields", name));
  return {
    name: person.name,
    organisation: person.organisation,
    function: person.work,
    party: choiceOf(form, "party", person.party),
    field: choiceOf(form, "field", person.field),
    otherFields: others,
    area: person.area.name,
    "area-chosen": person.area.code ? `${person.area.code}:${areaYear}` : "",
    brings: person.brings,
    ...(person.accessNeeds ? { ...accessOf(person.accessNeeds), accessConsent: "on" } : {}),
    shownAs: shownAs(person),
    licence: "on",
  };
}

function accessOf(needs: string): Typed {
  const kinds = [
    ...(/schrijftolk|ondertiteling/i.test(needs) ? ["captions"] : []),
    ...(/zonder video/i.test(needs) ? ["text-only"] : []),
  ];
  return { accessKinds: kinds, accessNeeds: needs };
}

/** Most show their name; some who are known in their area rather do not. */
function shownAs({ code, party }: Person): string {
  const number = Number(code.slice(1));
  if (party === "bewoner" && number % 3 === 0) return "none";
  return number % 9 === 4 ? "function" : "full";
}
