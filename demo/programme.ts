import { type Browser, formOf, formsOf, type Page } from "./browser.ts";
import { choiceOf, type Form } from "./form.ts";
import type { Person } from "./person.ts";
import { reactionsToItems as heard, programme as words } from "./words.ts";

/**
 * After the report: the organiser makes items of support, answers every theme, asks participants whether it would help, changes one by
 * what they say, and opens the programme to everybody.
 */
export async function planProgramme(
  organiser: Browser,
  people: readonly Person[],
  { slug, home }: { readonly slug: string; readonly home: string },
): Promise<void> {
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
  await askAround(organiser, people, { desk, slug });
  await organiser.send(await organiser.get(desk), { button: { name: "open", value: "ja" } });
}

/** Some say of the first items whether they would help; the first condition leads to another version. */
async function askAround(
  organiser: Browser,
  people: readonly Person[],
  { desk, slug }: { readonly desk: string; readonly slug: string },
): Promise<void> {
  await organiser.send(await organiser.get(desk), { button: { name: "vraag", value: "ja" } });
  const said = [
    { fit: "conditions", text: heard.condition },
    ...heard.others.map((fit, at) => ({ fit, text: textFor(fit, at) })),
  ];
  for (const [at, one] of said.entries()) {
    const browser = people[at]?.browser;
    if (!browser) break;
    const page = await browser.get(`/mijn/${slug}/programma`);
    const about = itemAfter(page, words.items[at % 2]?.title ?? "");
    const [form] = about ? formsOf(page, { has: ["fit"], where: { item: about } }) : [];
    if (form) await browser.sendForm(page, form, one);
  }
  const page = await organiser.get(`${desk}/1`);
  const form = formOf(page, { has: ["title", "because"] });
  const causes = form.fields
    .filter(({ name, label }) => name === "causes" && label === heard.condition)
    .map(({ value }) => value);
  await organiser.sendForm(page, form, { text: heard.text, because: heard.because, ...(causes.length > 0 && { causes }) });
}

/** The item whose title stands above its form. */
const itemAfter = ({ html }: Page, title: string) =>
  /name="item"[^>]*value="([0-9a-f-]{36})"/.exec(html.slice(Math.max(0, html.indexOf(title))))?.[1] ?? null;

const textFor = (fit: string, at: number) =>
  fit === "conditions" ? (heard.otherConditions[at % heard.otherConditions.length] ?? "") : "";

async function makeItem(organiser: Browser, desk: string, item: (typeof words.items)[number]): Promise<Page> {
  const page = await organiser.get(`${desk}/nieuw`);
  const form = formOf(page, { has: ["title", "kind"] });
  const { title, kind, text, acts, indicator } = item;
  return organiser.sendForm(page, form, {
    ...{ title, kind, text, acts, indicator, ...themesOf(form, item.themes) },
    ...stepsOf(item.steps),
  });
}

/** The rows of the form; days count from today. */
const stepsOf = (steps: readonly { readonly text: string; readonly days: number; readonly done: boolean }[]) =>
  Object.fromEntries(
    steps.flatMap(({ text, days, done }, at) => [
      [`step-${at}`, text],
      [`due-${at}`, new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)],
      ...(done ? [[`done-${at}`, "on"]] : []),
    ]),
  );

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
