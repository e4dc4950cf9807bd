import { describe, expect, test } from "vitest";
import {
  dialogueDeeds,
  dialogueEvents,
  dialogueStates,
  dialogueTransitions,
  dialogueWaysOut,
  mayDialogue,
  moveDialogue,
} from "./dialogue.ts";

const ways: Record<string, string> = {
  "draft open": "open",
  "open start-harvest": "harvest",
  "open archive": "archived",
  "harvest publish": "published",
  "harvest reopen": "open",
  "harvest archive": "archived",
  "published reopen": "open",
  "published archive": "archived",
  "archived restore": "harvest",
};

describe("the states of a dialogue", () => {
  for (const state of dialogueStates)
    for (const event of dialogueEvents) {
      const to = ways[`${state} ${event}`];
      test(`${event} in ${state} ${to ? `leads to ${to}` : "is refused"}`, () => {
        const moved = moveDialogue(state, event);
        if (to) expect(moved).toEqual({ ok: true, state: to });
        else expect(moved.ok).toBe(false);
        expect(dialogueWaysOut(state).includes(event)).toBe(Boolean(to));
      });
    }

  test("doing it twice is told apart from what cannot be", () => {
    expect(moveDialogue("open", "open")).toEqual({ ok: false, code: "already-there" });
    expect(moveDialogue("draft", "publish")).toEqual({ ok: false, code: "not-now" });
  });

  test("every state can be reached from a draft, and each pair of state and event has one way", () => {
    const reached = new Set<string>(["draft"]);
    for (let i = 0; i < dialogueStates.length; i++)
      for (const t of dialogueTransitions) if (reached.has(t.from)) reached.add(t.to);
    expect([...reached].sort()).toEqual([...dialogueStates].sort());
    expect(new Set(dialogueTransitions.map((t) => `${t.from} ${t.event}`)).size).toBe(dialogueTransitions.length);
  });
});

describe("what a dialogue lets happen", () => {
  test("in each state", () => {
    const table = Object.fromEntries(dialogueStates.map((s) => [s, dialogueDeeds.filter((d) => mayDialogue(s, d))]));
    expect(table).toEqual({
      draft: ["editCall", "editLists", "editInsights", "inviteTeam", "planSession", "copy", "export", "eraseMe"],
      open: dialogueDeeds.filter((d) => d !== "publishReport"),
      harvest: [
        "editCall",
        "inviteTeam",
        "showCall",
        "addAfterwards",
        "groupThemes",
        "draftReport",
        "publishReport",
        "planProgramme",
        "network",
        "mailParticipants",
        "copy",
        "export",
        "eraseMe",
      ],
      published: [
        "editCall",
        "inviteTeam",
        "showCall",
        "groupThemes",
        "draftReport",
        "publishReport",
        "planProgramme",
        "network",
        "mailParticipants",
        "copy",
        "export",
        "eraseMe",
      ],
      archived: ["copy", "export", "eraseMe"],
    });
  });

  test("a person may always export and erase", () => {
    for (const state of dialogueStates) expect(mayDialogue(state, "eraseMe") && mayDialogue(state, "export")).toBe(true);
  });
});
