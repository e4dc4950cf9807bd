import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { makeMorning } from "../../../tests/morning.ts";
import { postOf, secretIn } from "../../../tests/registrants.ts";
import { session } from "../../dialogue/tables.ts";
import type { InsightId, PersonId, PulseId } from "../../platform/ids.ts";
import { ballotBoxOf } from "../../session/check/ballots.server.ts";
import { ballot, insight } from "../../session/insights/tables.ts";
import { revealInsights } from "../../session/outcomes/reveal.server.ts";
import { readRounds } from "../../session/results/rounds.server.ts";
import { answerPulse, askPulse, findPulse, lastPulse, stopPulse } from "./pulse.server.ts";
import { pulse } from "./tables.ts";

const later = "2031-06-01";

test("a pulse asks each person once, by mail; answers are ballots beside those of before [NW22]", async () => {
  await using database = await freshDatabase();
  const { db, pool } = database;
  const morning = await makeMorning(db, 8);
  const who = morning.people[0] as PersonId;
  const ids: InsightId[] = [];
  for (const text of ["Een", "Twee", "Drie", "Vier"]) ids.push(await morning.addInsight(text));
  const [first] = ids as [InsightId];
  const values = morning.people.map((personId) => ({
    insightId: first,
    personId,
    choice: "disagree" as const,
    fit: "not" as const,
  }));
  await db.insert(ballot).values(values.map((one) => ({ ...one, sessionId: morning.sessionId })));
  await revealInsights(db, morning.dialogueId, who, first);
  await db.update(session).set({ state: "ended" }).where(eq(session.id, morning.sessionId));
  const at = { dialogueId: morning.dialogueId, by: who };
  const wish = { id: crypto.randomUUID() as PulseId, insights: ids.slice(0, 2), until: later };
  await expect(askPulse(db, at, { ...wish, insights: [] })).rejects.toMatchObject({ code: "none" });
  await expect(askPulse(db, at, { ...wish, insights: ids })).rejects.toMatchObject({ code: "too-many" });
  await expect(askPulse(db, at, { ...wish, until: "2020-01-01" })).rejects.toMatchObject({ code: "past" });
  await askPulse(db, at, wish);
  await askPulse(db, at, wish);
  await expect(askPulse(db, at, { ...wish, id: crypto.randomUUID() as PulseId })).rejects.toMatchObject({ code: "open" });
  const letters = (await postOf(db).deliver()).filter(({ kind }) => kind === "pulse.ask");
  expect(letters.map(({ to }) => to).sort()).toEqual(morning.people.map((_, n) => `deelnemer${n + 1}@morgen.example`).sort());
  expect(letters[0]?.text).toContain("Het zijn twee vragen, en u hoeft niet in te loggen.");
  const now = new Date();
  const tools = { db, box: ballotBoxOf(pool) };
  const last = await lastPulse(db, morning.dialogueId);
  const [repeat, fresh] = (last?.insights ?? []).map(({ id }) => id) as [InsightId, InsightId];
  expect(fresh).toBe(ids[1]);
  expect((await db.select().from(insight).where(eq(insight.id, repeat)))[0]?.repeatsId).toBe(first);
  for (const { text } of letters) {
    const answers = [{ insightId: repeat, choice: "agree" as const, fit: "fits" as const }];
    await answerPulse(tools, secretIn(text, "peiling"), answers, now);
    await answerPulse(tools, secretIn(text, "peiling"), answers, now);
  }
  // of another dialogue nothing is answered by this link
  const [way] = letters.map(({ text }) => secretIn(text, "peiling"));
  await answerPulse(tools, way as string, [{ insightId: ids[3] as InsightId, choice: "agree", fit: null }], now);
  expect(await db.$count(ballot)).toBe(16);
  const [one] = await db.select().from(ballot).where(eq(ballot.insightId, repeat));
  expect(one).toMatchObject({ sessionId: null, fit: "fits" });
  expect(one?.fieldId).not.toBeNull();
  await revealInsights(db, morning.dialogueId, who, repeat);
  const told = await readRounds(db, repeat, "participant");
  expect(told?.rounds.map((round) => [round.session, round.pulse])).toEqual([
    ["Eerste bijeenkomst", false],
    ["", true],
  ]);
  expect(told?.again).toMatchObject({ status: "told", people: 5, clear: "more" });
  expect((await findPulse(db, way as string, now))?.open).toBe(false);
});

test("a pulse that is closed, or whose last day is over, takes no answers; its letter is no longer sent", async () => {
  await using database = await freshDatabase();
  const { db, pool } = database;
  const morning = await makeMorning(db, 2);
  const at = { dialogueId: morning.dialogueId, by: morning.people[0] as PersonId };
  const id = await morning.addInsight("Een");
  await askPulse(db, at, { id: crypto.randomUUID() as PulseId, insights: [id], until: later });
  const [letter] = (await postOf(db).deliver()).filter(({ kind }) => kind === "pulse.ask");
  const token = secretIn(letter?.text ?? "", "peiling");
  const tools = { db, box: ballotBoxOf(pool) };
  const answers = [{ insightId: id, choice: "agree" as const, fit: null }];
  await expect(answerPulse(tools, token, answers, new Date("2031-06-02T00:00:00Z"))).rejects.toMatchObject({ code: "closed" });
  await answerPulse(tools, token, answers, new Date("2031-06-01T20:00:00Z"));
  await stopPulse(db, at);
  await expect(answerPulse(tools, token, answers, new Date())).rejects.toMatchObject({ code: "closed" });
  await expect(answerPulse(tools, "onbekend", answers, new Date())).rejects.toMatchObject({ code: "gone" });
  await askPulse(db, at, { id: crypto.randomUUID() as PulseId, insights: [id], until: later });
  await stopPulse(db, at);
  expect((await postOf(db).deliver()).filter(({ kind }) => kind === "pulse.ask")).toEqual([]);
  expect(await db.$count(pulse)).toBe(2);
});
