import type { Hall } from "./arrivals.ts";
import { type Browser, formOf } from "./browser.ts";
import type { Form } from "./form.ts";
import { goOn } from "./going-on.ts";
import { readInvented } from "./invented.ts";
import type { Person } from "./person.ts";
import type { Voice } from "./say.ts";

const membersAtMost = 40;
const asksAtMost = 12;
const practicesAtMost = 6;

/** After the report: many participants become members, ask, offer, and write down what works; the team publishes that, and they go on. */
export async function meetAgain(
  organiser: Browser,
  { people, guest }: Pick<Hall, "people" | "guest">,
  at: { readonly slug: string; readonly home: string },
  voice: Voice,
): Promise<void> {
  const members = people.slice(0, membersAtMost);
  for (const [nth, person] of members.entries()) {
    await join(person, at.slug);
    voice.count("Lid van het netwerk", nth + 1, members.length);
  }
  // so that who looks on sees the network from within
  await join(guest, at.slug);
  const byCode = new Map(members.map((person) => [person.code, person]));
  let asks = 0;
  for (const row of readInvented("network")) {
    const person = byCode.get(row.person_id ?? "");
    if (!person || asks === asksAtMost) continue;
    await ask(person, at.slug, row);
    asks += 1;
  }
  let practices = 0;
  for (const row of readInvented("library")) {
    const person = byCode.get(row.person_id ?? "");
    if (!person || practices === practicesAtMost) continue;
    await tellPractice(person, at.slug, row);
    practices += 1;
  }
  for (let left = practices; left > 0; left--) {
    const page = await organiser.get(`${at.home}/netwerk`);
    await organiser.send(page, { button: { name: "doen", value: "publiceer" } });
  }
  await goOn(members, at.slug);
}

/** By their name; where a choice has another label, it is left. */
const ticked = (form: Form, name: string, label: string) =>
  form.fields.filter((field) => field.name === name && field.label.toLowerCase() === label).map(({ value }) => value);

async function join({ browser, name, brings, offers, looksFor, field, area }: Person, slug: string): Promise<void> {
  const page = await browser.get(`/mijn/${slug}/netwerk`);
  const form = formOf(page, { has: ["offers", "toon-offers"] });
  const shown = Object.fromEntries(
    ["name", "does", "offers", "looksFor", "area", "fields"].map((part) => [`toon-${part}`, "participants"]),
  );
  await browser.sendForm(page, form, {
    ...{ name, does: brings, offers, looksFor, area: area.name, fields: ticked(form, "fields", field) },
    ...shown,
  });
}

type Row = Readonly<Record<string, string>>;

async function ask({ browser }: Person, slug: string, row: Row): Promise<void> {
  const page = await browser.get(`/netwerk/${slug}/vragen/nieuw`);
  const form = formOf(page, { has: ["kind", "context"] });
  const { title = "", text = "", field = "", municipality = "" } = row;
  const kind = row.kind === "aanbod" ? "offer" : "ask";
  await browser.sendForm(page, form, { kind, title, context: text, fields: ticked(form, "fields", field), area: municipality });
}

async function tellPractice({ browser }: Person, slug: string, row: Row): Promise<void> {
  const page = await browser.get(`/netwerk/${slug}/praktijk/nieuw/schrijven`);
  const form = formOf(page, { has: ["situation", "done"] });
  await browser.sendForm(page, form, {
    ...{ title: row.title ?? "", situation: row.situation ?? "", done: row.what_we_did ?? "", took: row.what_it_took ?? "" },
    ...{ gave: row.what_it_gave ?? "", conditions: row.conditions ?? "" },
    fields: ticked(form, "fields", row.field ?? ""),
    area: row.municipality ?? "",
  });
}
