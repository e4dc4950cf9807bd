import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/database.ts";
import { fillInvented, type Invented } from "../../tests/invented.ts";
import { person } from "../dialogue/tables.ts";
import { random } from "../method/random.ts";
import type { ContributionId, DialogueId, PersonId, ThemeId } from "../platform/ids.ts";
import { readState } from "./board/desk-state.server.ts";
import { layOut } from "./desk/desk-view.ts";
import { readDeed } from "./desk/theme-form.ts";
import { follow } from "./history/history.server.ts";
import type { ThemeDeed } from "./theme-deed.ts";
import { doThemes, type ThemeOutcome } from "./themes.server.ts";

let database: FreshDatabase;
let made: Invented;
let [naomi, bas] = ["", ""] as PersonId[];
let needs: ContributionId[];
const id = () => crypto.randomUUID() as ThemeId;

beforeAll(async () => {
  database = await freshDatabase();
  made = await fillInvented(database.db);
  const rows = await database.db
    .insert(person)
    .values([{ name: "Naomi" }, { name: "Bas" }])
    .returning({ id: person.id });
  [naomi, bas] = rows.map((row) => row.id) as [PersonId, PersonId];
  needs = [...made.needIds.values()];
});
afterAll(() => database?.[Symbol.asyncDispose]());

const by = (who: PersonId | undefined, deed: ThemeDeed): Promise<ThemeOutcome> =>
  doThemes(database.db, made.dialogueId, who as PersonId, deed);
const add = async (name: string, withNeeds: ContributionId[] = []): Promise<ThemeId> => {
  const theme = id();
  await by(naomi, { deed: "add", theme, name, description: "", needs: withNeeds });
  return theme;
};
const desk = async (theme: string | null = null, me = naomi, need: string | null = null) =>
  layOut(await readState(database.db, made.dialogueId as DialogueId, null), null).desk({
    need,
    theme,
    search: "",
    from: 0,
    count: 20,
    me: me as PersonId,
  });
const need = (at: number) => needs[at] as ContributionId;

describe("themes of an invented dialogue", () => {
  test("a theme is made once, also when the form is sent twice, and takes its first need along", async () => {
    const theme = id();
    const deed: ThemeDeed = { deed: "add", theme, name: "Tijd", description: "", needs: [need(0)] };
    expect(await Promise.all([by(naomi, deed), by(naomi, deed)])).toEqual(
      expect.arrayContaining([expect.objectContaining({ placed: 1 })]),
    );
    const { themes, placed, total, pile } = await desk();
    expect(themes).toHaveLength(1);
    expect([placed, pile.size, total]).toEqual([1, 319, 320]);
  });

  test("two analysts at once: the second hears who was first, and nothing is overwritten", async () => {
    const [a, b] = [await add("A"), await add("B")];
    await by(naomi, { deed: "put", needs: [need(5)], from: null, to: a });
    const second = await by(bas, { deed: "put", needs: [need(5), need(6)], from: null, to: b });
    expect(second).toEqual({ status: "done", placed: 1, elsewhere: [{ need: need(5), theme: a, by: "Naomi" }] });
    const alone = await by(bas, { deed: "put", needs: [need(5)], from: null, to: b });
    expect(alone).toMatchObject({ status: "refused", code: "stands-elsewhere" });
    expect((await desk(a)).open?.list.shown.map((one) => one.id)).toEqual([need(5)]);
  });

  test("two people who rename one theme: the later one sees the other's words", async () => {
    const theme = await add("Naam");
    const { last } = await desk();
    const write = (who: PersonId | undefined, name: string, seen: number) =>
      by(who, { deed: "write", theme, name, description: "", seen });
    expect(await write(naomi, "Naam van Naomi", last)).toMatchObject({ status: "done" });
    expect(await write(bas, "Naam van Bas", last)).toEqual({
      status: "written-meanwhile",
      by: "Naomi",
      name: "Naam van Naomi",
      description: "",
      seeds: "",
    });
    expect(await write(bas, "Naam van Bas", (await desk()).last)).toMatchObject({ status: "done" });
  });

  test("the people behind a theme are who wrote its needs and who recognised them, each once", async () => {
    const theme = await add("Mensen", [need(20), need(21), need(22)]);
    const counted = await database.db.execute<{ n: number }>(sql`
      select count(distinct person_id)::int as n from (
        select person_id from contribution where id in (${need(20)}, ${need(21)}, ${need(22)})
        union select person_id from backing where contribution_id in (${need(20)}, ${need(21)}, ${need(22)})) as behind`);
    expect((await desk()).themes.find((one) => one.id === theme)?.people).toBe(counted.rows[0]?.n);
  });

  test("what is withdrawn, hidden or private has no place on the desk, and comes back to where it stood", async () => {
    const theme = await add("Weg", [need(30), need(31)]);
    const before = await desk();
    await database.db.execute(sql`update contribution set state = 'hidden' where id = ${need(30)}`);
    await database.db.execute(sql`update contribution set shared = 'private' where id = ${need(40)}`);
    const during = await desk(theme);
    expect([during.total, during.open?.needs]).toEqual([before.total - 2, 1]);
    expect(await by(naomi, { deed: "put", needs: [need(30)], from: theme, to: id() })).toMatchObject({ code: "unknown-need" });
    expect(await by(naomi, { deed: "put", needs: [need(40)], from: null, to: theme })).toMatchObject({ code: "unknown-need" });
    await database.db.execute(sql`update contribution set state = 'visible' where id = ${need(30)}`);
    await database.db.execute(sql`update contribution set shared = 'all' where id = ${need(40)}`);
    expect((await desk(theme)).open?.needs).toBe(2);
  });

  test("merging and splitting can be put back, until somebody built on it", async () => {
    const [a, b] = [await add("Geld", [need(50), need(51)]), await add("Tijd en geld", [need(52)])];
    await by(naomi, { deed: "merge", from: a, into: b });
    expect((await desk(b)).open?.needs).toBe(3);
    const [merged] = (await desk()).decisions;
    expect(merged).toMatchObject({ kind: "merge", theme: "Tijd en geld", from: "Geld", canUndo: true });
    await by(naomi, { deed: "undo", step: merged?.step ?? 0 });
    const after = await desk(b);
    expect(after.open?.needs).toBe(1);
    const back = after.themes.find((one) => one.name === "Geld");
    expect(back?.needs).toBe(2);
    expect(await by(naomi, { deed: "undo", step: merged?.step ?? 0 })).toMatchObject({ code: "undone" });

    const split = id();
    await by(naomi, { deed: "split", from: back?.id as ThemeId, theme: split, name: "Los", description: "", needs: [need(51)] });
    const [parted] = (await desk()).decisions;
    await by(bas, { deed: "put", needs: [need(53)], from: null, to: split });
    expect(await by(naomi, { deed: "undo", step: parted?.step ?? 0 })).toMatchObject({ code: "changed-since" });
  });

  test("what was done with many at once is one decision, and goes back at once", async () => {
    const theme = await add("Veel");
    const many = needs.slice(60, 80);
    await by(naomi, { deed: "put", needs: many, from: null, to: theme });
    const [decision] = (await desk()).decisions;
    expect(decision).toMatchObject({ kind: "place", count: 20, mine: true, canUndo: true });
    await by(naomi, { deed: "undo", step: decision?.step ?? 0 });
    expect((await desk(theme)).open?.needs).toBe(0);
  });

  test("other words for one need go along with it, and it with them; one press puts all back", async () => {
    const [first, second, third] = [need(90), need(91), need(92)];
    await database.db.execute(sql`update contribution set same_as = ${first} where id in (${second}, ${third})`);
    const others = async (id: ContributionId) => (await desk(null, naomi, id)).pile.current?.wordings.map((one) => one.id);
    expect(await others(first)).toEqual([second, third]);
    expect(await others(third)).toEqual([first, second]);
    expect(await others(need(93))).toEqual([]);
    expect([second, third]).not.toContain((await desk(null, naomi, first)).pile.afterwards);
    const theme = await add("Woorden");
    const form = new FormData();
    form.set("one", `${first}:${theme}`);
    form.set("at", "");
    for (const id of [second, third]) form.append("alike", id);
    const read = readDeed(form);
    if (!read.ok || read.deed.deed === "place-sure") throw new Error("not read");
    await by(naomi, read.deed);
    const [decision] = (await desk()).decisions;
    expect(decision).toMatchObject({ kind: "place", count: 3 });
    await by(naomi, { deed: "undo", step: decision?.step ?? 0 });
    expect((await desk(theme)).open?.needs).toBe(0);
  });

  test("a need of another dialogue is unknown here", async () => {
    const other = await fillInvented(database.db, "ander").catch(() => null);
    const foreign = other ? ([...other.needIds.values()][0] as ContributionId) : (crypto.randomUUID() as ContributionId);
    const theme = await add("Vreemd");
    expect(await by(naomi, { deed: "put", needs: [foreign], from: null, to: theme })).toMatchObject({ code: "unknown-need" });
  });

  test("an archived dialogue keeps its themes as they are", async () => {
    await database.db.execute(sql`update dialogue set state = 'archived' where id = ${made.dialogueId}`);
    await expect(add("Te laat")).rejects.toMatchObject({ code: "not-now" });
    await database.db.execute(sql`update dialogue set state = 'harvest' where id = ${made.dialogueId}`);
  });
});

test("whatever is done, the counts add up, the tables say what the history says, and no words stand in it", async () => {
  const chance = random("themes on the table");
  const some = needs.slice(100, 130);
  for (let turn = 0; turn < 120; turn++) {
    const now = await desk();
    const themes = now.themes.map((one) => one.id);
    const pick = () => chance.pick(themes) ?? id();
    const replayed = (await follow(database.db, made.dialogueId)).state;
    const one = chance.pick(some) as ContributionId;
    const from = replayed.places.get(one) ?? null;
    const deeds: ThemeDeed[] = [
      { deed: "add", theme: id(), name: `Thema ${turn}`, description: "", needs: from === null ? [one] : [] },
      { deed: "put", needs: [one], from, to: pick() },
      { deed: "put", needs: [one, ...chance.shuffle(some).slice(0, 3)], from: null, to: pick() },
      ...(from ? ([{ deed: "take-out", needs: [one], from }] as const) : []),
      { deed: "merge", from: pick(), into: pick() },
      ...(from ? ([{ deed: "split", from, theme: id(), name: `Deel ${turn}`, description: "", needs: [one] }] as const) : []),
      { deed: "remove", theme: pick() },
      { deed: "undo", step: chance.pick(now.decisions)?.step ?? 0 },
    ] as ThemeDeed[];
    await by(chance.pick([naomi, bas]) as PersonId, chance.pick(deeds) as ThemeDeed);
    const after = await desk();
    expect(after.themes.reduce((sum, { needs }) => sum + needs, 0) + after.pile.size).toBe(after.total);
    expect(after.total).toBe(320);
  }
  const replayed = (await follow(database.db, made.dialogueId)).state;
  const rows = await database.db.execute<{ contribution_id: string; theme_id: string }>(sql`
    select p.contribution_id, p.theme_id from placement p join contribution c on c.id = p.contribution_id where c.dialogue_id = ${made.dialogueId}`);
  expect(new Map(rows.rows.map((row) => [row.contribution_id, row.theme_id]))).toEqual(new Map(replayed.places));
  const gone = await database.db.execute<{ id: string }>(
    sql`select id from theme where dialogue_id = ${made.dialogueId} and merged_into is null and removed_at is null`,
  );
  const visible = [...replayed.themes].filter(([, { status }]) => status === "visible").map(([theme]) => theme);
  expect(gone.rows.map((row) => row.id).sort()).toEqual([...visible].sort());
  const events = await database.db.execute<{ text: string }>(
    sql`select payload::text as text from theme_event where dialogue_id = ${made.dialogueId}`,
  );
  for (const { text } of events.rows) expect(text).not.toMatch(/Thema|Deel|Naam/);
  await expect(database.db.execute(sql`delete from theme_event`)).rejects.toThrow();
});
