import { expect, test } from "vitest";
import type { GroupId, PersonId, StepId } from "../../platform/ids.ts";
import { makeTalk, type TalkPart, type TalkPlace } from "./said.ts";

// docs/real-time-text.md: the rules between brackets.

const table = "table" as GroupId;
const [noor, sami] = ["noor", "sami"] as [PersonId, PersonId];
const step = "step" as StepId;
const line = (text: string | null, of: object = {}) => ({ place: table as TalkPlace, by: noor, stepId: step, text, ...of });
const part = (talk: ReturnType<typeof makeTalk>, place: TalkPlace = table, told = 0) =>
  JSON.parse(talk.part(place, told)) as TalkPart;
const all = () => true;

test("each line takes the place of the one before it, and one that says the same is no news [RT2]", () => {
  const talk = makeTalk();
  expect(talk.at(table)).toBe(0);
  expect(talk.hear(line("Een"), 0)).toBe(true);
  expect(talk.hear(line("Een"), 5_000)).toBe(false);
  expect(talk.hear(line("Een vast"), 0)).toBe(true);
  expect(talk.hear(line(null, { by: sami }), 0)).toBe(true);
  expect(talk.hear(line(null, { by: sami }), 0)).toBe(false);
  expect(part(talk)).toMatchObject({
    n: 3,
    writing: [
      { by: noor, text: "Een vast" },
      { by: sami, text: null },
    ],
  });
  expect(talk.hear(line(""), 0)).toBe(true);
  expect(talk.hear(line(""), 0)).toBe(false);
  expect(part(talk).writing).toEqual([{ by: sami, text: null }]);
});

test("a line that is said aloud is marked, and one that is typed after it is not [RT2]", () => {
  const talk = makeTalk();
  talk.hear(line("Ik hoor", { spoken: true }), 0);
  expect(part(talk).writing).toEqual([{ by: noor, text: "Ik hoor", spoken: true }]);
  talk.hear(line("Ik typ"), 0);
  expect(part(talk).writing).toEqual([{ by: noor, text: "Ik typ" }]);
});

test("a line of which nothing is heard is gone, and so is one of who left its place; the others stay [RT6]", () => {
  const talk = makeTalk();
  talk.hear(line("Een"), 1_000);
  talk.hear(line("Twee", { by: sami }), 9_000);
  expect(talk.prune(all, step, 500)).toBe(false);
  expect(talk.prune(all, step, 5_000)).toBe(true);
  expect(part(talk).writing).toEqual([{ by: sami, text: "Twee" }]);
  // told again in time it stays
  talk.hear(line("Twee", { by: sami }), 15_000);
  expect(talk.prune(all, step, 12_000)).toBe(false);
  expect(talk.prune((_place, by) => by !== sami, step, 0)).toBe(true);
  expect(part(talk).writing).toEqual([]);
});

test("finished lines of the plenary: the last few, told to who does not have them; a next step begins without [RT8]", () => {
  const talk = makeTalk();
  const say = (n: number) =>
    talk.hear(line("", { place: "plenary", finished: { id: `id-${n}`, personId: noor, by: "Noor", text: `regel ${n}` } }), 0);
  for (const n of [1, 2, 3, 4, 5]) say(n);
  const first = part(talk, "plenary");
  expect(first.said?.map(({ text }) => text)).toEqual(["regel 2", "regel 3", "regel 4", "regel 5"]);
  talk.hear(line("nog bezig", { place: "plenary" }), 0);
  expect(part(talk, "plenary", first.n)).not.toHaveProperty("said");
  expect(part(talk, "plenary", first.n - 1).said).toHaveLength(4);
  talk.unsay("id-4");
  expect(part(talk, "plenary", first.n).said?.map(({ id }) => id)).toEqual(["id-2", "id-3", "id-5"]);
  expect(talk.prune(all, "next" as StepId, 0)).toBe(true);
  expect(part(talk, "plenary", first.n).said).toEqual([]);
});

test("what is told at one table makes nothing new at another [RT2]", () => {
  const talk = makeTalk();
  const other = "other" as GroupId;
  talk.keep(other, 7);
  talk.hear(line("Een"), 0);
  expect(part(talk, other)).toEqual({ n: 1, place: other, writing: [], kept: 7 });
  talk.hear(line("Eentje"), 0);
  expect([talk.at(other), talk.at(table)]).toEqual([1, 3]);
});

test("signs of the hall are counted by person, stand for a while and end with the step; lines stay as they are [RT11]", () => {
  const talk = makeTalk();
  const sign = (by: PersonId, what: "applause" | "agree") =>
    ({ place: "plenary", by, stepId: step, text: null, sign: what }) as const;
  expect(part(talk, "plenary").signs).toBeUndefined();
  talk.hear(line("Een", { place: "plenary" }), 0);
  expect(talk.hear(sign(noor, "applause"), 1_000)).toBe(true);
  expect(talk.hear(sign(sami, "applause"), 1_000)).toBe(true);
  expect(talk.hear(sign(noor, "agree"), 3_000)).toBe(true);
  // pressed again it stays, and is no news
  expect(talk.hear(sign(noor, "applause"), 5_000)).toBe(false);
  expect(part(talk, "plenary")).toMatchObject({ signs: { applause: 2, agree: 1 }, writing: [{ by: noor, text: "Een" }] });
  expect(JSON.stringify(part(talk, "plenary").signs)).not.toContain(sami);
  expect(part(talk).signs).toBeUndefined();
  expect(talk.prune(all, step, -1, 2_000)).toBe(true);
  expect(part(talk, "plenary").signs).toEqual({ applause: 1, agree: 1 });
  expect(talk.prune(all, step, -1, 2_000)).toBe(false);
  expect(talk.prune(all, "next" as StepId, -1, 2_000)).toBe(true);
  expect(part(talk, "plenary").signs).toBeUndefined();
});
