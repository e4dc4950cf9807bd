import type { Random } from "../app/method/random.ts";
import type { StepKind } from "../app/prepare/run-sheet/step.ts";
import { type Browser, formOf, formsOf, type Page, type Site } from "./browser.ts";
import type { Contents, Saying, Vote } from "./contents.ts";
import type { Form } from "./form.ts";
import { type Line, openLine } from "./line.ts";
import type { Person } from "./person.ts";
import type { Tempo } from "./tempo.ts";

/** Somebody who takes part in the session, by the pages and forms that anybody sees. */
export interface Participant {
  readonly person: Person;
  readonly line: Line<"participant">;
  /** Does in a step what it asks. @returns how many needs were written */
  act(kind: StepKind, tempo: Tempo): Promise<number>;
  /** Looks again at what others wrote, or at an own ballot: the screens stay alive. */
  stir(kind: StepKind | undefined): Promise<void>;
}

const sharedAtMost = 40;
const recognisedEach = 4;
const needsAmong = (sayings: readonly Saying[]): number => sayings.filter(({ kind }) => kind === "need").length;

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

  /** The page as it came back last: who writes on does not ask for it again. */
  let last: Page | null = null;

  async function say({ kind, typed }: Saying): Promise<void> {
    const form = { action: /\/bijdragen$/, where: { kind } };
    const page = last && formsOf(last, form).length > 0 ? last : await browser.get(`${room}?soort=${kind}`);
    last = await browser.send(page, form, typed);
  }

  async function sayAll(sayings: readonly Saying[], tempo: Tempo): Promise<number> {
    last = null;
    for (const [nth, saying] of sayings.entries()) {
      await tempo(nth, sayings.length);
      await say(saying);
    }
    return needsAmong(sayings);
  }

  /** Lays on the table, or before everybody, what is still with fewer. */
  async function share(to: "group" | "all"): Promise<void> {
    const form = { action: /\/deling$/, button: { name: "with", value: to } };
    let page = last ?? (await browser.get(room));
    for (let left = sharedAtMost; left > 0 && formsOf(page, form).length > 0; left--) page = await browser.send(page, form);
    last = page;
  }

  /** What was written alone goes on the table; then talking, writing and recognising in turn, and from time to time to all. */
  async function inGroup(tempo: Tempo): Promise<number> {
    await line.until(({ group }) => group !== null);
    last = null;
    await share("group");
    const notes = contents.group.some(({ kind }) => kind === "note");
    if (notes && line.view?.group?.noteTakerId === null) await pressFirst(browser, await browser.get(room), /\/notulist$/);
    if (contents.helpWith)
      await browser.send(await browser.get(room), { action: /\/hulp$/, has: ["text"] }, { text: contents.helpWith });
    const turns = Math.max(recognisedEach, contents.group.length);
    for (let nth = 0; nth < turns; nth++) {
      await tempo(nth, turns);
      const saying = contents.group[nth];
      if (saying) await say(saying);
      if (nth < recognisedEach) await recognise();
      if (nth % 3 === 0) await share("all");
    }
    await share("all");
    return needsAmong(contents.group);
  }

  async function recognise(stands = "1"): Promise<void> {
    const page = last ?? (await browser.get(room));
    const button = { name: "stands", value: stands };
    const found = chance.pick(formsOf(page, { action: /\/herkenning$/, button }));
    if (found) last = await browser.sendForm(page, found, {}, button);
  }

  async function check(tempo: Tempo): Promise<number> {
    last = null;
    for (const [nth, vote] of contents.votes.entries()) {
      await tempo(nth, contents.votes.length);
      const at = `${room}?inzicht=${vote.insight + 1}`;
      last = await castVote(browser, last?.at === at ? last : await browser.get(at), vote, chance);
    }
    if (contents.ownInsight)
      await browser.send(await browser.get(`${room}?inzicht=klaar`), { action: /\/inzichten$/ }, { text: contents.ownInsight });
    return 0;
  }

  async function mark(tempo: Tempo): Promise<number> {
    const button = { name: "on", value: "1" };
    last = null;
    for (let nth = 0; nth < 3; nth++) {
      await tempo(nth, 3);
      last ??= await browser.get(room);
      const free = formsOf(last, { action: /\/stippen$/, button }).toSorted((one, other) => numberIn(one) - numberIn(other));
      // Some needs weigh with many: here those that were written first.
      const chosen = free[Math.floor(chance.next() ** 3 * free.length)];
      if (chosen) last = await browser.sendForm(last, chosen, {}, button);
    }
    return 0;
  }

  const nothing = async () => 0;
  const deeds: Record<StepKind, (tempo: Tempo) => Promise<number>> = {
    welcome: nothing,
    introduction: (tempo) => sayAll(contents.introduction, tempo),
    alone: (tempo) => sayAll(contents.alone, tempo),
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
    async stir(kind) {
      last = null;
      const vote = chance.pick(contents.votes);
      if (kind !== "practice-check" || !vote) return recognise(chance.next() < 0.7 ? "1" : "0");
      const fit = vote.fit && (chance.pick(["fits", "conditions"] as const) ?? null);
      await castVote(browser, await browser.get(`${room}?inzicht=${vote.insight + 1}`), { ...vote, fit, text: "" }, chance);
    },
  };
}

/**
 * Chooses, says whether it fits, and gives the condition or the example; who has no condition stands behind one of somebody else.
 * An outcome that is revealed takes no more ballots.
 */
async function castVote(browser: Browser, page: Page, { choice, fit, text }: Vote, chance: Random): Promise<Page> {
  const form = formOf(page, { action: /\/stemmen$/ });
  if (!form.fields.some(({ name }) => name === "choice")) return page;
  const words = fit === "conditions" ? { condition: text } : fit === "not" ? { example: text } : {};
  const after = await browser.sendForm(page, form, { choice, ...(fit ? { fit, ...words } : {}) });
  const stood = fit === "conditions" && text === "" ? chance.pick(formsOf(after, { action: /\/herkenning$/ })) : undefined;
  return stood ? browser.sendForm(after, stood) : after;
}

/** "Bijdrage 47": where its form comes back to. */
function numberIn(form: Form): number {
  return Number(/\d+/.exec(form.fields.find(({ name }) => name === "terug")?.value ?? "")?.[0] ?? 0);
}

async function pressFirst(browser: Browser, page: Page, action: RegExp): Promise<void> {
  const [form] = formsOf(page, { action });
  if (form && form.buttons.length > 0) await browser.sendForm(page, form);
}
