import { Browser, type Site } from "./browser.ts";
import type { Mailbox } from "./mailbox.ts";
import { makePeople, type Person } from "./person.ts";
import { answers, press, register } from "./register.ts";
import { guest, substitute } from "./words.ts";

/** How many more register than there are places. */
export const waitingAtFirst = 3;

export interface Hall {
  /** who has a place and comes */
  readonly people: readonly Person[];
  /** whose seat is kept free for who looks on */
  readonly guest: Person;
  /** path of the link for that seat */
  readonly guestLink: string;
}

/** Everybody registers and confirms; the last find the session full. One signs off, so that the first in line gets a place. */
export async function fillHall(
  site: Site,
  at: { readonly slug: string; readonly sessionId: string; readonly mailbox: Mailbox; readonly count: number },
  came: (done: number) => void,
): Promise<Hall> {
  const { guest: free, people } = makePeople(site, at.count);
  await register(free, at.slug, at.mailbox);
  let done = 0;
  const come = async (person: Person) => {
    await register(person, at.slug, at.mailbox);
    came(++done);
  };
  const inTime = people.slice(0, -waitingAtFirst);
  const late = people.slice(-waitingAtFirst);
  await Promise.all(inTime.map(come));
  for (const person of late) await come(person);

  const leaver = inTime[4];
  const giver = inTime[7];
  if (!leaver || !giver) throw new Error("too few people");
  await press(leaver, `/mijn/${at.slug}/afmelding/${at.sessionId}`);
  const colleague = await takeOver(site, at, giver);
  const here = inTime.filter((person) => person !== leaver).map((person) => (person === giver ? colleague : person));
  return { people: [...here, ...late.slice(0, 1)], guest: free, guestLink: await at.mailbox.link(guest.mail, "/mee/") };
}

async function takeOver(
  site: Site,
  at: { readonly slug: string; readonly sessionId: string; readonly mailbox: Mailbox },
  giver: Person,
): Promise<Person> {
  const page = await giver.browser.get(`/mijn/${at.slug}/collega/${at.sessionId}`);
  await giver.browser.send(page, { has: ["name", "mail"] }, { name: substitute.name, mail: substitute.mail });
  const colleague: Person = { ...giver, name: substitute.name, mail: substitute.mail, browser: new Browser(site) };
  const form = await colleague.browser.get(await at.mailbox.link(colleague.mail, "/uitnodiging/"));
  const [asked] = form.forms.filter(({ fields }) => fields.some(({ name }) => name === "party"));
  if (!asked) throw new Error("no form to take over a place");
  await colleague.browser.sendForm(form, asked, answers(colleague, asked));
  return colleague;
}
