import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { fillInvented, type Invented } from "../../../tests/invented.ts";
import { contribution } from "../../contribution/tables.ts";
import { dialogue, person, session } from "../../dialogue/tables.ts";
import type { BlockId, ContributionId, PersonId, ThemeId } from "../../platform/ids.ts";
import { doThemes } from "../../themes/themes.server.ts";
import { allOf, firstFew, perPage } from "../gather/lists.ts";
import { drawnReport } from "../picture/drawn.server.tsx";
import { findReadPage, findReportPage } from "../publish/page.server.ts";
import { publishReport } from "../publish/reports.server.ts";
import { findAppendix, findPlace } from "../read/appendix.server.ts";
import { saveBlock } from "../write/blocks.server.ts";

let database: FreshDatabase;
let made: Invented;
const theme = crypto.randomUUID() as ThemeId;
const block = crypto.randomUUID() as BlockId;
const many = 400;
const of = async () => (await database.db.select().from(dialogue).where(eq(dialogue.id, made.dialogueId)))[0] as never;

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  made = await fillInvented(db);
  const [naomi] = await db.insert(person).values({ name: "Naomi" }).returning({ id: person.id });
  const who = naomi?.id as PersonId;
  const needs = [...made.needIds.values()] as ContributionId[];
  await doThemes(db, made.dialogueId, who, { deed: "add", theme, name: "Tijd", description: "", needs: needs.slice(0, 12) });
  const [own] = await db.select({ id: session.id }).from(session).where(eq(session.dialogueId, made.dialogueId));
  await db.insert(contribution).values(
    Array.from({ length: many }, (_, at) => ({
      ...{ dialogueId: made.dialogueId, sessionId: own?.id as never, number: 5000 + at, kind: "works" as const },
      ...{
        shared: "all" as const,
        text: `Dit werkt, nummer ${at}.`,
        personId: [...made.personIds.values()][at % 20] as PersonId,
      },
    })),
  );
  await saveBlock(db, made.dialogueId, who, block, {
    ...{ place: "nodig", version: 0 },
    text: `Er is te weinig tijd. [#t-${theme.slice(0, 8)} #5399]`,
  });
  await publishReport(db, made.dialogueId, { person: who }, { number: 1, change: "" });
}, 60_000);
afterAll(() => database?.[Symbol.asyncDispose]());

test("a long report shows the first of each list, and leads to the others [RP21]", async () => {
  const page = (await findReadPage(database.db, await of())) ?? expect.fail();
  expect(Object.keys(page.quotes).length).toBeLessThan(150);
  const html = await drawnReport(page, "nl", false);
  expect(html).toContain("Dit werkt, nummer 4.");
  expect(html).not.toContain("Dit werkt, nummer 5.");
  expect(html).toContain(`?lijst=werkt">Lees alle ${many} bijdragen`);
  expect(html).toContain(`?lijst=thema-${theme}">Lees alle 12 bijdragen`);
  // what a sentence names stands behind it, wherever it is in the appendix
  expect(html).toContain("Dit werkt, nummer 399.");
  expect(html).toContain(`?lijst=stemmen-${block.slice(0, 8)}-1">Lees alle 13 bijdragen`);
  expect(html).not.toContain("ewist door wie het schreef");
});

test("each page of the appendix holds a hundred, all pages hold all, each list its own [RP21]", async () => {
  const { db } = database;
  const whole = (await findReportPage(db, await of())) ?? expect.fail();
  const all = allOf(whole.content);
  const read: number[] = [];
  for (let at = 1; at <= Math.ceil(all.length / perPage); at++) {
    const found = (await findAppendix(db, await of(), 1, { list: null, at })) ?? expect.fail();
    expect(Object.keys(found.page.quotes)).toHaveLength(found.shown.length);
    read.push(...found.shown.map(({ number }) => number));
  }
  expect(read).toEqual(all.map(({ number }) => number));
  expect(await findAppendix(db, await of(), 1, { list: null, at: 99 })).toBeNull();
  expect(await findAppendix(db, await of(), 1, { list: "onzin", at: 1 })).toBeNull();
  const voices = await findAppendix(db, await of(), 1, { list: `stemmen-${block.slice(0, 8)}-1`, at: 1 });
  expect(voices?.all).toBe(13);
  expect(voices?.list?.sentence).toBeDefined();
});

test("a number leads to where it stands, and a withdrawn word is gone from sentence and appendix [RP5, RP21]", async () => {
  const { db } = database;
  const place = (await findPlace(db, await of(), 1, 5399)) ?? expect.fail();
  const at = Number(/pagina=(\d+)#bijdrage-5399$/.exec(place)?.[1]);
  const shows = async () => (await findAppendix(db, await of(), 1, { list: null, at }))?.page.quotes ?? {};
  expect(JSON.stringify(await shows())).toContain("nummer 399.");
  expect(await findPlace(db, await of(), 1, 4999)).toBeNull();
  await db.update(contribution).set({ state: "withdrawn" }).where(eq(contribution.number, 5399));
  expect(JSON.stringify(await shows())).not.toContain("nummer 399.");
  const html = await drawnReport((await findReadPage(db, await of())) ?? expect.fail(), "nl", false);
  expect(html).not.toContain("nummer 399.");
  expect(html).toContain(`?lijst=stemmen-${block.slice(0, 8)}-1">Lees alle 12 bijdragen`);
  expect(firstFew).toBeLessThan(12);
});
