import { type Browser, formOf, formsOf, type Page } from "./browser.ts";
import { textOf } from "./html.ts";
import { readInvented } from "./invented.ts";
import type { Voice } from "./say.ts";
import * as words from "./words.ts";

/** After the session: the organiser opens the harvest, the analyst makes themes and puts each need in one. */
export async function harvest(organiser: Browser, analyst: Browser, home: string, voice: Voice): Promise<void> {
  await organiser.send(await organiser.get(`${home}/stand?stap=start-harvest`), {
    button: { name: "stap", value: "start-harvest" },
  });
  await makeThemes(analyst, home);
  await placeNeeds(analyst, home, (done, of) => voice.count("Behoeften in thema's", done, of));
}

async function makeThemes(analyst: Browser, home: string): Promise<void> {
  for (const { name = "", description = "" } of readInvented("themes")) {
    const page = await analyst.get(`${home}/themas`);
    const button = { name: "deed", value: "add" };
    const form = formOf(page, { has: ["name", "description"], button });
    const withNeed = form.fields.some((field) => field.name === "needs") ? { needs: [] } : {};
    await analyst.sendForm(page, form, { name, description, ...withNeed }, button);
  }
}

/** By theme, as ticked from the pile; what lies open is put with the button of its theme. */
async function placeNeeds(analyst: Browser, home: string, told: (done: number, of: number) => void): Promise<void> {
  const themes = new Map(readInvented("themes").map(({ code, name = "" }) => [code, name]));
  const themeOf = new Map(readInvented("needs").map(({ text = "", theme }) => [textOf(text), themes.get(theme) ?? ""]));
  const rest = [...themes.values()].at(-1) ?? "";
  let done = 0;
  let total = 0;
  for (const name of themes.values()) {
    const page = await analyst.get(`${home}/themas?aantal=500`);
    const pile = pileOf(page);
    total ||= pile.length;
    const needs = pile.filter(({ text }) => (themeOf.get(text) ?? rest) === name).map(({ id }) => id);
    if (needs.length === 0) continue;
    const button = { name: "deed", value: "put" };
    const form = formOf(page, { has: ["to", "needs"], button });
    const to = form.fields.find((field) => field.name === "to" && field.label.endsWith(name))?.value ?? "";
    await analyst.sendForm(page, form, { needs, to }, button);
    done += needs.length;
    told(done, total);
  }
  for (let left = 50; left > 0; left--) {
    const page = await analyst.get(`${home}/themas`);
    const [form] = formsOf(page, { button: "one" });
    if (!form) break;
    const text = textOf(/<h3 id="openligt"[^>]*>([\s\S]*?)<\/h3>/.exec(page.html)?.[1] ?? "");
    const name = themeOf.get(text) ?? rest;
    const pressed = form.buttons.find((button) => button.name === "one" && button.label.endsWith(name));
    await analyst.sendForm(page, form, {}, pressed ?? "one");
    told(++done, Math.max(done, total));
  }
}

/** Needs that wait for a place, also the one that lies open. */
function pileOf(page: Page): readonly { readonly id: string; readonly text: string }[] {
  return page.html.split("<li").flatMap((line) => {
    const id = /name="needs"[^>]*value="([0-9a-f-]{36})"|value="([0-9a-f-]{36})"[^>]*name="needs"/.exec(line);
    const text = /<p><a[^>]*>([\s\S]*?)<\/a>/.exec(line)?.[1];
    return id && text ? [{ id: id[1] ?? id[2] ?? "", text: textOf(text) }] : [];
  });
}

const notesChosen = 14;

/** The analyst writes what people write, and chooses notes; the organiser publishes. */
export async function publish(organiser: Browser, analyst: Browser, home: string): Promise<void> {
  const desk = `${home}/verslag`;
  await analyst.send(await analyst.get(desk), { has: ["introduction", "conclusions"] }, { ...words.report });
  const notes = await analyst.get(`${desk}/notities`);
  const [form] = formsOf(notes, { has: ["note"] });
  if (form) {
    const all = form.fields.filter(({ name }) => name === "note").map(({ value }) => value);
    const every = Math.max(1, Math.floor(all.length / notesChosen));
    await analyst.sendForm(notes, form, { note: all.filter((_, at) => at % every === 0).slice(0, notesChosen) });
  }
  const done = await organiser.send(await organiser.get(desk), { action: /\/verslag\/versies/ }, { sure: "ja" });
  if (!done.at.includes("verschenen")) throw new Error("the report was not published");
}
