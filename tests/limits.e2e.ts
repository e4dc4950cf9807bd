import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { fillInvented, type Invented } from "./invented.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { pathOf, patterns, writable } from "./places.ts";
import { dawdle, sendRaw } from "./raw-http.ts";
import { guestCookie, postForm, teamCookie } from "./visitors.ts";

let database: FreshDatabase;
let klankbord: Klankbord;
let made: Invented;
let organiser: string;
let participants: string[];
let slow: readonly { readonly ended: Promise<number> }[];

beforeAll(async () => {
  database = await freshDatabase();
  made = await fillInvented(database.db);
  organiser = await teamCookie(database.db, "organiser", made.dialogueId);
  participants = await Promise.all([...made.personIds.values()].map((id) => guestCookie(database.db, id, made.dialogueId)));
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  const head = `Host: localhost:${klankbord.port}\r\n`;
  slow = [
    dawdle(klankbord.port, `GET / HTTP/1.1\r\n${head}`, "X-Drop: 1\r\n"),
    dawdle(klankbord.port, "GET /", "a"),
    dawdle(
      klankbord.port,
      `POST /taal HTTP/1.1\r\n${head}Origin: ${klankbord.origin}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\ntaal=`,
      "a",
    ),
  ];
});
afterAll(async () => {
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

/** A device of one's own, that nobody has hurried yet. */
const freshOrganiser = () =>
  teamCookie(database.db, "organiser", made.dialogueId, { name: "Organisator", mail: `${crypto.randomUUID()}@team.example` });
let next = 5;
const nextParticipant = () => participants[next++] ?? "";

const get = (at: string, cookie = "") => fetch(klankbord.origin + at, { headers: { cookie }, redirect: "manual" });
const post = (at: string, cookie: string, fields: Record<string, string>) => postForm(klankbord.origin + at, cookie, fields);
/** A page of somebody's fault, not ours: without a trace of the inside. */
const telltale = /\bat .{0,200}(\.[jt]s|node:)|node_modules|Error:|select .* from|app\/\w+\//;

describe("too much", () => {
  test("a body over the limit gets the limit and nothing else", async () => {
    const answer = await post("/team/aanmelden", "", { mail: "x".repeat(300 * 1024) });
    expect(answer.status).toBe(413);
    const html = await answer.text();
    expect(html).toContain("256 kB");
    expect(html).not.toContain("xxxx");
    expect(html).not.toMatch(telltale);
  });

  test("a body over the limit that does not tell its length is ended as well", async () => {
    const chunk = `4000\r\n${"x".repeat(0x4000)}\r\n`.repeat(20);
    const answer = await sendRaw(
      klankbord.port,
      `POST /team/aanmelden HTTP/1.1\r\nHost: localhost:${klankbord.port}\r\nOrigin: ${klankbord.origin}\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}0\r\n\r\n`,
    );
    expect(answer.status).toBe(413);
  });

  test("who asks a thousand times at once waits, and the others do not notice", async () => {
    const [hasty = "", calm = ""] = participants;
    const statuses: number[] = [];
    const began = performance.now();
    const storm = Array.from({ length: 1_000 }, async () => {
      const answer = await get("/toegankelijkheid", hasty);
      await answer.arrayBuffer();
      statuses.push(answer.status);
    });
    const served = (async () => {
      const found: number[] = [];
      for (let i = 0; i < 5; i += 1) found.push((await get("/toegankelijkheid", calm)).status);
      return found;
    })();
    await Promise.all(storm);
    const seconds = (performance.now() - began) / 1_000;
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(245 + 40 * seconds);
    expect(statuses.filter((status) => status !== 200 && status !== 429)).toEqual([]);
    expect(await served).toEqual([200, 200, 200, 200, 200]);
    const turned = await get("/toegankelijkheid", hasty);
    if (turned.status === 429) expect(turned.headers.get("retry-after")).toBe("3");
  });

  test("two hundred people behind one address are all served, with and without a device", async () => {
    const known = [...participants, ...participants, ...participants].slice(2, 202);
    for (const cookies of [known, known.map(() => "")]) {
      const pages = await Promise.all(cookies.map((cookie) => get(`/oproep/${made.slug}`, cookie)));
      expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([200]));
      await Promise.all(pages.map((page) => page.arrayBuffer()));
    }
  });
});

describe("torn and hostile requests", () => {
  const host = () => `Host: localhost:${klankbord.port}\r\n`;
  const upgrade =
    "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n";

  test.each([
    ["a path of slashes", () => `GET // HTTP/1.1\r\n${host()}\r\n`],
    ["many slashes", () => `GET ${"/".repeat(3000)} HTTP/1.1\r\n${host()}\r\n`],
    ["a null byte", () => `GET /oproep/%00 HTTP/1.1\r\n${host()}\r\n`],
    ["a null byte in the question", () => `GET /?zoek=%00 HTTP/1.1\r\n${host()}\r\n`],
    ["broken percent-encoding", () => `GET /oproep/%E0%A4%A HTTP/1.1\r\n${host()}\r\n`],
    ["a lone percent", () => `GET /% HTTP/1.1\r\n${host()}\r\n`],
    ["a way up", () => `GET /assets/../../../../etc/passwd HTTP/1.1\r\n${host()}\r\n`],
    ["an encoded way up", () => `GET /assets/%2e%2e%2f%2e%2e%2f%2e%2e%2fpackage.json HTTP/1.1\r\n${host()}\r\n`],
    ["a backslash way up", () => `GET /assets/..\\..\\server\\index.js HTTP/1.1\r\n${host()}\r\n`],
    ["an encoded backslash way up", () => `GET /assets/..%5c..%5cserver%5cindex.js HTTP/1.1\r\n${host()}\r\n`],
    ["an absolute address of another host", () => `GET http://elders.example/ HTTP/1.1\r\n${host()}\r\n`],
    ["no host", () => "GET / HTTP/1.1\r\n\r\n"],
    ["a torn host", () => "GET / HTTP/1.1\r\nHost: a b<c>\r\n\r\n"],
    ["a host with a path", () => "GET / HTTP/1.1\r\nHost: x/../y\r\n\r\n"],
    ["headers of 40 kB", () => `GET / HTTP/1.1\r\n${host()}X-Long: ${"a".repeat(40_000)}\r\n\r\n`],
    ["a thousand headers", () => `GET / HTTP/1.1\r\n${host()}${"X-More: a\r\n".repeat(1_000)}\r\n`],
    ["a cookie of rubbish", () => `GET /team HTTP/1.1\r\n${host()}Cookie: __Host-team=%00;;;=; __Host-mee=\xff\xfe; a\r\n\r\n`],
    ["a language of rubbish", () => `GET / HTTP/1.1\r\n${host()}Accept-Language: ${";q=".repeat(2_000)}\r\n\r\n`],
    ["TRACE", () => `TRACE / HTTP/1.1\r\n${host()}\r\n`],
    ["CONNECT", () => `CONNECT localhost:80 HTTP/1.1\r\n${host()}\r\n`],
    ["a method that is none", () => `FETCH / HTTP/1.1\r\n${host()}\r\n`],
    ["another protocol", () => "SSH-2.0-OpenSSH_9.9\r\n"],
    ["two lengths", () => `POST / HTTP/1.1\r\n${host()}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`],
    ["length and chunks", () => `POST / HTTP/1.1\r\n${host()}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    ["an upgrade at the door", () => `GET // HTTP/1.1\r\n${host()}${upgrade}\r\n`],
    ["an upgrade elsewhere", () => `GET /oproep HTTP/1.1\r\n${host()}${upgrade}Origin: ${klankbord.origin}\r\n\r\n`],
    ["an upgrade to something else", () => `GET /live HTTP/1.1\r\n${host()}Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n`],
    [
      "an upgrade with a torn key",
      () =>
        `GET /live HTTP/1.1\r\n${host()}Connection: Upgrade\r\nUpgrade: websocket\r\nOrigin: ${klankbord.origin}\r\nSec-WebSocket-Key: x\r\n\r\n`,
    ],
    ["an upgrade that posts", () => `POST /live HTTP/1.1\r\n${host()}${upgrade}Origin: ${klankbord.origin}\r\n\r\n`],
    [
      "an upgrade with broken percent-encoding",
      () => `GET /live%E0?%E0 HTTP/1.1\r\n${host()}${upgrade}Origin: ${klankbord.origin}\r\n\r\n`,
    ],
  ])("%s ends nothing and tells nothing", async (_, bytes) => {
    const answer = await sendRaw(klankbord.port, bytes());
    expect(answer.status ?? 400).toBeLessThan(500);
    expect(answer.text).not.toMatch(telltale);
    expect(answer.text).not.toContain("root:");
    expect((await get("/healthz")).status).toBe(200);
  });

  test.each([undefined, "http://elders.example", "null", "http://localhost"])("a socket from %s is refused", async (origin) => {
    const from = origin === undefined ? "" : `Origin: ${origin}\r\n`;
    const answer = await sendRaw(klankbord.port, `GET /live HTTP/1.1\r\n${host()}${upgrade}${from}\r\n`, { half: true });
    expect(answer.status).toBe(403);
  });

  const refusals = [200, 303, 400, 401, 403, 404, 405, 409, 410, 422];
  const bodies: [string, string | undefined, string, number[]][] = [
    ["JSON", "application/json", '{"mail":"a@b.nl"}', [415]],
    ["plain text", "text/plain", "mail=a@b.nl", [415]],
    ["no kind", undefined, "mail=a@b.nl", [415]],
    ["multipart without a boundary", "multipart/form-data", "--x--", [400]],
    [
      "multipart that is torn",
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="mail"\r\n\r\na@b',
      [400],
    ],
    ["multipart that holds something else", "multipart/form-data; boundary=x", "mail=a@b.nl", [400]],
    [
      "multipart where a form is expected",
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="onbekend"\r\n\r\nja\r\n--x--\r\n',
      refusals,
    ],
    [
      "a file where text is expected",
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="title"; filename="a.txt"\r\n\r\nja\r\n--x--\r\n',
      refusals,
    ],
    ["nothing at all", "application/x-www-form-urlencoded", "", refusals],
    ["null bytes", "application/x-www-form-urlencoded", "id=%00&title=%00&name=%00&mail=%00&text=%00&version=%00", refusals],
    [
      "numbers out of bounds",
      "application/x-www-form-urlencoded",
      "id=99999999999999999999&version=1e400&minutes=-1&position=NaN&number=9".repeat(2),
      refusals,
    ],
  ];
  test.each(bodies)("%s, posted anywhere, is a fault of who sends it", async (_, type, body, expected) => {
    const wrong: string[] = [];
    for (const cookie of [await freshOrganiser(), nextParticipant()]) {
      for (const pattern of writable.filter((one) => !/afmelden|apparaten/.test(one))) {
        const answer = await fetch(klankbord.origin + pathOf(pattern, made), {
          method: "POST",
          redirect: "manual",
          headers: { cookie, origin: klankbord.origin, ...(type ? { "content-type": type } : {}) },
          body: Buffer.from(body),
        });
        const text = await answer.text();
        if (!expected.includes(answer.status)) wrong.push(`${pattern}: ${answer.status}`);
        if (telltale.test(text.replace(/<script[\s\S]*?<\/script>/g, ""))) wrong.push(`${pattern}: tells of the inside`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("no address, method, header or body makes the server fail", async () => {
    const path = fc.oneof(
      fc.webPath().map((text) => `/${text}`),
      fc.constantFrom(...patterns).map((pattern) => pathOf(pattern, made)),
      fc.string({ unit: "binary", maxLength: 60 }).map((text) => `/${encodeURIComponent(text.toWellFormed())}`),
      fc
        .tuple(fc.constantFrom(...patterns), fc.string({ maxLength: 20 }))
        .map(([pattern, text]) =>
          pathOf(pattern, { slug: encodeURIComponent(text.toWellFormed()), sessionId: encodeURIComponent(text.toWellFormed()) }),
        ),
    );
    const query = fc.option(fc.webQueryParameters(), { nil: "" });
    const form = fc.dictionary(
      fc.constantFrom("id", "mail", "title", "text", "naam", "version", "kind", "terug", "naar"),
      fc.string({ unit: "binary", maxLength: 200 }).map((text) => text.toWellFormed()),
    );
    await fc.assert(
      fc.asyncProperty(
        path,
        query,
        fc.constantFrom("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"),
        fc.boolean(),
        form,
        async (at, asked, method, data, fields) => {
          const answer = await fetch(`${klankbord.origin}${at}${data ? ".data" : ""}?${asked}`, {
            method,
            redirect: "manual",
            headers: { origin: klankbord.origin, cookie: organiser },
            ...(method === "GET" || method === "HEAD" ? {} : { body: new URLSearchParams(fields) }),
          });
          const text = await answer.text();
          expect(answer.status).toBeLessThan(500);
          expect(text).not.toMatch(/node_modules|\.server\.ts/);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("no row of bytes makes the server fail", async () => {
    const line = fc.tuple(
      fc.constantFrom("GET", "POST", "HEAD", "", "get", "\0"),
      fc.string({ unit: "binary-ascii", maxLength: 40 }),
      fc.constantFrom("HTTP/1.1", "HTTP/1.0", "HTTP/9", ""),
    );
    const header = fc.tuple(
      fc.constantFrom("Host", "Origin", "Cookie", "Upgrade", "Connection", "Content-Length", "Transfer-Encoding", "X"),
      fc.string({ unit: "binary-ascii", maxLength: 60 }),
    );
    await fc.assert(
      fc.asyncProperty(
        line,
        fc.array(header, { maxLength: 6 }),
        fc.string({ unit: "binary", maxLength: 100 }),
        async ([method, at, version], headers, body) => {
          const bytes = `${method} /${at} ${version}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`;
          const answer = await sendRaw(klankbord.port, Buffer.from(bytes, "latin1"));
          expect(answer.status ?? 400).toBeLessThan(500);
        },
      ),
      { numRuns: 150 },
    );
    expect((await get("/readyz")).status).toBe(200);
  });
});

describe("foreign forms", () => {
  test("no write of the table is open to another site", async () => {
    const wrong: string[] = [];
    for (const pattern of writable) {
      const team = await freshOrganiser();
      const guest = participants[wrong.length] ?? "";
      for (const suffix of ["", ".data"])
        for (const origin of [
          undefined,
          "null",
          "https://elders.example",
          `${klankbord.origin}.elders.example`,
          klankbord.origin.replace("http:", "https:"),
        ]) {
          const answer = await fetch(klankbord.origin + pathOf(pattern, made) + suffix, {
            method: "POST",
            redirect: "manual",
            headers: {
              cookie: `${team}; ${guest}`,
              "content-type": "application/x-www-form-urlencoded",
              ...(origin ? { origin } : {}),
            },
            body: "",
          });
          await answer.arrayBuffer();
          if (answer.status !== 403) wrong.push(`${pattern}${suffix} from ${origin}: ${answer.status}`);
        }
    }
    expect(wrong).toEqual([]);
  });

  test("a cookie is for this host, out of reach of scripts, and comes with our own forms alone", async () => {
    const set = [
      await post("/taal", "", { taal: "en" }),
      await post(new URL(klankbord.claimLink()).pathname, "", { name: "Eerste", mail: "eerste@team.example" }),
    ].flatMap((answer) => answer.headers.getSetCookie());
    expect(set.some((one) => one.startsWith("__Host-team="))).toBe(true);
    for (const one of set) {
      expect(one).toMatch(/^__Host-/);
      expect(one).toMatch(/; Path=\/(;|$)/);
      expect(one).toContain("; Secure");
      expect(one).toContain("; HttpOnly");
      expect(one).toMatch(/; SameSite=(Lax|Strict)/);
      expect(one).not.toContain("Domain=");
    }
  });

  test.each([
    "https://elders.example",
    "//elders.example",
    "/\\elders.example",
    "/%0d%0aSet-Cookie:a=b",
    "/\r\nSet-Cookie: a=b",
    "javascript:alert(1)",
    "/\t/elders.example",
    "\\\\elders.example",
  ])("nobody is sent away to %j", async (to) => {
    for (const [at, fields] of [
      ["/taal", { taal: "en", terug: to }],
      ["/team/aanmelden", { mail: "iemand@team.example", naar: to }],
    ] as const) {
      const answer = await post(at, "", fields);
      const location = answer.headers.get("location");
      if (location !== null) expect(new URL(location, klankbord.origin).origin).toBe(klankbord.origin);
      expect(answer.headers.getSetCookie().join()).not.toContain("a=b");
    }
    const page = await get(`/team/aanmelden?naar=${encodeURIComponent(to)}`);
    expect(await page.text()).not.toMatch(/(href|action)="(https?:)?[/\\]{2}elders/);
  });
});

describe("what every answer carries", () => {
  const steady = [
    "x-content-type-options",
    "referrer-policy",
    "content-security-policy",
    "x-frame-options",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
    "permissions-policy",
  ];

  test("pages, files, errors and refusals carry the headers that protect", async () => {
    const home = await (await get("/")).text();
    const asset = /\/assets\/[^"]+\.css/.exec(home)?.[0] ?? "";
    const answers = {
      home: await get("/"),
      asset: await get(asset),
      "no asset": await get("/assets/none.js"),
      picture: await get(`/oproep/${made.slug}/beeld.png`),
      missing: await get("/bestaat/niet"),
      forbidden: await get("/beheer", participants[3]),
      "to sign in": await get("/beheer"),
      foreign: await fetch(`${klankbord.origin}/taal`, { method: "POST" }),
      "too large": await post("/taal", "", { taal: "x".repeat(300_000) }),
      unreadable: await get("/%00"),
      health: await get("/healthz"),
      ready: await get("/readyz"),
      metrics: await get("/metrics"),
      "security.txt": await get("/.well-known/security.txt"),
      data: await get("/team.data", organiser),
      stand: await get(`/bijeenkomst/${made.sessionId}/stand?als=participant`, participants[4]),
    };
    expect(asset).not.toBe("");
    const missing = Object.entries(answers).flatMap(([name, { headers }]) =>
      steady.filter((one) => !headers.has(one)).map((one) => `${name}: ${one}`),
    );
    expect(missing).toEqual([]);
    expect(answers.picture.headers.get("content-type")).toBe("image/png");
    expect(answers.asset.headers.get("cache-control")).toContain("immutable");
  });

  test("a page runs its own scripts only, and has no style or handler inside its text", async () => {
    const wrong: string[] = [];
    for (const [who, cookie] of Object.entries({ nobody: "", organiser, participant: participants[5] ?? "" }))
      for (const pattern of patterns) {
        const answer = await get(pathOf(pattern, made), cookie);
        const html = await answer.text();
        if (!answer.headers.get("content-type")?.startsWith("text/html") || html === "") continue;
        const policy = answer.headers.get("content-security-policy") ?? "";
        const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
        const say = (what: string) => wrong.push(`${who} at ${pattern}: ${what}`);
        if (!policy.includes("default-src 'none'") || policy.includes("unsafe")) say("policy");
        if (!policy.includes("frame-ancestors 'none'") || !policy.includes("base-uri 'none'")) say("frames");
        for (const [tag] of html.matchAll(/<(script|style)\b[^>]*>/g)) if (!nonce || !tag.includes(`nonce="${nonce}"`)) say(tag);
        for (const [tag] of html.replace(/<script[\s\S]*?<\/script>/g, "").matchAll(/<[a-z][^>]*\s(style|on[a-z]+)="[^>]*>/g))
          say(tag);
        if (/(src|href)="(https?:)?\/\/(?!localhost)/.test(html.replace(/<a\b[^>]*>/g, ""))) say("loads from elsewhere");
      }
    expect(wrong).toEqual([]);
  });

  test("figures tell nothing of persons, and are for this machine alone", async () => {
    await get(`/oproep/${made.slug}`);
    const text = await (await get("/metrics")).text();
    expect(text).toContain('route="/oproep/:dialogue"');
    expect(text).toMatch(/klankbord_mail\{state="\w+"\} \d|klankbord_mail/);
    expect(text).toContain("klankbord_database_up 1");
    expect(text).not.toContain(made.slug);
    expect(text).not.toContain(made.sessionId);
    const passedOn = await fetch(`${klankbord.origin}/metrics`, { headers: { "x-forwarded-for": "192.0.2.1" } });
    expect(passedOn.status).toBe(404);
  });

  test("who gives up waiting for a page counts as such, and as no fault", async () => {
    const answered = async () => {
      const text = await (await get("/metrics")).text();
      return [...text.matchAll(/_count\{[^}]*route="\/oproep\/:dialogue"[^}]*status="(\d+)"/g)].map(([, status]) => status);
    };
    const lock = await database.pool.connect();
    await lock.query("begin; lock table dialogue in access exclusive mode");
    const stop = new AbortController();
    const asked = fetch(`${klankbord.origin}/oproep/${made.slug}`, { signal: stop.signal }).catch(() => "gone");
    const waiting = "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
    await expect.poll(async () => (await lock.query(waiting)).rowCount).toBeGreaterThan(0);
    stop.abort();
    expect(await asked).toBe("gone");
    await lock.query("rollback");
    lock.release();
    await expect.poll(answered).toContain("499");
    expect(await answered()).not.toContain("500");
  });

  test("security.txt is as RFC 9116 wants it", async () => {
    const answer = await get("/.well-known/security.txt");
    expect(answer.headers.get("content-type")).toMatch(/^text\/plain/);
    const text = await answer.text();
    expect(text).toMatch(/^Contact: mailto:security@localhost$/m);
    expect(text).toMatch(/^Expires: \S+Z$/m);
    expect(text).toContain("Preferred-Languages: nl, en");
  });
});

test("slow clients were ended, all through this, and nothing went wrong", async () => {
  for (const { ended } of slow) expect(await ended).toBeGreaterThan(5_000);
  expect((await get("/readyz")).status).toBe(200);
  expect(klankbord.said()).not.toContain("fault");
});
