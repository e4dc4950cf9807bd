import { setTimeout as sleep } from "node:timers/promises";
import { type Random, random } from "../app/method/random.ts";
import type { PersonId, SessionId, StepId } from "../app/platform/ids.ts";
import type { StepKind } from "../app/prepare/run-sheet/step.ts";
import { type Answer, type DeedName, deedPatterns } from "../app/session/room/deed.ts";
import { openScreen, type Screen, worldOf } from "./line.ts";
import { until } from "./until.ts";

/** Where somebody's requests go: straight, or by way of a network that is not as it should be. */
export interface Way {
  readonly origin: string;
  /** as the browser shows it, when a proxy stands between */
  readonly from: string;
}
interface Hall {
  readonly sessionId: SessionId;
  readonly slug: string;
  readonly insights: readonly string[];
}
/** What the server said was kept. */
interface Told {
  readonly words: Map<string, string>;
  readonly answers: Map<string, string>;
  readonly marks: Set<string>;
  readonly recognised: Set<string>;
  card: string;
}

/**
 * Somebody who takes part in a whole session by its public routes, and remembers each word that the server said was kept. What
 * got no answer is sent again under the same id, as the outbox of a browser does.
 */
export function makeWalker(hall: Hall, personId: PersonId, cookie: string, way: Way, seed: number) {
  const chance: Random = random(`walker ${seed}`);
  const room = `/bijeenkomst/${hall.sessionId}`;
  const told: Told = { words: new Map(), answers: new Map(), marks: new Set(), recognised: new Set(), card: "" };
  const faults: string[] = [];
  let over = false;
  let screen: Screen<"participant">;
  let seen: { readonly epoch: string; readonly seq: number } | undefined;

  function sit(): void {
    screen = openScreen({ session: hall.sessionId, as: "participant" }, worldOf(way, cookie), {
      waitBefore: () => 100 + 400 * chance.next(),
      lostAfterMs: 60_000,
      remembers: 4,
      looks: ({ epoch, seq }) => {
        if (seen?.epoch === epoch && seen.seq > seq) faults.push(`told ${seq} after ${seen.seq}`);
        seen = { epoch, seq };
      },
    });
  }

  async function ask(path: string, init: RequestInit = {}): Promise<Response | null> {
    const headers = { cookie, origin: way.from, ...init.headers };
    return fetch(`${way.origin}${path}`, { redirect: "manual", ...init, headers }).catch(() => null);
  }

  /** Sends until there is an answer. @returns whether it was kept */
  async function send(deed: DeedName, form: Record<string, string>, contribution = ""): Promise<boolean> {
    const path = deedPatterns[deed].replace(":session", hall.sessionId).replace(":contribution", contribution);
    for (;;) {
      const answer = await ask(path, {
        method: "POST",
        headers: { accept: "application/json" },
        body: new URLSearchParams(form),
      });
      const said = (await answer?.json().catch(() => null)) as Answer | null | undefined;
      if (said?.status === "kept") return true;
      if (said?.status === "refused") {
        faults.push(`${deed}: ${said.code}`);
        return false;
      }
      if (over) return false;
      await sleep(100 + 900 * chance.next());
    }
  }

  async function page(): Promise<string> {
    for (;;) {
      const answer = await ask(room, { headers: { accept: "text/html" } });
      const html = await answer?.text().catch(() => "");
      if (answer && answer.status < 400 && html !== undefined) {
        const to = answer.headers.get("location");
        if (!to) return html;
        const next = await ask(to);
        const there = await next?.text().catch(() => "");
        if (next?.status === 200 && there) return there;
      } else if (answer && answer.status < 500 && answer.status !== 429) faults.push(`page: ${answer.status}`);
      if (over) return "";
      await sleep(500 + 2_000 * chance.next());
    }
  }

  async function say(kind: string, step: StepId, more: Record<string, string> = {}): Promise<string> {
    const id = crypto.randomUUID();
    const text = `${words[Math.floor(chance.next() * words.length)]} (${seed}-${told.words.size + 1})`;
    if (await send("contribute", { id, kind, step, text, ...more })) told.words.set(id, text);
    return id;
  }

  /** Spreads so many deeds over the time there is. */
  async function spread(seconds: number, deeds: readonly (() => Promise<unknown>)[]): Promise<void> {
    const share = (seconds * 1000) / Math.max(1, deeds.length);
    for (const deed of deeds) {
      await sleep(share * (0.2 + 0.6 * chance.next()));
      await deed();
      if (over) return;
    }
  }

  const idsIn = (html: string, at: RegExp): string[] => [...new Set([...html.matchAll(at)].map(([, id = ""]) => id))];

  async function recognise(): Promise<void> {
    const others = idsIn(await page(), /bijdragen\/([0-9a-f-]{36})\/herkenning/g).filter((id) => !told.words.has(id));
    const other = chance.pick(others);
    if (other && !told.recognised.has(other) && (await send("back", { stands: "1" }, other))) told.recognised.add(other);
  }

  async function atTable(step: StepId, seconds: number): Promise<void> {
    await sleep(150 * seconds * chance.next());
    await until(() => over || (screen.views.at(-1)?.stepId === step && screen.views.at(-1)?.group !== null));
    const group = screen.views.at(-1)?.group;
    if (!group) return;
    await page();
    if (group.members[0]?.personId === personId) await send("take-notes", { group: group.id });
  }

  /** The laptop is closed and opened again: the same table, and the same people. */
  async function reload(): Promise<void> {
    const before = screen.views.at(-1)?.group?.id;
    screen.line.stop();
    sit();
    await until(() => over || screen.views.length > 0);
    const after = screen.views.at(-1)?.group?.id;
    if (before !== after) faults.push(`sat at ${before}, and after coming back at ${after}`);
  }

  async function vote(insight: string, step: StepId): Promise<void> {
    const choice = chance.pick(["agree", "agree", "disagree", "skip", "not-my-field"]) ?? "skip";
    const says = choice === "agree" || choice === "disagree";
    const fit = says ? (chance.pick(["fits", "conditions", "not", ""]) ?? "") : "";
    if (await send("ballot", { insight, choice, fit })) told.answers.set(insight, `${choice} ${fit}`);
    if (fit === "conditions" && chance.next() < 0.3) await say("condition", step, { insight });
  }

  const nothing = async () => {};
  const acts: Readonly<Record<StepKind, (step: StepId, seconds: number) => Promise<void>>> = {
    welcome: nothing,
    break: nothing,
    close: nothing,
    plenary: nothing,
    async introduction(step, seconds) {
      await atTable(step, seconds);
      await spread(0.8 * seconds, [() => say("introduction", step), () => say("note", step)]);
    },
    alone: (step, seconds) =>
      spread(seconds, [() => say("works", step), () => say("need", step), () => say("need", step), () => say("chafes", step)]),
    async group(step, seconds) {
      await atTable(step, seconds);
      const written = [...told.words.keys()];
      const own = idsIn(await page(), /bijdragen\/([0-9a-f-]{36})\/deling/g).filter((id) => written.includes(id));
      await spread(0.8 * seconds, [
        ...own.map((id) => () => send("share", { with: "group" }, id)),
        recognise,
        () => say("need", step),
        ...(seed % 9 === 4 ? [reload] : []),
        recognise,
        () => say("note", step),
        ...own.map((id) => () => send("share", { with: "all" }, id)),
      ]);
    },
    "practice-check": (step, seconds) =>
      spread(
        seconds,
        chance.shuffle(hall.insights).map((insight) => () => vote(insight, step)),
      ),
    async prioritise(_step, seconds) {
      await sleep(150 * seconds * chance.next());
      const needs = chance.shuffle(idsIn(await page(), /name="need" value="([0-9a-f-]{36})"/g)).slice(0, 3);
      if (needs.length === 0) faults.push("nothing to mark");
      await spread(
        0.8 * seconds,
        needs.map((need) => async () => {
          if (await send("mark", { need, on: "1" })) told.marks.add(need);
        }),
      );
    },
  };

  return {
    personId,
    told,
    faults,
    get screen() {
      return screen;
    },
    /** Reads what is kept, writes the card, and sits down. */
    async arrive(): Promise<void> {
      await page();
      await send("agree", {});
      const does = `Ik werk in wijk ${seed}`;
      if (await send("card", { does, place: "Oost", offers: "", looksFor: "" })) told.card = does;
      sit();
      await until(() => over || screen.views.length > 0);
    },
    act: (kind: StepKind, step: StepId, seconds: number) => acts[kind](step, seconds),
    /** Whether what this person was told was kept is what stands. @returns what is not so */
    async compare(): Promise<string[]> {
      const file = await ask(`/mijn/${hall.slug}/gegevens.json`);
      if (file?.status !== 200) return [`own data: ${file?.status}`];
      return differences(told, (await file.json()) as OwnData);
    },
    leave(): void {
      over = true;
      screen?.line.stop();
    },
  };
}
export type Walker = ReturnType<typeof makeWalker>;

interface OwnData {
  readonly contributions: readonly { readonly text: string }[];
  readonly answers: readonly { readonly choice: string; readonly fit: string | null }[];
  readonly marks: readonly unknown[];
  readonly recognised: readonly unknown[];
  readonly cards: readonly { readonly does: string }[];
}

function differences(told: Told, stands: OwnData): string[] {
  const compare = (what: string, said: readonly string[], there: readonly string[]) =>
    JSON.stringify(said.toSorted()) === JSON.stringify(there.toSorted())
      ? []
      : [`${what}: told ${said.length}, stands ${there.length}`];
  return [
    ...compare(
      "words",
      [...told.words.values()],
      stands.contributions.map(({ text }) => text),
    ),
    ...compare(
      "answers",
      [...told.answers.values()],
      stands.answers.map(({ choice, fit }) => `${choice} ${fit ?? ""}`),
    ),
    ...compare(
      "card",
      told.card ? [told.card] : [],
      stands.cards.map(({ does }) => does),
    ),
    ...(told.marks.size === stands.marks.length ? [] : [`marks: told ${told.marks.size}, stands ${stands.marks.length}`]),
    ...(told.recognised.size === stands.recognised.length
      ? []
      : [`recognised: told ${told.recognised.size}, stands ${stands.recognised.length}`]),
  ];
}

const words = [
  "Eén vast gezicht per gezin, zodat mensen hun verhaal niet steeds opnieuw vertellen.",
  "Tijd om na een huisbezoek met collega’s van andere organisaties te bellen.",
  "Weten wie ik ’s avonds mag bellen als het thuis misgaat.",
  "Minder formulieren, en één plek waar ik zie wat er al loopt.",
  "Dat de wijkagent en de school elkaar kennen.",
];
