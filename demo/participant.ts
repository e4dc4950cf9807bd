import type { Random } from "../app/platform/random.ts";
import type { StepKind } from "../app/runsheet/step.ts";
import { type Browser, formsOf, type Page, type Site } from "./browser.ts";
import type { Contents, Saying, Vote } from "./contents.ts";
import { type Line, openLine } from "./line.ts";
import type { Person } from "./person.ts";
import type { Tempo } from "./tempo.ts";

/** Somebody who takes part in the session, by the pages and forms that anybody sees. */
export interface Participant {
  readonly person: Person;
  readonly line: Line<"participant">;
  /** Does in a step what it asks. @returns how many needs were written */
  act(kind: StepKind, tempo: Tempo): Promise<number>;
  /** Recognises something, or takes that back: the screens stay alive. */
  stir(): Promise<void>;
}

const sharedAtMost = 40;

export async function enterLobby(
  site: Site,
  person: Person,
  contents: Contents,
  session: string,
  chance: Random,
): Promise<Participant> {
  const { browser } = person;
  const room = `/bijeenkomst/${session}`;
  const line = openLine(site, browser, session, "participant");
  const lobby = await browser.get(room);
  if (formsOf(lobby, { action: /\/gelezen$/ }).length > 0) await browser.send(lobby, { action: /\/gelezen$/ });
  const card = { does: person.brings, place: person.area.name, offers: person.offers, looksFor: person.looksFor };
  await browser.send(await browser.get(room), { action: /\/kaart$/ }, card);

  async function say({ kind, typed }: Saying): Promise<Page> {
    const page = await browser.get(`${room}?soort=${kind}`);
    return browser.send(page, { action: /\/bijdragen$/, where: { kind } }, typed);
  }

  async function sayAll(sayings: readonly Saying[], tempo: Tempo, after: number): Promise<number> {
    for (const [nth, saying] of sayings.entries()) {
      await tempo(nth, sayings.length + after);
      await say(saying);
    }
    return sayings.filter(({ kind }) => kind === "need").length;
  }

  /** Lays on the table, or before everybody, what is still with fewer. */
  async function share(to: "group" | "all"): Promise<void> {
    for (let left = sharedAtMost; left > 0; left--) {
      const page = await browser.get(room);
      const button = { name: "with", value: to };
      if (formsOf(page, { action: /\/deling$/, button }).length === 0) return;
      await browser.send(page, { action: /\/deling$/, button });
    }
  }

  async function inGroup(tempo: Tempo): Promise<number> {
    await line.until(({ group }) => group !== null);
    const others = 4;
    await share("group");
    if (contents.group.some(({ kind }) => kind === "note") && line.view?.group?.noteTakerId === null)
      await pressFirst(browser, await browser.get(room), /\/notulist$/);
    if (contents.helpWith)
      await browser.send(await browser.get(room), { action: /\/hulp$/, has: ["text"] }, { text: contents.helpWith });
    const written = await sayAll(contents.group, tempo, others + 1);
    for (let nth = 0; nth < others; nth++) {
      await tempo(contents.group.length + nth, contents.group.length + others + 1);
      await recognise();
    }
    await share("all");
    return written;
  }

  async function recognise(stands = "1"): Promise<void> {
    const page = await browser.get(room);
    const button = { name: "stands", value: stands };
    const found = chance.pick(formsOf(page, { action: /\/herkenning$/, button }));
    if (found) await browser.sendForm(page, found, {}, button);
  }

  async function vote(vote: Vote): Promise<void> {
    const page = await browser.get(`${room}?inzicht=${vote.insight + 1}`);
    await castVote(browser, page, vote);
  }

  async function check(tempo: Tempo): Promise<number> {
    for (const [nth, one] of contents.votes.entries()) {
      await tempo(nth, contents.votes.length);
      await vote(one);
    }
    if (contents.ownInsight)
      await browser.send(await browser.get(`${room}?inzicht=klaar`), { action: /\/inzichten$/ }, { text: contents.ownInsight });
    return 0;
  }

  async function mark(tempo: Tempo): Promise<number> {
    for (let nth = 0; nth < 3; nth++) {
      await tempo(nth, 3);
      const page = await browser.get(room);
      const button = { name: "on", value: "1" };
      const free = formsOf(page, { action: /\/stippen$/, button });
      // What many carry weighs with many: the first of the list, by the order of their number, are chosen most.
      const chosen = free[Math.floor(chance.next() ** 2 * free.length)];
      if (chosen) await browser.sendForm(page, chosen, {}, button);
    }
    return 0;
  }

  const nothing = async () => 0;
  const deeds: Record<StepKind, (tempo: Tempo) => Promise<number>> = {
    welcome: nothing,
    introduction: (tempo) => sayAll(contents.introduction, tempo, 1),
    alone: (tempo) => sayAll(contents.alone, tempo, 1),
    group: inGroup,
    break: nothing,
    "practice-check": check,
    prioritise: mark,
    plenary: nothing,
    close: nothing,
  };
  return {
    person,
    line,
    act: (kind, tempo) => deeds[kind](tempo),
    stir: () => recognise(chance.next() < 0.7 ? "1" : "0"),
  };
}

/** Chooses, says whether it fits, and gives the condition or example, in as many pages as that takes. */
async function castVote(browser: Browser, page: Page, { choice, fit, text }: Vote): Promise<void> {
  const [form] = formsOf(page, { action: /\/stemmen$/, has: ["choice"] });
  if (!form) throw new Error(`no insight to vote on at ${page.at}`);
  const asks = (name: string) => form.fields.some((field) => field.name === name);
  await browser.sendForm(page, form, {
    choice,
    ...(fit && asks("fit") ? { fit } : {}),
    ...(fit && fit !== "fits" && text && asks("text") ? { text } : {}),
  });
}

async function pressFirst(browser: Browser, page: Page, action: RegExp): Promise<void> {
  const [form] = formsOf(page, { action });
  if (form && form.buttons.length > 0) await browser.sendForm(page, form);
}
