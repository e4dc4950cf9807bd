import { afterAll, beforeAll, expect, test } from "vitest";
import { access } from "../app/dialogue/access/access.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { everybody, rolesOfVisitor, signEverybodyIn, type Visitor } from "./everybody.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { addressOf, makeWorld, type World } from "./world.ts";

/** The headers of every answer, whatever it is an answer to. */
const always = {
  "x-content-type-options": /^nosniff$/,
  "referrer-policy": /^same-origin$/,
  "cross-origin-opener-policy": /^same-origin$/,
  "cross-origin-resource-policy": /^same-origin$/,
  "x-frame-options": /^DENY$/,
  "content-security-policy": /^default-src 'none'; .*frame-ancestors 'none'$/,
  "permissions-policy": /^camera=\((self)?\), microphone=\((self)?\), .*geolocation=\(\)/,
};
const patterns = Object.keys(access).filter((pattern) => pattern.startsWith("/"));
const others = ["/bestaat-niet", "/healthz", "/readyz", "/metrics", "/.well-known/security.txt", "/assets/bestaat-niet.js"];

let database: FreshDatabase;
let plain: Klankbord;
let behindTls: Klankbord;
let here: World;
let cookies: Readonly<Record<Visitor, string>>;

beforeAll(async () => {
  database = await freshDatabase();
  here = await makeWorld(database.db, "hier");
  cookies = await signEverybodyIn(database.db, here, await makeWorld(database.db, "ander"));
  const env = { DATABASE_URL: database.url };
  plain = await startKlankbord({ env });
  behindTls = await startKlankbord({ env: { ...env, ORIGIN: "https://dialoog.example" } });
});
afterAll(async () => {
  await plain?.[Symbol.asyncDispose]();
  await behindTls?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

/** Somebody who may read it; nobody, where nobody may. */
const reader = (pattern: string): Visitor =>
  everybody.find((who) => access[pattern]?.read.some((role) => rolesOfVisitor(who).has(role))) ?? "nobody";

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string | null;
}
async function ask(at: Klankbord, path: string, who: Visitor, method = "GET"): Promise<Answer> {
  const answer = await fetch(`http://localhost:${at.port}${path}`, {
    method,
    redirect: "manual",
    headers: { cookie: cookies[who], origin: at === behindTls ? "https://dialoog.example" : at.origin },
    ...(method === "POST" ? { body: new URLSearchParams() } : {}),
  });
  // the stream of the theme desk goes on
  const isPage = answer.headers.get("content-type")?.startsWith("text/html") ?? false;
  const html = isPage ? await answer.text() : null;
  if (!isPage) await answer.body?.cancel();
  return { status: answer.status, headers: answer.headers, html };
}

/** Other sites show this picture beside a link to the call. */
const shared = (path: string) => path.endsWith("/beeld.png");

const wrongOf = (headers: Headers, path = ""): string[] =>
  Object.entries(always)
    .filter(([name]) => !(shared(path) && name === "cross-origin-resource-policy"))
    .filter(([name, right]) => !right.test(headers.get(name) ?? ""))
    .map(([name]) => `${name}: ${headers.get(name)}`)
    // what it is made of is told to nobody
    .concat(["server", "x-powered-by"].filter((name) => headers.has(name)).map((name) => `tells ${name}`));

/** What is there says what it is and in which letters, and what is somebody's own stays in no store on the way. */
function wrongOfContent({ headers }: Answer, who: Visitor): string[] {
  const type = headers.get("content-type") ?? "";
  const isText = /^text\/|^application\/(xml|[\w.-]+\+xml)\b/.test(type);
  const kept = headers.get("cache-control") ?? "";
  return [
    ...(type === "" ? ["no kind"] : []),
    ...(isText && !/charset=utf-8/i.test(type) && !type.startsWith("text/event-stream") ? [`letters: ${type}`] : []),
    ...(who === "nobody" || /no-store|^private/.test(kept) || /^(image\/|text\/css)/.test(type) ? [] : [`kept: ${kept}`]),
  ];
}

/** What a strict policy would stop, or would have to allow by `unsafe-`. */
function wrongInPage({ headers, html }: Answer, nonces: Set<string>): string[] {
  if (html === null) return [];
  const policy = headers.get("content-security-policy") ?? "";
  if (policy.includes("unsafe-") || /\*|https?:(?!\/\/)/.test(policy)) return [`policy: ${policy}`];
  const nonce = /'nonce-([\w+/=]{22,})'/.exec(policy)?.[1];
  const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  const foreign = [...html.matchAll(/<(?:script|link|img|iframe|source|video|audio)\b[^>]*\s(?:src|href)="([^"]+)"[^>]*>/g)]
    .filter(([tag]) => !tag.includes('rel="canonical"'))
    .map(([, address = ""]) => address)
    .filter((address) => !/^(\/(?!\/)|data:)/.test(address));
  const again = nonce !== undefined && nonces.has(nonce);
  if (nonce) nonces.add(nonce);
  return [
    ...(again ? ["the same nonce twice"] : []),
    ...scripts.filter((tag) => nonce === undefined || !tag.includes(`nonce="${nonce}"`)),
    ...foreign.map((address) => `loads ${address}`),
    ...[...html.matchAll(/<[a-z][^>]*\s(style|on[a-z]+)="/g)].map(([, name]) => `inline ${name}`),
    ...(/<style\b/.test(html) ? ["inline <style>"] : []),
  ];
}

test("every route answers with every header, and pages hold nothing that a strict policy stops", async () => {
  const nonces = new Set<string>();
  const wrong: string[] = [];
  for (const pattern of [...patterns, ...others]) {
    const path = pattern in access ? addressOf(pattern, here) : pattern;
    for (const who of new Set([reader(pattern), "nobody"] as const))
      for (const method of ["GET", "POST"]) {
        // an empty form could end something for who may; for who may not it is a no
        if (method === "POST" && who !== "nobody") continue;
        const answer = await ask(plain, path, who, method);
        const found = [...wrongOf(answer.headers, path), ...wrongInPage(answer, nonces)];
        if (answer.status === 200) found.push(...wrongOfContent(answer, who));
        if (answer.headers.has("strict-transport-security")) found.push("HSTS without TLS");
        wrong.push(...found.map((line) => `${method} ${path} as ${who} (${answer.status}): ${line}`));
      }
  }
  expect(wrong).toEqual([]);
  expect(nonces.size).toBeGreaterThan(60);
});

test("camera and microphone are for the pages of a room only", async () => {
  const wrong: string[] = [];
  for (const pattern of patterns) {
    const answer = await ask(plain, addressOf(pattern, here), reader(pattern));
    if (answer.html === null) continue;
    const may = answer.headers.get("permissions-policy")?.includes("camera=(self), microphone=(self)");
    if (answer.status === 200 && may !== /^\/((team\/:dialogue\/)?bijeenkomst\/:session|verbindingstest)\b/.test(pattern))
      wrong.push(pattern);
  }
  expect(wrong).toEqual([]);
});

test("behind TLS every answer says to stay there, and the socket is encrypted too", async () => {
  const wrong: string[] = [];
  for (const pattern of [...patterns, ...others]) {
    const path = pattern in access ? addressOf(pattern, here) : pattern;
    const { headers, html, status } = await ask(behindTls, path, reader(pattern));
    if (headers.get("strict-transport-security") !== "max-age=31536000; includeSubDomains") wrong.push(`${path} (${status})`);
    if (html !== null && status === 200 && !headers.get("content-security-policy")?.includes("wss://dialoog.example"))
      wrong.push(`${path}: ${headers.get("content-security-policy")}`);
  }
  expect(wrong).toEqual([]);
});

test("what is turned away at the door carries them as well", async () => {
  const foreign = await fetch(`${plain.origin}/team/aanmelden`, {
    method: "POST",
    headers: { origin: "https://elders.example" },
  });
  const large = await fetch(`${plain.origin}/team/aanmelden`, {
    method: "POST",
    headers: { origin: plain.origin },
    body: new URLSearchParams({ mail: "x".repeat(300_000) }),
  });
  for (const [answer, status] of [
    [foreign, 403],
    [large, 413],
  ] as const) {
    expect(answer.status).toBe(status);
    expect(wrongOf(answer.headers)).toEqual([]);
    await answer.body?.cancel();
  }
});

test("security.txt says whom to tell, until under a year from now", async () => {
  const answer = await fetch(`${behindTls.origin}/.well-known/security.txt`);
  expect(answer.headers.get("content-type")).toMatch(/^text\/plain/);
  const text = await answer.text();
  expect(text).toContain("Contact: mailto:security@dialoog.example");
  expect(text).toContain("Canonical: https://dialoog.example/.well-known/security.txt");
  const left = Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? "") - Date.now();
  expect(left).toBeGreaterThan(200 * 86_400_000);
  expect(left).toBeLessThan(365 * 86_400_000);
});
