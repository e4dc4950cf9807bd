import { type Browser, formOf, type Page } from "./browser.ts";
import { choiceOf, type Form } from "./form.ts";
import { programme as words } from "./words.ts";

/** After the report: the organiser makes items of support, answers every theme, and opens the programme to everybody. */
export async function planProgramme(organiser: Browser, home: string): Promise<void> {
  const desk = `${home}/programma`;
  const numbers = new Map<string, number>();
  for (const item of words.items) {
    const made = await makeItem(organiser, desk, item);
    const number = Number(/\/programma\/(\d+)/.exec(made.at)?.[1]);
    for (const theme of item.themes) numbers.set(theme, number);
    let page = made;
    for (const [event, news] of item.went)
      page = await organiser.send(page, { has: ["news"], button: { name: "event", value: event } }, { news });
  }
  await answerThemes(organiser, `${desk}/antwoorden`);
  await organiser.send(await organiser.get(desk), { button: { name: "open", value: "ja" } });
}

async function makeItem(organiser: Browser, desk: string, item: (typeof words.items)[number]): Promise<Page> {
  const page = await organiser.get(`${desk}/nieuw`);
  const form = formOf(page, { has: ["title", "kind"] });
  const { title, kind, text, acts, indicator } = item;
  return organiser.sendForm(page, form, { title, kind, text, acts, indicator, ...themesOf(form, item.themes) });
}

/** Those that are there: the analyst may have named others. */
function themesOf(form: Form, names: readonly string[]): { themes?: readonly string[] } {
  const there = form.fields.filter(({ name }) => name === "themes");
  const themes = names.flatMap((name) => there.find(({ label }) => label === name)?.value ?? []);
  return themes.length > 0 ? { themes } : {};
}

async function answerThemes(organiser: Browser, at: string): Promise<void> {
  for (const [nth, item] of words.items.entries())
    for (const theme of item.themes) await answer(organiser, at, theme, { verdict: "taken-up", reason: item.why, nth });
  for (const [theme, { verdict, reason }] of Object.entries(words.answers))
    await answer(organiser, at, theme, { verdict, reason });
}

/** A theme in which no need stands has nothing to answer. */
async function answer(
  organiser: Browser,
  at: string,
  theme: string,
  said: { readonly verdict: string; readonly reason: string; readonly nth?: number },
): Promise<void> {
  const page = await organiser.get(at);
  const waits = page.html.indexOf(`>${theme}</h2>`);
  if (waits < 0) return;
  const about = /name="about"[^>]*value="(thema:[0-9a-f-]{36})"|value="(thema:[0-9a-f-]{36})"[^>]*name="about"/.exec(
    page.html.slice(waits),
  );
  const form = formOf(page, { has: ["verdict"], where: { about: about?.[1] ?? about?.[2] ?? "" } });
  const title = said.nth === undefined ? null : words.items[said.nth]?.title;
  const item = title ? { item: choiceOf(form, "item", `${(said.nth ?? 0) + 1}. ${title}`) } : {};
  await organiser.sendForm(page, form, { verdict: said.verdict, reason: said.reason, ...item });
}
