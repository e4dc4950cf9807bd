import { eq, inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { fillInvented, type Invented } from "../../../tests/invented.ts";
import { contribution } from "../../contribution/tables.ts";
import { registration } from "../../dialogue/people/tables.ts";
import { dialogue, person } from "../../dialogue/tables.ts";
import { stages, type Told } from "../../disclosure/heard.ts";
import type { ContributionId, PersonId, StepId, ThemeId } from "../../platform/ids.ts";
import { seedAreas } from "../../prepare/areas/areas.server.ts";
import { choices, fits } from "../../session/outcomes/verdict-counts.ts";
import { attendance, stepAttendance } from "../../session/tables.ts";
import { doThemes } from "../../themes/themes.server.ts";
import { reportColumns } from "../document/row-columns.ts";
import { reportRows } from "../document/rows.ts";
import { reportBlock } from "../tables.ts";
import { findReportPage } from "./page.server.ts";
import { publishReport } from "./reports.server.ts";

let database: FreshDatabase;
let made: Invented;
let organiser: PersonId;
const theme = crypto.randomUUID() as ThemeId;

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  await seedAreas(db);
  made = await fillInvented(db);
  await db
    .update(registration)
    .set({ areaCode: "GM0599" })
    .where(inArray(registration.areaCode, ["GM0505", "GM0622"]));
  const [row] = await db.insert(person).values({ name: "Naomi" }).returning({ id: person.id });
  organiser = row?.id as PersonId;
  const needs = [...made.needIds.values()] as ContributionId[];
  const deed = { deed: "add" as const, theme, name: "Tijd", description: "", needs: needs.slice(0, 40) };
  await doThemes(db, made.dialogueId, organiser, deed);
  // Nine never came, and said nothing; of one step a third was gone.
  for (const personId of absent()) {
    await db.execute(sql`delete from ballot where person_id = ${personId}`);
    await db.execute(sql`delete from mark where person_id = ${personId}`);
    await db.execute(sql`delete from backing where person_id = ${personId}`);
    await db.update(contribution).set({ personId: null }).where(eq(contribution.personId, personId));
    await db.delete(attendance).where(eq(attendance.personId, personId));
  }
  const [first, second] = made.stepIds as readonly StepId[];
  for (const [at, personId] of people()
    .filter((id) => !absent().includes(id))
    .entries())
    for (const stepId of at % 3 === 0 ? [first] : [first, second])
      if (stepId) await db.insert(stepAttendance).values({ stepId, personId });
  const numbers = await db
    .select({ number: contribution.number })
    .from(contribution)
    .where(eq(contribution.kind, "need"))
    .limit(20);
  await db.insert(reportBlock).values({
    ...{ dialogueId: made.dialogueId, place: "begin", position: 1, version: 1 },
    text: `Mensen missen tijd. [${numbers.map(({ number }) => `#${number}`).join(" ")}]`,
  } as never);
});
afterAll(() => database?.[Symbol.asyncDispose]());

const people = () => [...made.personIds.values()] as PersonId[];
/** From all fields. */
const absent = () => people().filter((_, at) => at % 8 === 0);
const publish = (number: number) =>
  publishReport(database.db, made.dialogueId, { person: organiser }, { number, change: "Vijf mensen erbij." });
async function page(number: number) {
  const [of] = await database.db.select().from(dialogue).where(eq(dialogue.id, made.dialogueId));
  const found = await findReportPage(database.db, of as never, number);
  if (!found) throw new Error("no version");
  return found;
}
const one = async (query: ReturnType<typeof sql>): Promise<number> =>
  Number((await database.db.execute<{ n: string }>(sql`select count(*) as n from (${query}) as counted`)).rows[0]?.n);

/** Who took part and how far, as the tables say it themselves. */
const reached: Readonly<Record<(typeof stages)[number], ReturnType<typeof sql>>> = {
  invited: sql`select person_id from registration where source = 'invitation'`,
  signedUp: sql`select person_id from registration where state <> 'pending'`,
  admitted: sql`select person_id from registration where state = 'admitted'`,
  took: sql`select person_id from attendance union select person_id from contribution where person_id is not null union select person_id from ballot`,
  wrote: sql`select person_id from contribution where person_id is not null and state = 'visible' and (shared <> 'private' or brought_at is not null)`,
  chose: sql`select person_id from ballot`,
  quoted: sql`select c.person_id from contribution c, report_block b where c.kind = 'need' and b.text ~ ('#' || c.number || '\\M') and c.person_id is not null
    union select k.person_id from backing k join contribution c on c.id = k.contribution_id, report_block b where c.kind = 'need' and b.text ~ ('#' || c.number || '\\M')`,
};
const within = (stage: (typeof stages)[number], where: ReturnType<typeof sql>) =>
  one(
    sql`select distinct r.person_id from registration r where r.state = 'admitted' and r.person_id in (${reached[stage]}) and ${where}`,
  );

test("every number that a first version tells is what a recount of the tables gives [RP28]", async () => {
  await publish(1);
  const { content } = await page(1);
  const { table, heard, areas } = content.taken;
  let told = 0;
  const same = async (size: Told, recount: Promise<number>) => {
    const n = await recount;
    if (size.status !== "people") return;
    told += 1;
    expect(size.people).toBe(n);
    expect(n).toBeGreaterThanOrEqual(5);
  };
  await same(table.total as Told, one(sql`select distinct person_id from (${reached.took}) as took`));
  for (const { id, size } of table.fields) await same(size as Told, within("took", sql`r.field_id = ${id}`));
  for (const { id, size } of table.parties) await same(size as Told, within("took", sql`r.party_id = ${id}`));
  for (const { field, party, size } of table.cells)
    await same(size as Told, within("took", sql`r.field_id = ${field} and r.party_id = ${party}`));
  for (const [at, stage] of stages.entries()) {
    const of = (row: readonly Told[]) => row[at] ?? ({ status: "withheld" } as const);
    if (!heard) throw new Error("no stages");
    await same(of(heard.all), one(sql`select distinct person_id from (${reached[stage]}) as there`));
    for (const { id, told: row } of heard.fields) await same(of(row), within(stage, sql`r.field_id = ${id}`));
    for (const { id, told: row } of heard.parties) await same(of(row), within(stage, sql`r.party_id = ${id}`));
  }
  expect(told).toBeGreaterThan(15);
  expect(heard?.all[stages.indexOf("took")]).toEqual({ status: "people", people: 63 });
  expect(heard?.all[stages.indexOf("signedUp")]).toEqual({ status: "people", people: 72 });
  expect(heard?.all[stages.indexOf("quoted")]?.status).toBe("people");
  expect(heard?.steps.slice(0, 3).map(({ told: size }) => size)).toEqual([
    { status: "nearly" },
    { status: "people", people: 42 },
    { status: "withheld" },
  ]);
  const { towns = [] } = content.taken;
  for (const { name, people } of towns) {
    const codes = sql`select code from area where kind = 'municipality' and coalesce(everyday_name, name) = ${name}`;
    const inside = sql`select code from area where code in (${codes}) or parent_code in (${codes})`;
    expect(people).toBe(await within("took", sql`r.area_code in (${inside})`));
    expect(people).toBeGreaterThanOrEqual(5);
  }
  expect(towns.length).toBeGreaterThan(0);
  for (const { size } of areas) expect(size.status === "people" && size.people >= 5).toBe(true);

  const need = content.themes.find(({ id }) => id === theme);
  expect(need?.people).toBe(
    await one(sql`select person_id from contribution where id in ${need?.needs.map(({ id }) => id)} and person_id is not null
      union select person_id from backing where contribution_id in ${need?.needs.map(({ id }) => id)}`),
  );
  for (const { marks, needs } of content.priorities?.themes ?? []) {
    for (const { id, marks: n } of needs) expect(n).toBe(await one(sql`select * from mark where contribution_id = ${id}`));
    expect(marks).toBeGreaterThanOrEqual(5);
  }
  for (const { id, ballots, fits: asked } of content.insights) {
    if (ballots.total.status === "counts")
      for (const [at, choice] of choices.entries())
        expect(ballots.total.counts[at]).toBe(
          await one(sql`select * from ballot where insight_id = ${id} and choice = ${choice}`),
        );
    if (asked.total.status === "counts")
      for (const [at, fit] of fits.entries())
        expect(asked.total.counts[at]).toBe(await one(sql`select * from ballot where insight_id = ${id} and fit = ${fit}`));
  }
});

test("a next version beside the first tells no number that differs by one to four people; the data say the same [RP18, RP28]", async () => {
  const before = (await page(1)).content.taken;
  for (const personId of absent().slice(0, 5))
    await database.db.insert(attendance).values({ sessionId: made.sessionId, personId });
  await publish(2);
  const after = (await page(2)).content.taken;
  expect(after.table.total).toEqual({ status: "people", people: 68 });
  for (const side of ["fields", "parties"] as const)
    for (const [at, { size }] of after.table[side].entries()) {
      const former = before.table[side][at]?.size;
      if (size.status !== "people" || former?.status !== "people") continue;
      const moved = Math.abs(size.people - former.people);
      expect(moved === 0 || moved >= 5).toBe(true);
    }
  expect(after.table.fields.filter(({ size }) => size.status === "people").length).toBeGreaterThan(3);
  expect(after.rowsAt).toBeTruthy();
  expect(after.towns).toEqual(before.towns);
  expect(after.townsAt).toBeTruthy();
  const rows = reportRows(await page(2));
  const column = (name: (typeof reportColumns)[number]) => reportColumns.indexOf(name);
  const all = rows.filter((row) => row[column("onderdeel")] === "hoe ver" && row[column("uitsplitsing")] === "iedereen");
  expect(all.find((row) => row[column("antwoord")] === "aangemeld")?.[column("aantal")]).toBe(72);
  for (const row of rows.filter((row) => row[column("onderdeel")] === "hoe ver"))
    expect(row[column("aantal")] === null || Number(row[column("aantal")]) >= 5).toBe(true);
  expect(await database.db.select().from(registration).where(eq(registration.state, "admitted"))).toHaveLength(72);
});
