import { expect, test } from "vitest";
import { stationNow, stationStates, stations, type ThreadFacts } from "./stations.ts";

const at = (dialogue: ThreadFacts["dialogue"], ...states: string[]) =>
  stationNow({ dialogue, sessions: states.map((state) => ({ state })) });

test("the thread is where the work is", () => {
  expect(at("draft", "planned")).toBe("call");
  expect(at("open", "registration-open")).toBe("registrations");
  expect(at("open", "registration-closed")).toBe("run-sheet");
  expect(at("open", "live")).toBe("session");
  expect(at("open", "ended")).toBe("themes");
  expect(at("open", "ended", "registration-open")).toBe("registrations");
  expect(at("harvest", "ended")).toBe("themes");
  expect(at("published", "ended")).toBe("feedback");
  expect(at("archived")).toBeNull();
});

test("what lies behind is done, what lies ahead is to come", () => {
  const states = stationStates({ dialogue: "open", sessions: [{ state: "lobby" }] }).map(({ state }) => state);
  expect(states).toEqual(["done", "done", "done", "done", "now", "to-come", "to-come", "to-come", "to-come", "to-come"]);
  expect(stationStates({ dialogue: "archived", sessions: [] })).toHaveLength(stations.length);
});
