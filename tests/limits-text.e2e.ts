import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { access } from "../app/access.ts";
import { dialogue, mailbox, session } from "../app/db/schema.ts";
import { change } from "../app/platform/change.server.ts";
import { type Form, fillIn, readForms } from "../demo/form.ts";
import { unescapeHtml } from "../demo/html.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { fillInvented, type Invented } from "./invented.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { pathOf, patterns } from "./places.ts";
import { guestCookie, postForm, teamCookie } from "./visitors.ts";

const mark = "kwaad";
const texts: Readonly<Record<string, string>> = {
  html: `</textarea></title></script><script>window.${mark}=1</script><img src=x onerror=${mark}()> "' onmouseover="${mark}()" &lt;b&gt; {{${mark}}}`,
  controls: `${mark} \u0000\u0001\u0008\u001b[31m rood \u007f\u0085\ufffe\ufffd einde`,
  directions: `${mark} \u202egnal\u2066 \u200f\u061c einde \u202c\u2069\u2069`,
  signs: `${mark} 👩🏽‍🚒🌱𝒳𐍈 é e\u0301 \u{1f3f4}\u{e0067}\u{e007f} Z̸̢̛͎a̸l̸g̸o̸`,
  formula: `=cmd|' /C ${mark}'!A0`,
  lines: `${mark}\r\nBcc: iedereen@voorbeeld.example\r\n\r\n.\r\nSet-Cookie: a=b`,
  paste: `${mark} ${"lange plaktekst ".repeat(625)}`.slice(0, 10_000),
};

let database: FreshDatabase;
let klankbord: Klankbord;
let made: Invented;
let team: string;
let everybody: Readonly<Record<string, string>>;

beforeAll(async () => {
  database = await freshDatabase();
  made = await fillInvented(database.db);
  team = await teamCookie(database.db, "organiser", made.dialogueId);
  const [first, second] = [...made.personIds.values()];
  if (!first || !second) throw new Error("no people");
  everybody = {
    nobody: "",
    organiser: team,
    creator: await teamCookie(database.db, "organiser", null, { name: "Maker", mail: "maker@team.example" }),
    administrator: await teamCookie(database.db, "administrator", null),
    facilitator: await teamCookie(database.db, "facilitator", made.dialogueId),
    analyst: await teamCookie(database.db, "analyst", made.dialogueId),
    participant: await guestCookie(database.db, first, made.dialogueId),
    neighbour: await guestCookie(database.db, second, made.dialogueId),
  };
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
});
afterAll(async () => {
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

/** Waits when told to slow down: this test is hastier than people. */
async function calmly(ask: () => Promise<Response>): Promise<Response> {
  for (;;) {
    const answer = await ask();
    if (answer.status !== 429) return answer;
    await answer.arrayBuffer();
    await sleep(250);
  }
}
const get = (at: string, cookie: string) =>
  calmly(() => fetch(klankbord.origin + at, { headers: { cookie }, redirect: "manual" }));

const typedIn = ["text", "search", "textarea", "tel", "url"];
const isTyped = ({ type }: { readonly type: string }) => typedIn.includes(type);

function typedFor(form: Form, text: string): Record<string, string> {
  return Object.fromEntries(
    form.fields.flatMap((field) => {
      if (field.type === "email") return [[field.name, `${mark}.${crypto.randomUUID().slice(0, 8)}@voorbeeld.example`]];
      // What one line takes, a browser takes without its line ends.
      if (isTyped(field)) return [[field.name, field.type === "textarea" ? text : text.replace(/[\r\n]+/g, "")]];
      return [];
    }),
  );
}

/** As it may stand in a page: without what no text keeps. */
const bare = (text: string) => text.replace(/[\p{Cc}\p{Cs}\p{Cf}\s]/gu, "").normalize("NFC");

/** Types a text in every field of every form of a page, and sends it. @returns what went wrong */
async function typeEverywhere(who: string, pattern: string, text: string): Promise<{ wrong: string[]; sent: number }> {
  const at = pathOf(pattern, made);
  const cookie = everybody[who] ?? "";
  const page = await get(at, cookie);
  const html = await page.text();
  if (page.status !== 200 || !page.headers.get("content-type")?.includes("html")) return { wrong: [], sent: 0 };
  const wrong: string[] = [];
  let sent = 0;
  for (const form of readForms(html)) {
    if (form.method !== "post" || !form.fields.some(isTyped)) continue;
    const action = new URL(form.action ?? at, klankbord.origin + at).href;
    if (!action.startsWith(klankbord.origin)) wrong.push(`${who} at ${pattern}: form to ${action}`);
    const typed = typedFor(form, text);
    const answer = await calmly(() => postForm(action, cookie, fillIn(form, typed, form.buttons[0])));
    const said = await answer.text();
    sent += 1;
    const say = (what: string) => wrong.push(`${who} at ${pattern} (${form.action ?? ""}): ${what}`);
    if (answer.status >= 500) say(`status ${answer.status}`);
    if (answer.headers.getSetCookie().some((one) => one.startsWith("a="))) say("header injected");
    if (answer.status === 422) {
      const shown = bare(unescapeHtml(said));
      for (const field of form.fields.filter(isTyped))
        if (!shown.includes(bare(typed[field.name] ?? ""))) say(`${field.name} is not kept`);
    }
    wrong.push(...raw(said).map((what) => `${who} at ${pattern}: ${what}`));
  }
  return { wrong, sent };
}

/** What a browser would run, or see as its own mark-up. */
function raw(html: string): string[] {
  const found: string[] = [];
  if (html.includes(`<script>window.${mark}`)) found.push("a script in the text");
  if (/<img src=x/.test(html)) found.push("a picture in the text");
  const tags = html.replace(/<script[\s\S]*?<\/script>/g, "").match(/<[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>/gi) ?? [];
  if (tags.some((tag) => new RegExp(`\\son\\w+=["']?${mark}`).test(tag.replace(/"[^"]*"/g, '""'))))
    found.push("a handler in the text");
  return found;
}

const kinds = Object.keys(texts);
/** Forms that take somebody's place away are typed in last. */
const ends = /afmeld|wissen|collega/;

const writers = ["nobody", "administrator", "creator", "organiser", "facilitator", "analyst", "participant"];
const mayRead: Readonly<Record<string, readonly string[]>> = {
  nobody: ["anyone"],
  administrator: ["administrator"],
  creator: ["creator"],
  organiser: ["organiser", "signed-in"],
  facilitator: ["facilitator"],
  analyst: ["analyst"],
  participant: ["participant", "registrant"],
};
const pagesOf = (who: string) =>
  patterns.filter((pattern) => access[pattern]?.read.some((role) => mayRead[who]?.includes(role)) && !ends.test(pattern));

async function prepare(state: "lobby" | "live" | "registration-open", at: number | null): Promise<void> {
  const deed = {
    scope: made.dialogueId,
    actor: "command",
    what: "session.move",
    subject: { kind: "session", id: made.sessionId },
  } as const;
  const day = 24 * 3_600_000;
  await change(database.db, deed, async (tx) => {
    await tx.update(dialogue).set({ state: "open" }).where(eq(dialogue.id, made.dialogueId));
    await tx
      .update(session)
      .set({
        state,
        currentStepId: at === null ? null : (made.stepIds[at] ?? null),
        stepStartedAt: new Date(),
        stepEndsAt: new Date(Date.now() + 600_000),
        startsAt: new Date(Date.now() + (state === "registration-open" ? 7 * day : 0)),
        endsAt: new Date(Date.now() + (state === "registration-open" ? 7 * day : 0) + 2 * 3_600_000),
      })
      .where(eq(session.id, made.sessionId));
  });
}

describe.each(kinds)("%s in every field", (kind) => {
  const text = texts[kind] ?? "";

  test("before the session: call, registration, team, run sheet, settings", async () => {
    await prepare("registration-open", null);
    const wrong: string[] = [];
    let sent = 0;
    for (const who of writers)
      for (const pattern of pagesOf(who)) {
        const done = await typeEverywhere(who, pattern, text);
        wrong.push(...done.wrong);
        sent += done.sent;
      }
    expect(wrong).toEqual([]);
    expect(sent).toBeGreaterThan(10);
  }, 240_000);

  test("in the session: lobby, groups, needs, practice check, cockpit", async () => {
    const wrong: string[] = [];
    let sent = 0;
    for (const at of [null, 1, 2, 3, 5, 6]) {
      await prepare(at === null ? "lobby" : "live", at);
      for (const [who, pattern] of [
        ["participant", "/bijeenkomst/:session"],
        ["neighbour", "/bijeenkomst/:session"],
        ["facilitator", "/team/:dialogue/bijeenkomst/:session"],
      ] as const) {
        const done = await typeEverywhere(who, pattern, text);
        wrong.push(...done.wrong);
        sent += done.sent;
      }
    }
    expect(wrong).toEqual([]);
    expect(sent).toBeGreaterThan(3);
  }, 240_000);
});

test("what was typed is text on every page after that, in mail and in exports", async () => {
  const wrong: string[] = [];
  let seen = 0;
  for (const [who, cookie] of Object.entries(everybody))
    for (const pattern of patterns) {
      const answer = await get(pathOf(pattern, made), cookie);
      const said = await answer.text();
      if (said.includes(mark)) seen += 1;
      const type = answer.headers.get("content-type") ?? "";
      if (answer.status >= 500) wrong.push(`${who} at ${pattern}: ${answer.status}`);
      if (type.startsWith("text/html")) wrong.push(...raw(said).map((what) => `${who} at ${pattern}: ${what}`));
      if (type.startsWith("text/csv") && /(^|[,;\n]"?)=cmd/.test(said)) wrong.push(`${who} at ${pattern}: a formula`);
      if (pattern.endsWith(".json") && answer.status === 200) JSON.parse(said);
    }
  expect(seen).toBeGreaterThan(10);
  for (const { subject, html, text } of await database.db.select().from(mailbox)) {
    if (/[\r\n]/.test(subject)) wrong.push(`subject of a mail: ${JSON.stringify(subject)}`);
    wrong.push(...raw(html ?? "").map((what) => `mail ${subject}: ${what}`));
    expect(text.length).toBeGreaterThan(0);
  }
  expect(wrong).toEqual([]);
}, 300_000);

test("nothing of it was a fault", () => {
  expect(klankbord.said().match(/^.*"msg":"fault.*$/gm) ?? []).toEqual([]);
  expect(klankbord.said()).not.toContain(mark);
});
