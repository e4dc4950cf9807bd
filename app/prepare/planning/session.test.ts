import { describe, expect, test } from "vitest";
import {
  allows,
  lobbyOpensAt,
  moveSession,
  sessionDeeds,
  sessionEvents,
  sessionStates,
  sessionTransitions,
  sessionWaysOut,
} from "./session.ts";

const ways: Record<string, string> = {
  "planned open-registration": "registration-open",
  "planned open-lobby": "lobby",
  "planned cancel": "cancelled",
  "registration-open close-registration": "registration-closed",
  "registration-open open-lobby": "lobby",
  "registration-open cancel": "cancelled",
  "registration-closed open-registration": "registration-open",
  "registration-closed open-lobby": "lobby",
  "registration-closed cancel": "cancelled",
  "lobby start": "live",
  "lobby close-lobby": "registration-closed",
  "lobby cancel": "cancelled",
  "live end": "ended",
  "ended resume": "live",
};

describe("the states of a session", () => {
  for (const state of sessionStates)
    for (const event of sessionEvents) {
      const to = ways[`${state} ${event}`];
      test(`${event} in ${state} ${to ? `leads to ${to}` : "is refused"}`, () => {
        const moved = moveSession(state, event);
        if (to) expect(moved).toEqual({ ok: true, state: to });
        else expect(moved.ok).toBe(false);
        expect(sessionWaysOut(state).includes(event)).toBe(Boolean(to));
      });
    }

  test("a second start is known as done, a start before the lobby is not", () => {
    expect(moveSession("live", "start")).toEqual({ ok: false, code: "already-there" });
    expect(moveSession("planned", "start")).toEqual({ ok: false, code: "not-now" });
  });

  test("every state can be reached, a cancelled session stays so", () => {
    const reached = new Set<string>(["planned"]);
    for (let i = 0; i < sessionStates.length; i++) for (const t of sessionTransitions) if (reached.has(t.from)) reached.add(t.to);
    expect([...reached].sort()).toEqual([...sessionStates].sort());
    expect(sessionWaysOut("cancelled")).toEqual([]);
  });
});

describe("what a session lets happen", () => {
  const states = (deed: (typeof sessionDeeds)[number]) => sessionStates.filter((s) => allows(s)[deed]);

  test("each deed has the states in which it may be done", () => {
    const before = ["planned", "registration-open", "registration-closed"];
    expect(Object.fromEntries(sessionDeeds.map((d) => [d, states(d)]))).toEqual({
      editRunSheet: [...before, "lobby", "live"],
      changeDate: before,
      changeCapacity: [...before, "lobby", "live"],
      register: ["registration-open"],
      confirm: [...before, "lobby", "live"],
      invite: [...before, "lobby", "live"],
      admit: [...before, "lobby", "live"],
      signOff: [...before, "lobby", "live"],
      substitute: [...before, "lobby", "live"],
      remind: [...before, "lobby"],
      editCard: [...before, "lobby", "live", "ended"],
      enterLobby: ["lobby", "live"],
      enterRoom: ["live"],
      prepare: [...before, "lobby"],
      contribute: ["live"],
      addAfterwards: ["ended"],
      vote: ["live"],
      mark: ["live"],
      steer: ["live"],
      deal: ["lobby", "live"],
      moderate: ["lobby", "live", "ended"],
      withdrawContribution: ["live", "ended"],
    });
  });
});

test("the lobby opens half an hour ahead", () => {
  expect(lobbyOpensAt(new Date("2026-04-16T07:00:00Z"))).toEqual(new Date("2026-04-16T06:30:00Z"));
});
