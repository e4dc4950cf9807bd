import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { access } from "../app/dialogue/access/access.ts";
import { mintLink } from "../app/dialogue/people/links.server.ts";
import { membership } from "../app/dialogue/people/tables.ts";
import { person } from "../app/dialogue/tables.ts";
import type { PersonId } from "../app/platform/ids.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { everybody, rolesOfVisitor, signEverybodyIn, type Visitor } from "./everybody.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { startMailServer } from "./mail-server.ts";
import { postForm } from "./visitors.ts";
import { addressOf, makeWorld, type World } from "./world.ts";

let database: FreshDatabase;
let klankbord: Klankbord;
let mails: Awaited<ReturnType<typeof startMailServer>>;
let here: World;
let cookies: Readonly<Record<Visitor, string>>;

beforeAll(async () => {
  database = await freshDatabase();
  here = await makeWorld(database.db, "hier");
  cookies = await signEverybodyIn(database.db, here, await makeWorld(database.db, "ander"));
  mails = await startMailServer();
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url, SMTP_URL: mails.url } });
});
afterAll(async () => {
  await klankbord?.[Symbol.asyncDispose]();
  await mails?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const post = (path: string, cookie: string, form: Readonly<Record<string, string>>) =>
  postForm(klankbord.origin + path, cookie, form);

/** Somebody of a team with a link of this kind. */
async function withLink(kind: "sign-in" | "invite"): Promise<string> {
  return database.db.transaction(async (tx) => {
    const [who] = await tx
      .insert(person)
      .values({ name: "Henk", mail: `${crypto.randomUUID()}@team.example` })
      .returning({ id: person.id });
    const personId = who?.id as PersonId;
    await tx.insert(membership).values({
      ...{ personId, dialogueId: here.dialogueId, role: "observer" as const },
      ...(kind === "sign-in" ? { acceptedAt: sql`now()` } : {}),
    });
    return mintLink(tx, kind, { personId, dialogueId: here.dialogueId, minutes: 15 });
  });
}

describe("a link that works once", () => {
  test.each([
    ["sign-in", "/team/aanmelden/"],
    ["invite", "/team/uitnodiging/"],
  ] as const)("%s: of a hundred at once one gets in", async (kind, path) => {
    const token = await withLink(kind);
    const { rowCount } = await database.db.execute(sql`select 1 from link where link::text like ${`%${token}%`}`);
    expect(rowCount, "only its hash is kept").toBe(0);
    const answers = await Promise.all(Array.from({ length: 100 }, () => post(path + token, "", {})));
    const isIn = (answer: Response) => answer.headers.getSetCookie().some((one) => /^__Host-team=[\w-]{40,}/.test(one));
    expect(answers.filter(isIn).length).toBe(1);
    expect(new Set(answers.filter((one) => !isIn(one)).map(({ status }) => status))).toEqual(new Set([410]));
    expect(await database.db.execute(sql`select 1 from link where used_at is not null and kind = ${kind}`)).toMatchObject({
      rowCount: 1,
    });
  });
});

test("a cookie from before signing in is worth nothing after it", async () => {
  const planted = `__Host-team=${"x".repeat(43)}`;
  const isOut = async (cookie: string) => {
    const answer = await fetch(`${klankbord.origin}/team`, { redirect: "manual", headers: { cookie } });
    return new URL(answer.headers.get("location") ?? "/", klankbord.origin).pathname === "/team/aanmelden";
  };
  const signIn = async (cookie: string) => {
    const answer = await post(`/team/aanmelden/${await withLink("sign-in")}`, cookie, {});
    return (
      answer.headers
        .getSetCookie()
        .find((one) => one.startsWith("__Host-team="))
        ?.split(";")[0] ?? ""
    );
  };
  const first = await signIn(planted);
  expect([first === planted, await isOut(planted), await isOut(first)]).toEqual([false, true, false]);
  const second = await signIn(first);
  expect([second === first, await isOut(second)]).toEqual([false, false]);
});

const elsewhere = [
  ...["https://elders.example", "//elders.example", "/\\elders.example", "\\\\elders.example", "/%09/elders.example"],
  ...["javascript:alert(1)", "data:text/html,kwaad", "https:elders.example", "/\t/elders.example", "///elders.example"],
  ...["http://localhost@elders.example", "/\u0000/elders.example", " //elders.example", "%2f%2felders.example"],
];

describe("a way back leads nowhere else", () => {
  const leadsTo = (answer: Response) => new URL(answer.headers.get("location") ?? "/", klankbord.origin);

  test("after a link from a mail", async () => {
    const wrong: string[] = [];
    for (const to of elsewhere) {
      const answer = await post(`/team/aanmelden/${await withLink("sign-in")}?naar=${encodeURIComponent(to)}`, "", {});
      // the door lets no address with a null byte in
      expect([303, 400]).toContain(answer.status);
      if (leadsTo(answer).origin !== klankbord.origin) wrong.push(`${JSON.stringify(to)}: ${answer.headers.get("location")}`);
    }
    expect(wrong).toEqual([]);
  });

  test("after choosing a language, and in the mail that is asked for", async () => {
    const wrong: string[] = [];
    for (const to of elsewhere) {
      const answer = await post("/taal", "", { taal: "en", terug: to, back: to, naar: to });
      if (leadsTo(answer).origin !== klankbord.origin) wrong.push(`${JSON.stringify(to)}: ${answer.headers.get("location")}`);
    }
    expect(wrong).toEqual([]);
    await post("/team/aanmelden", "", { mail: "observer@team.example", naar: "//elders.example" });
    await expect.poll(() => mails.got.some(({ text }) => text?.includes("/team/aanmelden/"))).toBe(true);
    for (const { text } of mails.got) expect(text).not.toContain("elders.example");
  });
});

describe("what stands in an address is text", () => {
  const payload = `"'></script></title><script>window.kwaad=1</script><img src=x onerror=kwaad()>`;
  const names = [
    ...["naar", "melding", "wie", "inzicht", "stap", "soort", "scheiding", "onderdeel", "bijeenkomst", "zoek", "terug", "stand"],
    ...["rol", "q", "pagina", "opnieuw", "model", "bewaard", "back", "waar", "wat", "vanaf", "tot", "thema", "als"],
  ];
  const question = `?${new URLSearchParams(names.map((name) => [name, payload]))}`;
  const readers: readonly Visitor[] = ["nobody", "administrator", "creator", "organiser", "participant", "facilitator"];

  test("no page gives it back as mark-up", async () => {
    const wrong: string[] = [];
    let read = 0;
    for (const [pattern, rule] of Object.entries(access)) {
      if (!pattern.startsWith("/") || pattern.endsWith("/stroom")) continue;
      for (const who of readers.filter((one) => rule.read.some((role) => rolesOfVisitor(one).has(role)))) {
        // the place of a secret, and of what has no example here, takes it as well
        const path = addressOf(pattern.replace(":token", encodeURIComponent(payload)), here);
        const answer = await fetch(klankbord.origin + path + question, { redirect: "manual", headers: { cookie: cookies[who] } });
        if (answer.status >= 500) wrong.push(`${answer.status}: ${path} as ${who}`);
        if (!answer.headers.get("content-type")?.includes("html")) {
          await answer.body?.cancel();
          continue;
        }
        const html = await answer.text();
        read += 1;
        if (html.includes("<script>window.kwaad") || html.includes("<img src=x")) wrong.push(`${path} as ${who}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(read).toBeGreaterThan(60);
  });
});

describe("a mail goes to whom it is for", () => {
  test("a name, an address and a title with line ends add no header and no reader", async () => {
    const ends = ["\r\n", "\n", "\r", "\u2028", "%0d%0a"];
    const before = mails.got.length;
    for (const [at, end] of ends.entries()) {
      const injected = `Henk${end}Bcc: kwaad@elders.example${end}${end}Lees dit`;
      const invited = await post("/beheer/mensen", cookies.administrator, {
        ...{ name: injected, role: "organiser", mail: `henk${at}@team.example` },
      });
      expect([303, 422]).toContain(invited.status);
      const torn = await post("/beheer/mensen", cookies.administrator, {
        ...{ name: "Henk", role: "organiser", mail: `henk${at}@team.example${end}Bcc: kwaad@elders.example` },
      });
      expect(torn.status).toBe(422);
      await post("/team/:dialogue/team".replace(":dialogue", here.slug), cookies.organiser, {
        ...{ name: injected, role: "observer", mail: `ineke${at}@team.example` },
      });
    }
    await expect.poll(() => mails.got.length).toBeGreaterThan(before + 4);
    for (const letter of mails.got) {
      expect([...letter.headers.keys()]).not.toContain("bcc");
      const to = [letter.to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address));
      expect(to.length).toBe(1);
      expect(to[0]).toMatch(/@team\.example$/);
    }
  });
});

test("everybody who may come by is still there, and nothing failed", async () => {
  expect(everybody.length).toBeGreaterThan(10);
  expect(klankbord.said()).not.toContain('"msg":"fault');
});
