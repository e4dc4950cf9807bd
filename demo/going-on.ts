import { formOf, formsOf } from "./browser.ts";
import type { Form } from "./form.ts";
import type { Person } from "./person.ts";
import { goingOn as words } from "./words.ts";

const aDay = 86_400_000;
/** So many days from now, as a form asks it. */
const dayFrom = (days: number) => new Date(Date.now() + days * aDay).toISOString().slice(0, 10);

/** What members do in the weeks after: somebody reacts and is thanked, an example is used elsewhere, a group begins, people promise something. */
export async function goOn(members: readonly Person[], slug: string): Promise<void> {
  await react(members, slug);
  await takeOver(members, slug);
  await beginGroup(members, slug);
  await promise(members, slug);
}

/** The first who is not the writer: a page that is somebody's own has no form to react. */
async function react(members: readonly Person[], slug: string): Promise<void> {
  for (const [at, text] of words.reactions.entries()) {
    const path = `/netwerk/${slug}/vragen/${at + 1}`;
    for (const { browser } of members) {
      const page = await browser.get(path);
      const [form] = formsOf(page, { has: ["text", "mail"] });
      if (!form) continue;
      await browser.sendForm(page, form, { text });
      break;
    }
  }
  for (const { browser } of members) {
    const page = await browser.get(`/netwerk/${slug}/vragen/1`);
    const [own] = formsOf(page, { button: { name: "stap", value: "answer" } });
    if (!own) continue;
    await browser.sendForm(page, own, { thanks: words.thanks }, { name: "stap", value: "answer" });
    return;
  }
}

async function takeOver(members: readonly Person[], slug: string): Promise<void> {
  const list = await members[0]?.browser.get(`/netwerk/${slug}/praktijk`);
  if (!list?.html.includes(`/netwerk/${slug}/praktijk/1"`)) return;
  let left = [...words.uses];
  for (const { browser } of members.toReversed()) {
    const page = await browser.get(`/netwerk/${slug}/praktijk/1`);
    const [form] = formsOf(page, { has: ["fit", "text"] });
    const [use, ...rest] = left;
    if (!use) return;
    if (!form) continue;
    await browser.sendForm(page, form, use);
    left = rest;
  }
}

async function beginGroup(members: readonly Person[], slug: string): Promise<void> {
  const [first, ...others] = members;
  if (!first) return;
  const { title, about, theme, note, place } = words.group;
  const page = await first.browser.get(`/netwerk/${slug}/groepen/nieuw?soort=group`);
  const form = formOf(page, { has: ["title", "about"] });
  const group = (await first.browser.sendForm(page, form, { title, about, ...themeOf(form, theme) })).at.split("?")[0] ?? "";
  const joins = others.slice(0, words.group.people);
  for (const { browser } of joins) await browser.send(await browser.get(group), { button: { name: "doen", value: "mee" } });
  await first.browser.send(
    await first.browser.get(group),
    { has: ["dag", "tijd"], button: { name: "doen", value: "stel-voor" } },
    { dag: [dayFrom(12), dayFrom(14), "", "", ""], tijd: ["09:30", "13:00", "", "", ""] },
  );
  for (const { browser } of joins) {
    const dates = await browser.get(group);
    const asked = formOf(dates, { button: { name: "doen", value: "kan" } });
    const names = [...new Set(asked.fields.map(({ name }) => name))].filter((name) => name.startsWith("kan-"));
    const answers = Object.fromEntries(names.map((name, at) => [name, at === 0 ? "yes" : "maybe"]));
    await browser.sendForm(dates, asked, answers, { name: "doen", value: "kan" });
  }
  const pick = await first.browser.get(group);
  const picking = formOf(pick, { button: { name: "doen", value: "prik" } });
  const date = picking.fields.find(({ name }) => name === "date")?.value ?? "";
  await first.browser.sendForm(pick, picking, { date, place }, { name: "doen", value: "prik" });
  const [writer] = joins;
  if (!writer) return;
  const notes = await writer.browser.get(group);
  await writer.browser.send(notes, { button: { name: "doen", value: "notitie" } }, { text: note });
}

async function promise(members: readonly Person[], slug: string): Promise<void> {
  for (const [at, one] of words.commitments.entries()) {
    const browser = members[at + 1]?.browser;
    if (!browser) return;
    const page = await browser.get(`/mijn/${slug}/toezeggingen`);
    const form = formOf(page, { has: ["what", "due"] });
    const { what, withWhom, days, theme } = one;
    const made = await browser.sendForm(page, form, {
      what,
      withWhom,
      due: dayFrom(days),
      shared: "on",
      ...themeOf(form, theme),
    });
    if (one.kept) await browser.send(made, { button: { name: "stap", value: "keep" } });
  }
}

/** By its name, if the analyst kept that. */
function themeOf(form: Form, name: string): { theme?: string } {
  const found = form.fields.find((field) => field.name === "theme" && field.label === name);
  return found ? { theme: found.value } : {};
}
