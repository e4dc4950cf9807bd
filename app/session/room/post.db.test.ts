import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { type Morning, makeMorning } from "../../../tests/morning.ts";
import { card, contribution } from "../../contribution/tables.ts";
import { findPlace } from "../../dialogue/people/place.server.ts";
import { measure } from "../../dialogue/people/tables.ts";
import { session } from "../../dialogue/tables.ts";
import type { PersonId } from "../../platform/ids.ts";
import { consent } from "../../prepare/registration/tables.ts";
import { group } from "../group/tables.ts";
import { ballot, insight } from "../insights/tables.ts";
import { help } from "../tables.ts";
import type { DeedName } from "./deed.ts";
import { post } from "./post.server.ts";

/** Posts a form as this person, as they stand at that moment. @returns the code of a no, "kept" for a yes */
function writerOf({ db, pool }: FreshDatabase, morning: Morning, at = 0) {
  return async (name: DeedName, fields: Record<string, string | string[]> = {}, id?: string) => {
    const guest = { deviceId: "", personId: morning.people[at] as PersonId, confirmed: true };
    const place = await findPlace(db, { session: morning.sessionId }, { nonce: "", path: "", locale: "nl", team: null, guest });
    if (place === "missing") throw new Error("no place");
    const form = new FormData();
    for (const [key, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(key, one);
    const { answer, status } = await post({ db, pool }, name, { place, contribution: id, form });
    return answer.status === "kept" ? "kept" : `${answer.code} ${answer.field ?? "-"} ${status}`;
  };
}
const newId = () => crypto.randomUUID();

test("a ballot: from the first step that asks for it, until the end; with a choice, and its condition in the same form", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  const insightId = await morning.addInsight();
  const send = writerOf(database, morning);
  const vote = { insight: insightId, choice: "agree", fit: "conditions" };
  await morning.goTo("group");
  expect(await send("ballot", vote)).toBe("step-ahead - 409");
  const step = await morning.goTo("practice-check");
  expect(await send("ballot", { insight: insightId })).toBe("choose choice 422");
  expect(await send("ballot", { ...vote, insight: "x" })).toBe("unknown insight 422");
  expect(await send("ballot", { ...vote, insight: newId() })).toBe("closed - 409");
  expect(await send("ballot", { ...vote, id: newId(), step, condition: "Als er vervanging is.", example: "telt nu niet" })).toBe(
    "kept",
  );
  expect(await db.select().from(contribution)).toMatchObject([
    { kind: "condition", text: "Als er vervanging is.", insightId, shared: "all" },
  ]);

  const [said] = await db.select().from(contribution);
  const other = writerOf(database, morning, 1);
  expect(await other("ballot", { ...vote, herken: [said?.id ?? "", "geen id"], condition: "" })).toBe("kept");
  expect(await other("ballot", { ...vote, herken: [said?.id ?? ""], condition: "a".repeat(401), id: newId(), step })).toBe(
    "too-long text 422",
  );
  await morning.goTo("plenary");
  expect(await send("ballot", { ...vote, choice: "skip" })).toBe("kept");
  await db.update(session).set({ state: "ended" });
  expect(await send("ballot", vote)).toBe("ended - 409");
  expect((await db.select().from(ballot)).map(({ choice, fit }) => `${choice} ${fit}`).sort()).toEqual([
    "agree conditions",
    "skip null",
  ]);
});

test("a removed person is told so, for every form, and nothing is kept", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  const [table] = await morning.seat("group", [[0, 1]]);
  const insightId = await morning.addInsight();
  const step = await morning.goTo("group");
  await db.insert(measure).values({
    sessionId: morning.sessionId,
    personId: morning.people[0] as PersonId,
    kind: "removed",
    reason: "-",
    byId: morning.people[5] as PersonId,
  });
  const send = writerOf(database, morning);
  const answers = [
    await send("contribute", { id: newId(), kind: "need", text: "Nodig", step }),
    await send("ballot", { insight: insightId, choice: "agree" }),
    await send("propose", { id: newId(), text: "Mijn inzicht" }),
    await send("card", { does: "iets" }),
    await send("agree"),
    await send("help", { text: "hallo" }),
    await send("take-notes", { group: table ?? "" }),
  ];
  expect(new Set(answers)).toEqual(new Set(["removed - 403"]));
  expect(await db.$count(contribution)).toBe(0);
  expect(await db.$count(help)).toBe(0);
});

test("what is read is logged once for its words; a card is held to its limit per field", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  const send = writerOf(database, morning);
  await Promise.all([send("agree"), send("agree"), send("agree")]);
  await send("agree");
  const logged = await db.select().from(consent);
  expect(logged[0]).toMatchObject({ purpose: "session-notice", given: true, personId: morning.people[0] });
  expect(logged).toHaveLength(1);
  expect(await send("card", { does: "Wijkwerk", looksFor: "a".repeat(201) })).toBe("too-long looksFor 422");
  expect(await send("card", { does: "Wijkwerk", looksFor: "Een maatje" })).toBe("kept");
  expect(await send("card", { does: "Ander werk" })).toBe("kept");
  expect(await db.select().from(card)).toMatchObject([{ does: "Ander werk", looksFor: "" }]);
  await db.update(session).set({ state: "cancelled" });
  expect(await send("card", { does: "Te laat" })).toBe("ended - 409");
});

test("help: asked twice it is one, taken back it is closed, with where the person sits", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  const [table] = await morning.seat("group", [[0, 1]]);
  await morning.goTo("group");
  const send = writerOf(database, morning);
  expect(await send("help", { text: "a".repeat(301) })).toBe("too-long - 422");
  await send("help", { text: "Het is stil" });
  await send("help", { text: "Nog steeds stil" });
  expect(await db.select().from(help)).toMatchObject([{ reason: "Nog steeds stil", groupId: table, answeredAt: null }]);
  await send("help", { done: "1" });
  expect((await db.select().from(help))[0]?.answeredAt).not.toBeNull();
});

test("taking notes: somebody of the group, and no other group's", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  const [own, other] = await morning.seat("group", [[0, 1], [2]]);
  await morning.goTo("group");
  const send = writerOf(database, morning);
  expect(await send("take-notes", { group: other ?? "" })).toBe("not-yours - 404");
  expect(await send("take-notes", { group: "x" })).toBe("not-yours - 404");
  expect(await send("take-notes", { group: own ?? "" })).toBe("kept");
  expect(await writerOf(database, morning, 1)("take-notes", { group: own ?? "" })).toBe("kept");
  expect(
    (
      await db
        .select()
        .from(group)
        .where(eq(group.id, own as never))
    )[0]?.noteTakerId,
  ).toBe(morning.people[1]);
});

test("an insight of one's own: three a person, each once, and muted none", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  await morning.goTo("practice-check");
  const send = writerOf(database, morning);
  const id = newId();
  expect(await send("propose", { id, text: " " })).toBe("required text 422");
  expect(await send("propose", { id, text: "a".repeat(301) })).toBe("too-long text 422");
  await send("propose", { id, text: "Een" });
  await send("propose", { id, text: "Een" });
  // The page came back with the back button, and other words were typed in it.
  await send("propose", { id, text: "Twee" });
  await send("propose", { id: newId(), text: "Drie" });
  expect(await send("propose", { id: newId(), text: "Vier" })).toBe("too-many - 409");
  const made = await db.select().from(insight).orderBy(insight.number);
  expect(made.map(({ text, state }) => `${text} ${state}`)).toEqual(["Een proposed", "Twee proposed", "Drie proposed"]);
  await db.insert(measure).values({
    sessionId: morning.sessionId,
    personId: morning.people[1] as PersonId,
    kind: "muted",
    reason: "-",
    byId: morning.people[5] as PersonId,
  });
  expect(await writerOf(database, morning, 1)("propose", { id: newId(), text: "Stil" })).toBe("muted - 403");
});

test("ids that are none, and things of others, are not there", async () => {
  await using database = await freshDatabase();
  const morning = await makeMorning(database.db);
  const step = await morning.goTo("alone");
  const own = newId();
  await writerOf(database, morning, 1)("contribute", { id: own, kind: "need", text: "Van een ander", step });
  const send = writerOf(database, morning);
  for (const name of ["edit", "withdraw", "share", "back"] as const) {
    expect(await send(name, { text: "x", with: "all", stands: "1" }, "1; drop table")).toBe("not-yours - 404");
    expect(await send(name, { text: "x", with: "all", stands: "1" }, newId())).toBe("not-yours - 404");
    expect(await send(name, { text: "x", with: "all", stands: "1" }, own)).toBe("not-yours - 404");
  }
  expect(await send("contribute", { id: newId(), kind: "poem", text: "x", step })).toBe("unknown kind 422");
});

test("the guard: warned before anything is kept, posted when its writer says so, and a bsn never", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  const step = await morning.goTo("alone");
  const send = writerOf(database, morning);
  const text = "Bel haar zoon op 06-00123456.";
  const need = { id: newId(), kind: "need", step, text };
  expect(await send("contribute", need)).toBe("personal text 422");
  expect(await send("contribute", { ...need, toch: "0600123457" })).toBe("personal text 422");
  expect(await db.$count(contribution)).toBe(0);
  expect(await send("contribute", { ...need, text: `${text} En 06-00123457.`, toch: "06-00123456" })).toBe("personal text 422");
  expect(await send("contribute", { ...need, toch: "06-00123456" })).toBe("kept");
  const bsn = { ...need, id: newId(), text: "Zijn bsn is 999990007.", toch: "999990007" };
  expect(await send("contribute", bsn)).toBe("bsn text 422");
  expect(await send("contribute", { ...need, id: newId(), text: "Iets", situation: "op Kerkpad 3." })).toBe(
    "personal situation 422",
  );
  expect(await db.$count(contribution)).toBe(1);

  const [kept] = await db.select().from(contribution);
  expect(await send("edit", { text: "Bel 0600123458" }, kept?.id)).toBe("personal text 422");
  expect(await send("card", { does: "wijkwerk", place: "Kerkpad 3" })).toBe("personal place 422");
  expect(await send("help", { text: "Iemand noemt 999990007" })).toBe("bsn text 422");
  await morning.goTo("practice-check");
  expect(await send("propose", { id: newId(), text: "Mail altijd a@b.example" })).toBe("personal text 422");
  const insightId = await morning.addInsight();
  const ballotWith = { insight: insightId, choice: "disagree", fit: "not", id: newId(), step };
  expect(await send("ballot", { ...ballotWith, example: "Ging mis bij NL30DEMO9876543210" })).toBe("personal example 422");
  expect(await send("flag", { why: "other", text: "Noemt 06-00123456" }, kept?.id)).toBe("personal text 422");
  for (const table of [insight, help, card, ballot]) expect(await db.$count(table)).toBe(table === insight ? 1 : 0);
});
