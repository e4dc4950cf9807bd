import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { makeMorning } from "../../../tests/morning.ts";
import { withdrawContribution } from "../../contribution/contributions.server.ts";
import { hideContribution } from "../../contribution/moderation.server.ts";
import { redact } from "../../contribution/redact.server.ts";
import { contribution, flag } from "../../contribution/tables.ts";
import { session } from "../../dialogue/tables.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { ContributionId, NamingId, PersonId, ThemeId } from "../../platform/ids.ts";
import { erasePerson } from "../../privacy/erase/erase.server.ts";
import { follow } from "../history/history.server.ts";
import { nameChoice, theme, themeEvent, themeNaming, themeWording } from "../tables.ts";
import type { ThemeDeed } from "../theme-deed.ts";
import { doThemes } from "../themes.server.ts";
import { adoptName, chooseName, moveNaming, openNaming, prepareNaming, proposeName } from "./naming.server.ts";
import { readNaming, themesToName } from "./naming-view.server.ts";

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: unknown) => (error instanceof Refused ? error.code : `${error}`),
  );

async function hall(size = 12) {
  const database = await freshDatabase();
  const { db } = database;
  const made = await makeMorning(db, size);
  const at = { dialogueId: made.dialogueId, sessionId: made.sessionId };
  const [lead, other] = [made.people[0], made.people[1]] as [PersonId, PersonId];
  const ids = ["Wonen", "Tijd"].map(() => crypto.randomUUID() as ThemeId) as [ThemeId, ThemeId];
  for (const [i, name] of ["Wonen", "Tijd"].entries())
    await doThemes(db, made.dialogueId, lead, { deed: "add", theme: ids[i] as ThemeId, name, description: "", needs: [] });
  await made.goTo("plenary");
  await db.update(session).set({ stepStartedAt: new Date(Date.now() - 60_000) });
  const writer = (n: number) => ({ ...at, personId: made.people[n] as PersonId });
  const open = (id = ids[0], who = lead) => openNaming(db, at, who, id, { phrases: ["vast gezicht"], central: [] });
  const now = (me: number | null = null) => readNaming(db, made.sessionId, me === null ? null : (made.people[me] as PersonId));
  const naming = async () => (await now())?.id as NamingId;
  const propose = async (n: number, text: string, id = crypto.randomUUID()) =>
    proposeName(db, writer(n), { id, naming: await naming(), text });
  const choose = async (n: number, option: string) => chooseName(db, writer(n), { naming: await naming(), option });
  const move = async (event: "let-choose" | "close" | "stop") => moveNaming(db, at, lead, await naming(), event);
  return {
    ...{ db, made, at, lead, other, ids, writer, open, now, naming, propose, choose, move },
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

test("proposed, chosen, closed, adopted: the theme has the name, and the history says where it came from", async () => {
  await using t = await hall();
  await t.open();
  await t.propose(2, "Dichtbij huis");
  await t.propose(3, "Een thuis");
  expect(await code(t.choose(2, "present"))).toBe("naming-over");
  await t.move("let-choose");
  expect(await code(t.propose(4, "Te laat"))).toBe("naming-over");
  const home = (await t.now())?.options.find(({ name }) => name === "Een thuis")?.key as ContributionId;
  for (const n of [2, 3, 4, 5, 6, 7]) await t.choose(n, home);
  for (const n of [8, 9, 10]) await t.choose(n, "phrase-0");
  await t.choose(8, "present");
  expect(await t.now(3)).toMatchObject({ chosen: home, told: null, people: 9 });
  await t.move("close");
  expect((await t.now())?.told).toEqual({
    status: "counts",
    counts: { present: null, "phrase-0": null, [home]: 6, [(await t.now())?.options[2]?.key ?? ""]: null },
  });
  expect(await code(t.choose(11, home))).toBe("naming-over");
  await adoptName(t.db, t.at, t.lead, await t.naming(), home);
  const [named] = await t.db.select().from(theme).where(eq(theme.id, t.ids[0]));
  expect(named?.name).toBe("Een thuis");
  expect((await follow(t.db, t.made.dialogueId)).done.at(-1)?.operation).toEqual({
    kind: "rename",
    theme: t.ids[0],
    before: expect.any(String),
    naming: await t.naming(),
  });
  const [kept] = await t.db.select().from(themeNaming);
  expect(kept).toMatchObject({ before: "Wonen", adopted: home, adoptedBy: t.lead });
  expect(await t.now()).toMatchObject({ state: "adopted", theme: { name: "Een thuis" }, before: "Wonen" });
  expect((await themesToName(t.db, t.at)).map(({ name, needs, named: done }) => [name, needs, done])).toEqual([
    ["Een thuis", 0, true],
    ["Tijd", 0, false],
  ]);
  await t.made.goTo("close");
  await t.db.update(session).set({ stepStartedAt: new Date(Date.now() + 60_000) });
  expect(await t.now()).toBeNull();
});

test("a name of the plenary can be put back, to the words from before; not once others renamed the theme again", async () => {
  await using t = await hall();
  const words = { description: "Waar mensen wonen", seeds: "huis" };
  const of = async () => (await t.db.select().from(theme).where(eq(theme.id, t.ids[0])))[0];
  const last = async () => (await follow(t.db, t.made.dialogueId)).done.at(-1);
  const deed = (deed: ThemeDeed) => doThemes(t.db, t.made.dialogueId, t.other, deed);
  const write = async (name: string) => deed({ deed: "write", theme: t.ids[0], name, ...words, seen: (await last())?.id ?? 0 });
  await write("Wonen en huis");
  const written = (await last())?.step ?? 0;
  await t.open();
  await t.move("let-choose");
  await t.move("close");
  await adoptName(t.db, t.at, t.lead, await t.naming(), "phrase-0");
  expect(await of()).toMatchObject({ name: "vast gezicht", ...words });
  const named = (await last())?.step ?? 0;
  expect(await deed({ deed: "undo", step: written })).toMatchObject({ status: "refused", code: "changed-since" });
  await write("Nog anders");
  expect(await deed({ deed: "undo", step: named })).toMatchObject({ status: "refused", code: "changed-since" });
  expect(await deed({ deed: "undo", step: (await last())?.step ?? 0 })).toMatchObject({ status: "done" });
  expect(await of()).toMatchObject({ name: "vast gezicht", ...words });
  expect(await deed({ deed: "undo", step: named })).toMatchObject({ status: "done" });
  expect(await of()).toMatchObject({ name: "Wonen en huis", ...words });
  expect(await deed({ deed: "undo", step: written })).toMatchObject({ status: "done" });
  expect(await of()).toMatchObject({ name: "Wonen", description: "", seeds: "" });
  expect(await t.now()).toMatchObject({ theme: { name: "Wonen" }, before: "Wonen en huis" });
  const [need] = await t.db
    .insert(contribution)
    .values({ ...t.writer(2), number: 90, kind: "need", text: "Een huis", shared: "all" })
    .returning({ id: contribution.id });
  await redact(t.db, t.at, t.lead, { kind: "contribution", id: need?.id as ContributionId }, { words: ["huis"], reason: "x" });
  expect((await t.db.select().from(themeWording)).map(({ name }) => name).join()).not.toContain("huis");
});

test("two facilitators at once: one naming, one name", async () => {
  await using t = await hall();
  const [one, two] = [code(t.open(t.ids[0], t.lead)), code(t.open(t.ids[1], t.other))];
  expect([await one, await two].sort()).toEqual(["done", "naming-open"]);
  expect(await Promise.all([code(t.open((await t.now())?.theme.id as ThemeId))])).toEqual(["done"]);
  expect(await t.db.$count(themeNaming)).toBe(1);
  await Promise.all([t.move("let-choose"), t.move("let-choose")]);
  await t.move("close");
  const id = await t.naming();
  const both = await Promise.all([
    code(adoptName(t.db, t.at, t.lead, id, "phrase-0")),
    code(adoptName(t.db, t.at, t.other, id, "present")),
    code(adoptName(t.db, t.at, t.lead, id, "phrase-0")),
  ]);
  expect(both.filter((one) => one === "named-already").length).toBeGreaterThanOrEqual(1);
  expect((await t.db.select().from(themeEvent).where(eq(themeEvent.kind, "rename"))).length).toBe(1);
  expect(await code(moveNaming(t.db, t.at, t.lead, id, "stop"))).toBe("naming-not-now");
});

test("limits, doubles, double clicks; what is hidden or withdrawn cannot be chosen, nor adopted", async () => {
  await using t = await hall();
  await t.open();
  const id = crypto.randomUUID();
  await Promise.all([t.propose(2, "Dichtbij", id), t.propose(2, "Dichtbij", id)].map(code));
  expect(await t.db.$count(contribution)).toBe(1);
  expect(await code(t.propose(3, "  DICHTBIJ "))).toBe("name-there");
  expect(await code(t.propose(3, "Vast Gezicht"))).toBe("name-there");
  await t.propose(2, "Nabij");
  expect(await code(t.propose(2, "Om de hoek"))).toBe("names-enough");
  await t.propose(3, "Bel 0612345678");
  expect(await t.db.$count(flag, eq(flag.why, "guard"))).toBe(1);
  const keyOf = async (name: string) => (await t.now())?.options.find((one) => one.name === name)?.key as ContributionId;
  await hideContribution(t.db, t.at, t.lead, await keyOf("Bel 0612345678"), "Een nummer.");
  await t.move("let-choose");
  const near = await keyOf("Nabij");
  for (const n of [4, 5, 6, 7, 8]) await t.choose(n, near);
  await withdrawContribution(t.db, t.writer(2), near);
  expect(await t.now(4)).toMatchObject({ chosen: null, people: null });
  expect(await code(t.choose(5, near))).toBe("choose-name");
  await t.move("close");
  expect((await t.now())?.told).toEqual({ status: "few" });
  expect(await code(adoptName(t.db, t.at, t.lead, await t.naming(), near))).toBe("choose-name");
  await t.move("stop");
  expect(await t.now()).toBeNull();
  expect((await t.db.select({ name: theme.name }).from(theme))[0]?.name).toBe("Wonen");
});

test("only in the plenary, of a theme that stands; words are redacted and people erased there too", async () => {
  await using t = await hall();
  await t.made.goTo("group");
  expect(await code(t.open())).toBe("naming-plenary");
  await t.made.goTo("plenary");
  expect(await code(t.open(crypto.randomUUID() as ThemeId))).toBe("theme-missing");
  await t.open();
  await t.propose(2, "Gezicht van Jansen");
  await t.move("let-choose");
  const key = (await t.now())?.options.at(-1)?.key as ContributionId;
  await t.choose(3, key);
  await redact(t.db, t.at, t.lead, { kind: "contribution", id: key }, { words: ["Jansen"], reason: "Een naam." });
  expect((await t.now())?.options.at(-1)?.name).not.toContain("Jansen");
  await erasePerson(t.db, t.made.people[3] as PersonId, "system");
  expect(await t.db.$count(nameChoice)).toBe(0);
  await erasePerson(t.db, t.made.people[2] as PersonId, "system");
  expect((await t.now())?.options.some((one) => one.key === key)).toBe(false);
});

test("the machine offers phrases and central texts of what everybody may read; without it the naming begins all the same", async () => {
  await using t = await hall();
  const silent = { name: () => Promise.reject(new Error("away")) };
  expect(await prepareNaming(t.db, silent, t.made.dialogueId, t.ids[0])).toEqual({ phrases: [], central: [] });
});
