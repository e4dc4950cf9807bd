import type { HttpBindings } from "@hono/node-server";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { fillInvented, type Invented } from "../../../tests/invented.ts";
import { contribution } from "../../contribution/tables.ts";
import { dialogue, person } from "../../dialogue/tables.ts";
import { networkPractice, networkPracticeUse, networkPracticeVersion } from "../../network/library/tables.ts";
import type { ApplicationId, ContributionId, ItemId, PersonId, PracticeId, ThemeId } from "../../platform/ids.ts";
import { programmeItem } from "../../programme/tables.ts";
import { reportData } from "../../report/export/open-data.ts";
import { findReportPage } from "../../report/publish/page.server.ts";
import { publishReport } from "../../report/publish/reports.server.ts";
import { doThemes } from "../../themes/themes.server.ts";
import { endApplication, findByKey, makeApplication } from "../connections/applications.server.ts";
import type { Scope } from "../connections/scope.ts";
import { application, hookEvent } from "../connections/tables.ts";
import { openApiRoutes } from "./api.server.ts";
import { base, parametersIn, parametersOf, type Resource, resources } from "./resources.ts";
import { shapes } from "./shapes.ts";

const origin = "https://dialoog.example";
const app = new Hono<{ Bindings: HttpBindings }>();
const theme = crypto.randomUUID() as ThemeId;
let database: FreshDatabase;
let made: Invented;
let slug = "";
let device = 0;
let key = "";
let by: PersonId;

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  made = await fillInvented(db);
  const [naomi] = await db.insert(person).values({ name: "Naomi" }).returning({ id: person.id });
  const needs = [...made.needIds.values()].slice(0, 30) as ContributionId[];
  await doThemes(db, made.dialogueId, naomi?.id as PersonId, {
    ...{ deed: "add", theme, name: "Tijd", description: "Om na te bellen.", needs },
  });
  await db.insert(programmeItem).values({
    ...{ id: crypto.randomUUID() as ItemId, dialogueId: made.dialogueId, number: 1, kind: "money", title: "Tijd om te bellen" },
  });
  await publishReport(db, made.dialogueId, { person: naomi?.id as PersonId }, { number: 1, change: "" });
  by = naomi?.id as PersonId;
  slug = (await of()).slug;
  key = await keyFor(["gebeurtenissen"]);
  const environment = {
    origin,
    siteName: "Voorbeeld",
    mailFrom: "Dialoog <dialoog@dialoog.example>",
    trustProxy: 0,
    oidc: null,
    eventSource: undefined,
  };
  openApiRoutes(app, { db, environment }, () => true);
});
afterAll(() => database?.[Symbol.asyncDispose]());

async function of() {
  const [row] = await database.db.select().from(dialogue).where(eq(dialogue.id, made.dialogueId));
  if (!row) throw new Error("no dialogue");
  return row;
}
async function keyFor(scopes: readonly Scope[], id = crypto.randomUUID() as ApplicationId): Promise<string> {
  const made = await makeApplication(database.db, by, { id, name: "Proef", scopes, oauthClient: null });
  return made.status === "made" && made.key ? made.key : "";
}
const bearer = (shown: string) => ({ authorization: `Bearer ${shown}` });
/** Each question from a device of its own, or the measure of one would end the test. */
const ask = (path: string, headers: Record<string, string> = {}) =>
  app.request(`http://localhost${base}${path}`, { headers: { cookie: `__Host-mee=toestel-${device++}`, ...headers } });
const json = async (path: string) => (await (await ask(path)).json()) as never;
interface Listed {
  readonly totaal: number;
  readonly resultaten: readonly Record<string, unknown>[];
}
const list = async (path: string): Promise<Listed> => json(`/dialogen/${slug}${path}`);
const opened = (at: Date | null) =>
  database.db.update(dialogue).set({ programmeShownAt: at }).where(eq(dialogue.id, made.dialogueId));

test("it says what the report says, and nothing more", async () => {
  const page = await findReportPage(database.db, await of());
  if (!page) throw new Error("no report");
  const data = reportData(page, "");
  expect(await json("/dialogen")).toMatchObject({
    totaal: 1,
    resultaten: [{ id: slug, titel: data.dialogue, versie: 1, editie: "1.0" }],
  });
  const whole: Record<string, unknown> = await json(`/dialogen/${slug}`);
  expect(whole.deelnemers).toBe((data.taken.total as { people?: number }).people ?? null);
  const needs = await list("/behoeften?aantal=100");
  expect(needs.totaal).toBe(page.content.themes.flatMap((one) => one.needs).length + page.content.unplaced.length);
  const words = new Map(data.themes.flatMap((one) => one.needs).map((one) => [one.number, one]));
  for (const one of needs.resultaten.filter(({ nummer }) => words.has(nummer as number)))
    expect(one).toMatchObject({ tekst: (words.get(one.nummer as number) as { text?: string }).text ?? null, thema: theme });
  const insights = await list("/inzichten?aantal=100");
  for (const [at, one] of data.insights.toSorted((a, b) => a.number - b.number).entries()) {
    const told = insights.resultaten[at] as { nummer: number; stemmen: { totaal: { stand: string; mensen: number | null } } };
    const total = one.ballots.total as { status: string; people?: number };
    expect([told.nummer, told.stemmen.totaal.mensen]).toEqual([one.number, total.people ?? null]);
  }
  // no id of a person, a field or a contribution
  const all = JSON.stringify([needs, insights, await list("/uitkomsten"), await list("/themas")]);
  const ids = new Set(all.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g));
  expect([...ids].filter((id) => !page.content.themes.some((one) => one.id === id))).toEqual([]);
});

test("words that were taken back are told nowhere any more", async () => {
  const id = [...made.needIds.values()].at(-1) as ContributionId;
  const [gone] = await database.db.update(contribution).set({ state: "withdrawn" }).where(eq(contribution.id, id)).returning();
  const told = { leesbaar: "ingetrokken", tekst: null, vakgebied: null, mensen: null };
  expect(await json(`/dialogen/${slug}/behoeften/${gone?.number}`)).toMatchObject(told);
  expect((await list(`/behoeften?zoek=${encodeURIComponent(gone?.text ?? "")}`)).totaal).toBe(0);
});

test("the programme is there as long as it is open", async () => {
  await opened(null);
  expect((await ask(`/dialogen/${slug}/programmapunten`)).status).toBe(404);
  await opened(new Date());
  expect(await list("/programmapunten?fase=idee")).toMatchObject({ totaal: 1, resultaten: [{ nummer: 1, soort: "geld" }] });
  expect((await list("/programmapunten?fase=klaar")).totaal).toBe(0);
});

test("[NW28] of the library only what its writer lets everybody read, without who wrote it, and as long as they do", async () => {
  const { db } = database;
  const path = "/praktijkvoorbeelden";
  const [writer, ...others] = [...made.personIds.values()] as PersonId[];
  const fieldId = [...made.fieldIds.values()][0] as never;
  const id = crypto.randomUUID() as PracticeId;
  const words = {
    ...{ title: "Vaste gezinswerker", situation: "Steeds een ander.", done: "Eén werker die blijft.", took: "", gave: "Rust." },
    ...{ conditions: "", links: "https://voorbeeld.example/werkwijze" },
  };
  const row = { id, dialogueId: made.dialogueId, number: 7, personId: writer as PersonId, words, version: 2 };
  await db.insert(networkPractice).values({ ...row, published: 1, open: true, themeIds: [theme], fieldIds: [fieldId] });
  await db.insert(networkPracticeVersion).values({ practiceId: id, version: 1, words });
  const set = (open: boolean, read: boolean) =>
    Promise.all([
      db.update(networkPractice).set({ open }).where(eq(networkPractice.id, id)),
      db.update(networkPracticeVersion).set({ open: read }).where(eq(networkPracticeVersion.practiceId, id)),
    ]);
  expect((await list(path)).totaal, "the team did not read it so").toBe(0);
  await set(false, true);
  expect((await list(path)).totaal, "taken back").toBe(0);
  await set(true, true);
  const [told] = (await list(`${path}?zoek=GEZINSWERKER&thema=${theme}`)).resultaten;
  const entry = shapes.Praktijkvoorbeeld.strict().parse(told);
  expect(entry).toMatchObject({
    ...{
      nummer: 7,
      watHetKostte: null,
      watHetOpleverde: "Rust.",
      links: ["https://voorbeeld.example/werkwijze"],
      themas: [theme],
    },
    gebruiktDoor: null,
  });
  expect((await list(`${path}?vakgebied=${encodeURIComponent(entry.voorVakgebieden[0] ?? "")}`)).totaal).toBe(1);
  expect([(await list(`${path}?zoek=voetbal`)).totaal, (await ask(`/dialogen/${slug}${path}/8`)).status]).toEqual([0, 404]);
  const use = (people: readonly PersonId[]) =>
    db.insert(networkPracticeUse).values(people.map((personId) => ({ practiceId: id, personId, fit: "fits" as const })));
  const used = async () => ((await json(`/dialogen/${slug}${path}/7`)) as { gebruiktDoor: number | null }).gebruiktDoor;
  await use(others.slice(0, 4));
  expect(await used()).toBeNull();
  await use(others.slice(4, 7));
  expect(await used()).toBe(5);
  await db.update(networkPractice).set({ published: null }).where(eq(networkPractice.id, id));
  expect((await list(path)).totaal, "withdrawn").toBe(0);
});

test("a rehearsal, a dialogue without a report and a version that never was are not there", async () => {
  const [other] = await database.db.insert(dialogue).values({ slug: "zonder-verslag", title: "Nog niets" }).returning();
  for (const path of ["/dialogen/zonder-verslag", "/dialogen/bestaat-niet/themas", `/dialogen/${slug}?versie=2`])
    expect((await ask(path)).status, path).toBe(404);
  await database.db
    .update(dialogue)
    .set({ rehearsalOf: other?.id ?? null })
    .where(eq(dialogue.id, made.dialogueId));
  expect((await ask(`/dialogen/${slug}`)).status).toBe(404);
  expect(await json("/dialogen")).toMatchObject({ totaal: 0 });
  await database.db.update(dialogue).set({ rehearsalOf: null }).where(eq(dialogue.id, made.dialogueId));
});

test("pages, filters and fields: each thing once, and only what was asked for", async () => {
  const numbers: unknown[] = [];
  for (let path: string | undefined = `/dialogen/${slug}/behoeften?aantal=7&velden=nummer`; path; ) {
    const answer = await ask(path);
    const { resultaten } = (await answer.json()) as Listed;
    expect(resultaten.every((one) => Object.keys(one).join() === "nummer")).toBe(true);
    numbers.push(...resultaten.map(({ nummer }) => nummer));
    const next = /<([^>]+)>; rel="next"/.exec(answer.headers.get("link") ?? "")?.[1];
    expect(next ?? `${origin}${base}/`).toContain(`${origin}${base}/`);
    path = next?.replace(origin + base, "");
  }
  const { totaal } = await list("/behoeften");
  expect([numbers.length, new Set(numbers).size]).toEqual([totaal, totaal]);
  const within = await list(`/behoeften?thema=${theme}&aantal=100`);
  const without = await list("/behoeften?thema=geen&aantal=100");
  expect(within.totaal + without.totaal).toBe(totaal);
  const field = within.resultaten.find(({ vakgebied }) => vakgebied)?.vakgebied;
  if (field)
    for (const one of (await list(`/behoeften?vakgebied=${encodeURIComponent(String(field))}`)).resultaten)
      expect(one.vakgebied).toBe(field);
});

test("what did not change is not sent again, and the version of the API is told", async () => {
  const first = await ask(`/dialogen/${slug}/themas`);
  expect(first.headers.get("api-version")).toMatch(/^1\.\d+\.\d+$/);
  expect(first.headers.get("cache-control")).toBe("no-store");
  const again = await ask(`/dialogen/${slug}/themas`, { "if-none-match": first.headers.get("etag") ?? "" });
  expect([again.status, await again.text(), again.headers.get("api-version")]).toEqual([
    304,
    "",
    first.headers.get("api-version"),
  ]);
});

test("one who asks too much waits, and nobody else does", async () => {
  const busy = { cookie: "__Host-mee=druk" };
  let last = await ask("/dialogen?pagina=0", busy);
  for (let n = 0; n < 600; n++) last = await ask("/dialogen?pagina=0", busy);
  expect([last.status, last.headers.get("ratelimit")?.startsWith('"vragen";r=0')]).toEqual([429, true]);
  expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await last.json()).toMatchObject({ status: 429 });
  expect((await ask("/dialogen")).status).toBe(200);
});

test("the description is open to every website, a slash at the end leads nowhere, and nothing is written", async () => {
  const document = await ask("/openapi.json");
  expect([document.status, document.headers.get("access-control-allow-origin")]).toEqual([200, "*"]);
  expect(await document.json()).toMatchObject({ openapi: "3.1.0", info: { contact: { email: "dialoog@dialoog.example" } } });
  for (const path of ["/dialogen/", "/openapi.json/", "/", "/iets"]) {
    const answer = await ask(path);
    expect([answer.status, answer.headers.get("location")], path).toEqual([404, null]);
    expect(shapes.Probleem.parse(await answer.json()).instance).toBe(base + path);
  }
  const posted = await app.request(`http://localhost${base}/dialogen`, { method: "POST" });
  expect([posted.status, posted.headers.get("content-type")]).toEqual([405, "application/problem+json"]);
});

test("what happened is read with a key that may, and with no other", async () => {
  const status = async (headers: Record<string, string>) => (await ask("/gebeurtenissen", headers)).status;
  expect(await status({})).toBe(401);
  for (const shown of ["kbk_onbekend", "a.b.c", "x", "", `${key}x`]) expect(await status(bearer(shown)), shown).toBe(401);
  expect(await status({ authorization: `Basic ${btoa("a:b")}` })).toBe(401);
  expect(await status(bearer(await keyFor(["dialogen"])))).toBe(403);
  const refused = await ask("/gebeurtenissen");
  expect(refused.headers.get("www-authenticate")).toContain("Bearer");
  expect(shapes.Probleem.parse(await refused.json()).status).toBe(401);
  // the report that was published is told; a key in an address is not read
  await database.db.update(hookEvent).set({ at: new Date(Date.now() - 60_000) });
  const told = (await (await ask("/gebeurtenissen?soort=nl.klankbord.verslag-gepubliceerd", bearer(key))).json()) as Listed;
  expect(told).toMatchObject({ totaal: 1, resultaten: [{ subject: `${slug}/1`, data: { dialoog: slug, versie: 1 } }] });
  const after = (await (await ask(`/gebeurtenissen?na=${Number(told.resultaten[0]?.sequence)}`, bearer(key))).json()) as Listed;
  expect(after.resultaten.every(({ sequence }) => String(sequence) > String(told.resultaten[0]?.sequence))).toBe(true);
  expect((await ask(`/gebeurtenissen?sleutel=${key}`)).status).toBe(401);
});

test("a key is kept as a hash, asks more in a minute, is noted when used, and ends at once", async () => {
  const id = crypto.randomUUID() as ApplicationId;
  const mine = await keyFor(["dialogen"], id);
  expect(mine).toMatch(/^kbk_[\w-]{43}$/);
  expect(await keyFor(["dialogen"], id), "sent twice").toBe("");
  const [row] = await database.db.select().from(application).where(eq(application.id, id));
  expect([JSON.stringify(row).includes(mine), row?.usedAt]).toEqual([false, null]);
  const answer = await ask("/dialogen", bearer(mine));
  expect([answer.status, answer.headers.get("ratelimit-policy")]).toEqual([200, '"vragen";q=3000;w=60']);
  const [used] = await database.db.select().from(application).where(eq(application.id, id));
  expect(used?.usedAt).toBeInstanceOf(Date);
  await endApplication(database.db, by, id);
  expect([(await ask("/dialogen", bearer(mine))).status, await findByKey(database.db, mine)]).toEqual([401, null]);
});

const answers = {
  one: ({ shape }: Resource) => shapes[shape].partial(),
  many: ({ shape }: Resource) =>
    z.strictObject({
      ...{ resultaten: z.array(shapes[shape].partial()), pagina: z.int(), aantal: z.int(), totaal: z.int() },
    }),
};

test("whatever is asked, the answer is one that the description promises", async () => {
  const nasty = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("0", "-1", "1e9", "9".repeat(30), "", "null", "../../..", "%00", "'; drop table report; --", "__proto__"),
  );
  const good: Readonly<Record<string, fc.Arbitrary<string>>> = {
    dialoog: fc.constant(slug),
    nummer: fc.integer({ min: 1, max: 60 }).map(String),
    id: fc.constant(theme),
    pagina: fc.integer({ min: 1, max: 5 }).map(String),
    aantal: fc.integer({ min: 1, max: 100 }).map(String),
    thema: fc.constantFrom(theme, "geen"),
  };
  const value = (name: string) => fc.oneof({ weight: 3, arbitrary: good[name] ?? nasty }, { weight: 1, arbitrary: nasty });
  const question = fc.constantFrom(...resources).chain((resource) =>
    fc.record({
      resource: fc.constant(resource),
      path: fc.record(Object.fromEntries(parametersIn(resource.path).map((name) => [name, value(name)]))),
      query: fc.array(
        fc
          .constantFrom(...Object.keys(parametersOf(resource)), "onbekend")
          .chain((name) => value(name).map((one) => [name, one] as const)),
        { maxLength: 3 },
      ),
    }),
  );
  // one key may ask 600 in a minute, and this asks more
  let asked = 0;
  const keyOfTheMoment = async () => {
    if (asked++ % 400 === 0) key = await keyFor(["gebeurtenissen"]);
    return key;
  };
  const seen = new Set<number>();
  await fc.assert(
    fc.asyncProperty(question, async ({ resource, path, query }) => {
      const at = resource.path.replace(/\{(\w+)\}/g, (_, name: string) =>
        encodeURIComponent((path as Record<string, string>)[name] ?? ""),
      );
      const answer = await ask(
        `${at}?${new URLSearchParams(query.map(([name, one]) => [name, one]))}`,
        bearer(await keyOfTheMoment()),
      );
      seen.add(answer.status);
      const body: unknown = await answer.json();
      if (answer.status !== 200) {
        expect([400, 404]).toContain(answer.status);
        expect(answer.headers.get("content-type")).toBe("application/problem+json");
        expect(shapes.Probleem.parse(body).status).toBe(answer.status);
        return;
      }
      expect(answer.headers.get("api-version")).toMatch(/^\d+\.\d+\.\d+$/);
      // an empty value for an id makes it the address of the whole list
      const parsed = at.endsWith("/") ? { success: true } : answers[resource.many ? "many" : "one"](resource).safeParse(body);
      expect(parsed.success, JSON.stringify(body).slice(0, 500)).toBe(true);
    }),
    { numRuns: 300 },
  );
  expect([...seen].sort()).toEqual([200, 400, 404]);
});
