import { Browser, type Page, type Site } from "./browser.ts";
import { readInvented } from "./invented.ts";
import type { Mailbox } from "./mailbox.ts";
import { press } from "./register.ts";
import { timesAfter } from "./times.ts";
import * as words from "./words.ts";

export interface Prepared {
  readonly slug: string;
  readonly sessionId: string;
  readonly insights: readonly string[];
  readonly stepIds: readonly string[];
}

const insightCount = 12;

/** The organiser takes the installation, and makes the dialogue. */
export async function prepareDialogue(browser: Browser, claim: string, capacity: number): Promise<Prepared> {
  const welcome = await browser.send(await browser.get(claim), { has: ["name", "mail"] }, { ...words.organiser });
  expectAt(welcome, /^\/team$/);
  const { date, from, until } = timesAfter(new Date());
  const begun = await browser.send(
    await browser.get("/team/nieuw"),
    { has: ["title", "date"] },
    { title: words.dialogueTitle, date, from, until },
  );
  const slug = /^\/team\/([^/?]+)$/.exec(begun.at)?.[1];
  if (!slug) throw new Error(`no dialogue at ${begun.at}`);
  const home = `/team/${slug}`;
  await browser.send(await browser.get(`${home}/oproep`), { has: ["lead", "purpose"] }, { ...words.callTexts });
  const insights = readInvented("insights").slice(0, insightCount);
  await addInsights(browser, home, insights);
  const sheet = await browser.get(`${home}/draaiboek`);
  const sessionId = /\/draaiboek\/([0-9a-f-]{36})/.exec(sheet.at)?.[1];
  if (!sessionId) throw new Error(`no session at ${sheet.at}`);
  const plan = await browser.get(`${home}/bijeenkomsten/${sessionId}`);
  await browser.send(plan, { has: ["capacity"] }, { title: words.sessionTitle, capacity: String(capacity) });
  return { slug, sessionId, insights: insights.map(({ id = "" }) => id), stepIds: stepsOn(sheet) };
}

const stepsOn = (sheet: Page): readonly string[] =>
  [...sheet.html.matchAll(/id="onderdeel-([0-9a-f-]{36})"/g)].map(([, id = ""]) => id);

async function addInsights(browser: Browser, home: string, insights: ReturnType<typeof readInvented>): Promise<void> {
  let page = await browser.get(`${home}/inzichten`);
  for (const { text = "", source = "" } of insights)
    page = await browser.send(page, { button: { name: "deed", value: "add" } }, { text, source });
}

export type Team = Readonly<Record<(typeof words.team)[number]["roles"][0], Browser>>;

/** Each member comes in by the link of the invitation, with a browser of their own; a further role is added to the first. */
export async function inviteTeam(organiser: Browser, home: string, mailbox: Mailbox, site: Site): Promise<Team> {
  const invite = async (name: string, mail: string, role: string) =>
    organiser.send(await organiser.get(`${home}/team`), { has: ["name", "mail", "role"] }, { name, mail, role });
  const came = words.team.map(async ({ name, mail, roles: [first, ...further] }) => {
    await invite(name, mail, first);
    const browser = new Browser(site);
    await press({ browser }, await mailbox.link(mail, "/team/uitnodiging/"));
    for (const role of further) await invite(name, mail, role);
    return [first, browser] as const;
  });
  const team = Object.fromEntries(await Promise.all(came)) as Team; // every first role of the list came in
  await invite(words.organiser.name, words.organiser.mail, "facilitator");
  return team;
}

/** House rules as they come; targets so that the organiser sees who is missing. */
export async function settle(browser: Browser, home: string): Promise<void> {
  const page = await browser.get(`${home}/instellingen`);
  await browser.send(page, { has: ["helpContact"] }, { helpContact: words.helpContact });
}

/** The call stands open, and people may register. */
export async function openDialogue(browser: Browser, home: string): Promise<void> {
  const page = await browser.get(`${home}/stand?stap=open`);
  await browser.send(page, { button: { name: "stap", value: "open" } }, { aanmelding: "on" });
}

function expectAt(page: Page, at: RegExp): void {
  if (!at.test(page.at)) throw new Error(`came to ${page.at} instead of ${at.source}`);
}
