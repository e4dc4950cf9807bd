import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { fillInvented, type Invented } from "../../../tests/invented.ts";
import { contribution, placement } from "../../contribution/tables.ts";
import { person } from "../../dialogue/tables.ts";
import { random } from "../../method/random.ts";
import { change } from "../../platform/database/change.server.ts";
import type { ContributionId, PersonId, ThemeId } from "../../platform/ids.ts";
import type { ThemeDeed } from "../theme-deed.ts";
import { doThemes } from "../themes.server.ts";
import { type Adviser, makeAdviser } from "./adviser.server.ts";
import { openSuggesting, type Suggesting } from "./suggesting.server.ts";

let database: FreshDatabase;
let made: Invented;
let analyst: PersonId;
let suggesting: Suggesting;

beforeAll(async () => {
  database = await freshDatabase();
  made = await fillInvented(database.db);
  const [row] = await database.db.insert(person).values({ name: "Naomi" }).returning({ id: person.id });
  analyst = row?.id as PersonId;
  suggesting = openSuggesting({ ...database.at });
});
afterAll(async () => {
  await suggesting?.close();
  await database?.[Symbol.asyncDispose]();
});

const needOf = (code: string) => made.needIds.get(code) as ContributionId;
const addTheme = async (name: string, needs: ContributionId[] = []) => {
  const theme = crypto.randomUUID() as ThemeId;
  await doThemes(database.db, made.dialogueId, analyst, { deed: "add", theme, name, description: "", needs });
  return theme;
};
const everything = () => suggesting.page(made.dialogueId, 0, 500);

test("before there are themes all needs are read in order, near-duplicates linked", async () => {
  const { total, needs, measured } = await everything();
  expect([total, needs.length, measured]).toEqual([320, 320, null]);
  expect(new Set(needs.map(({ need }) => need)).size).toBe(320);
  const of = needs.find(({ need }) => need === needOf("N258"));
  expect(of?.alike).toEqual([needOf("N310")]);
  expect(of?.best).toEqual([]);
  expect(needs.filter(({ group }) => group !== null && group === of?.group).map(({ need }) => need)).toContain(needOf("N310"));
  expect(await suggesting.page(made.dialogueId, 318, 500)).toMatchObject({ total: 320, needs: [{}, {}] });
});

test("a theme with the name of a field suggests itself, and nothing is placed by itself before it was measured", async () => {
  await addTheme("Wonen");
  await addTheme("Opvoeding");
  const { needs } = await everything();
  expect(needs.filter(({ best }) => best.length === 2).length).toBeGreaterThan(150);
  expect(await suggesting.price(made.dialogueId, 0)).toMatchObject({ placed: 0, wrong: 0, left: 320, measured: null });
  expect(await suggesting.above(made.dialogueId, 0)).toEqual([]);
});

test("placed needs teach, and leave the pile; the price of a threshold falls as it rises", async () => {
  const { rows } = await database.pool.query<{ id: string; field: string }>(
    "select c.id, f.name as field from contribution c join field f on f.id = c.field_id where c.kind = 'need' order by c.number",
  );
  const own = Map.groupBy(rows, ({ field }) => field);
  for (const [field, some] of own)
    await addTheme(
      `Over ${field}`,
      some.slice(0, 20).map(({ id }) => id as ContributionId),
    );
  const { total, measured } = await everything();
  expect(total).toBe(320 - [...own.values()].reduce((sum, some) => sum + Math.min(20, some.length), 0));
  expect(measured?.needs).toBe(320 - total);
  const prices = await Promise.all([0, 0.3, 0.6, 1.01].map((at) => suggesting.price(made.dialogueId, at)));
  expect(prices.map(({ placed }) => placed)).toEqual(prices.map(({ placed }) => placed).sort((a, b) => b - a));
  expect(prices[0]?.placed).toBe(total);
  expect(prices.at(-1)).toMatchObject({ placed: 0, wrong: 0, left: total });
  for (const price of prices) expect(price.wrong).toBeLessThanOrEqual(price.placed);
  const sure = await suggesting.above(made.dialogueId, 0.3);
  expect(sure).toHaveLength(prices[1]?.placed ?? -1);
  for (const { confidence } of sure) expect(confidence).toBeGreaterThanOrEqual(0.3);
});

test("what is hidden or made private is advised on no more, and a changed text is read anew", async () => {
  const { needs } = await everything();
  const [first, second] = needs.map(({ need }) => need) as [ContributionId, ContributionId];
  await change(
    database.db,
    { scope: made.dialogueId, actor: "command", what: "contribution.hide", subject: { kind: "contribution", id: first } },
    async (tx) => {
      await tx.update(contribution).set({ state: "hidden" }).where(eq(contribution.id, first));
      await tx
        .update(contribution)
        .set({ text: "🙂", situation: "", forWhom: "", wouldHelp: "" })
        .where(eq(contribution.id, second));
    },
  );
  expect(await suggesting.of(made.dialogueId, [first])).toEqual([]);
  expect(await suggesting.of(made.dialogueId, [second])).toMatchObject([{ need: second, best: [] }]);
});

test("names for a set of needs come from their own words", async () => {
  const set = ["N258", "N310", "N090"].map(needOf);
  const { phrases, central } = await suggesting.name(made.dialogueId, set);
  expect(phrases).toHaveLength(3);
  expect(phrases.join(" ")).toContain("wijkagent");
  expect(set).toContain(central);
  expect(await suggesting.name(made.dialogueId, [])).toEqual({ phrases: [], central: null });
});

test("what is learned decision after decision is to the bit what is learned from nothing", async () => {
  const language = { split: () => [] };
  const kept = makeAdviser(database.db, language);
  const chance = random("decision after decision");
  const needs = chance.shuffle([...made.needIds.values()]);
  const outcome = async (adviser: Adviser) => {
    const told = await adviser.all(made.dialogueId, null);
    if ("unchanged" in told) throw new Error("asked for all");
    const { trained: _, texts: __, againIn: ___, ...rest } = told;
    return rest;
  };
  const themes = [await addTheme("Een"), await addTheme("Twee"), await addTheme("Drie")];
  for (const need of needs.slice(0, 12)) {
    const [from] = await database.db.select({ at: placement.themeId }).from(placement).where(eq(placement.contributionId, need));
    const deed: ThemeDeed = { deed: "put", needs: [need], from: from?.at ?? null, to: chance.pick(themes) as ThemeId };
    await doThemes(database.db, made.dialogueId, analyst, deed);
    expect(await outcome(kept)).toEqual(await outcome(makeAdviser(database.db, language)));
  }
});

test("questions after the end are refused", async () => {
  const ended = openSuggesting({ ...database.at });
  await ended.close();
  await expect(ended.page(made.dialogueId, 0, 1)).rejects.toThrow("closed");
});
