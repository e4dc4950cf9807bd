import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mailbox } from "../app/platform/mail/tables.ts";
import type { Form } from "../demo/form.ts";
import { unescapeHtml } from "../demo/html.ts";
import { pathOf, patterns } from "./places.ts";
import { some } from "./runs.ts";
import { inSession, isTyped, openTypists, pagesOf, type Typists, writers } from "./typists.ts";

const mark = "kwaad";
const html = `</textarea></title></script><script>window.${mark}=1</script><img src=x onerror=${mark}()> "' onmouseover="${mark}()" &lt;b&gt; {{${mark}}}`;
const signs = `👩🏽‍🚒🌱𝒳𐍈 é e\u0301 \u{1f3f4}\u{e0067}\u{e007f} Z̸̢̛͎a̸l̸g̸o̸`;
const controls = `\u0000\u0001\u0008\u001b[31m rood \u007f\u0085\ufffe\ufffd`;
const directions = `\u202egnal\u2066 \u200f\u061c einde \u202c\u2069\u2069`;
const lines = "\r\nBcc: iedereen@voorbeeld.example\r\n\r\n.\r\nSet-Cookie: a=b";

/** As many in one text as do not stand in each other's way. */
const texts: Readonly<Record<string, string>> = {
  "mark-up": `${mark} ${html}`,
  "a formula, and signs": `=cmd|' /C ${mark}'!A0 ${signs}`,
  "what steers": `${mark} ${controls} ${directions}${lines}`,
  "a long paste": `${mark} ${"lange plaktekst ".repeat(625)}`.slice(0, 10_000),
};

let typists: Typists;
beforeAll(async () => {
  typists = await openTypists();
});
afterAll(() => typists?.[Symbol.asyncDispose]());

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
  const wrong: string[] = [];
  const all = await typists.typeOn(who, pattern, (form) => typedFor(form, text));
  for (const { form, typed, answer, said } of all) {
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
  return { wrong, sent: all.length };
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

describe.each(some(Object.entries(texts)))("%s in every field", (_, text) => {
  test("before the session: call, registration, team, run sheet, settings", async () => {
    await typists.prepare("registration-open", null);
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
  });

  test("in the session: lobby, groups, needs, practice check, cockpit", async () => {
    const wrong: string[] = [];
    let sent = 0;
    for (const at of inSession.steps) {
      await typists.prepare(at === null ? "lobby" : "live", at);
      for (const [who, pattern] of inSession.places) {
        const done = await typeEverywhere(who, pattern, text);
        wrong.push(...done.wrong);
        sent += done.sent;
      }
    }
    expect(wrong).toEqual([]);
    expect(sent).toBeGreaterThan(3);
  });
});

test("what was typed is text on every page after that, in mail and in exports", async () => {
  const wrong: string[] = [];
  let seen = 0;
  for (const [who, cookie] of Object.entries(typists.everybody))
    for (const pattern of patterns) {
      const answer = await typists.get(pathOf(pattern, typists.made), cookie);
      const said = await answer.text();
      if (said.includes(mark)) seen += 1;
      const type = answer.headers.get("content-type") ?? "";
      if (answer.status >= 500) wrong.push(`${who} at ${pattern}: ${answer.status}`);
      if (type.startsWith("text/html")) wrong.push(...raw(said).map((what) => `${who} at ${pattern}: ${what}`));
      if (type.startsWith("text/csv") && /(^|[,;\n]"?)=cmd/.test(said)) wrong.push(`${who} at ${pattern}: a formula`);
      if (pattern.endsWith(".json") && answer.status === 200) JSON.parse(said);
    }
  expect(seen).toBeGreaterThan(10);
  for (const { subject, html, text } of await typists.database.db.select().from(mailbox)) {
    if (/[\r\n]/.test(subject)) wrong.push(`subject of a mail: ${JSON.stringify(subject)}`);
    wrong.push(...raw(html ?? "").map((what) => `mail ${subject}: ${what}`));
    expect(text.length).toBeGreaterThan(0);
  }
  expect(wrong).toEqual([]);
});

test("nothing of it was a fault", () => {
  expect(typists.klankbord.said().match(/^.*"msg":"fault.*$/gm) ?? []).toEqual([]);
  expect(typists.klankbord.said()).not.toContain(mark);
});
