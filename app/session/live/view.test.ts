import { describe, expect, test } from "vitest";
import type { FloorId, GroupId, PersonId, SessionId, StepId } from "../../platform/ids.ts";
import { viewFor } from "./parts.ts";
import { changedTopics, type Snapshot } from "./view.ts";

const [anna, bram, cem, dina] = ["person-a", "person-b", "person-c", "person-d"] as unknown as PersonId[];
const person = (id: PersonId | undefined) => id as PersonId;
const group = (number: number, members: readonly (PersonId | undefined)[]) => ({
  id: `group-${number}` as GroupId,
  number,
  announcement: "",
  noteTakerId: person(members[0]),
  members: members as PersonId[],
});
const snapshot: Snapshot = {
  epoch: "e",
  seq: 9,
  now: 1000,
  session: {
    id: "s" as SessionId,
    state: "live",
    turn: 3,
    stepId: "step" as StepId,
    stepStartedAt: 0,
    stepEndsAt: 5000,
    pausedLeftMs: null,
    announcement: "Koffie",
    projector: { shows: "wall" },
    floor: null,
    captionerId: null,
  },
  present: new Set([person(anna), person(bram), person(cem)]),
  answers: 12,
  groups: [group(1, [anna, bram]), group(2, [cem, dina])],
  asked: new Set([person(cem)]),
  muted: new Set([person(bram)]),
  removed: new Set(),
  openHelp: 1,
  changes: {
    floor: 4,
    step: 5,
    all: 0,
    team: 9,
    check: 6,
    groups: 0,
    group: new Map([["group-2" as GroupId, 8]]),
    person: new Map([[person(cem), 7]]),
  },
};

describe("what a participant hears", () => {
  const mine = viewFor({ as: "participant", personId: person(anna) }, snapshot);
  test("their own table, and who is there", () => {
    expect(mine.group).toMatchObject({
      number: 1,
      announcement: "",
      noteTakerId: anna,
      members: [
        { personId: anna, present: true },
        { personId: bram, present: true },
      ],
    });
    expect(mine.present).toBe(3);
  });
  test("nobody of another table, and no measure that is about somebody else", () => {
    const said = JSON.stringify(mine);
    for (const other of [cem, dina, "group-2"]) expect(said).not.toContain(other);
    expect(mine.measure).toEqual({ asked: false, muted: false });
    expect(viewFor({ as: "participant", personId: person(bram) }, snapshot).measure).toEqual({ asked: false, muted: true });
  });
  test("nothing of the team's: no open help, no list of who is here, no screen", () => {
    expect(Object.keys(mine).sort()).toEqual(
      [
        ..."announcement answers audience epoch floor group measure now pausedLeftMs present seq state stepEndsAt stepId stepStartedAt turn versions".split(
          " ",
        ),
      ].sort(),
    );
    expect(mine.versions).toEqual({ step: 5, all: 4, check: 6, mine: 4, group: 4, team: 0 });
  });
  test("without a seat there is no table", () => {
    expect(viewFor({ as: "participant", personId: "laat" as PersonId }, snapshot).group).toBeNull();
  });
});

test("the screen in the hall and who listens hear of nobody: no person, no table, only how many", () => {
  const view = viewFor({ as: "projector" }, snapshot);
  const said = JSON.stringify(view);
  for (const one of [anna, bram, cem, dina, "group-1", "group-2", "openHelp", "here"]) expect(said).not.toContain(one);
  expect(view).toMatchObject({ present: 3, projector: { shows: "wall" }, versions: { group: 8 } });
});

test("the team hears who is here, by id", () => {
  expect(viewFor({ as: "team" }, snapshot)).toMatchObject({ here: [anna, bram, cem], openHelp: 1, versions: { team: 9 } });
});

test("no view holds a field in which a text of a participant or a choice could stand; of names only that of who has the floor [LP3]", () => {
  const known = new Set(
    "announcement answers audience epoch group measure now pausedLeftMs present seq state stepEndsAt stepId stepStartedAt turn versions here openHelp projector captionerId floor id number members noteTakerId personId asked muted step all check mine team shows insightId".split(
      " ",
    ),
  );
  const keys = (value: unknown): string[] =>
    value !== null && typeof value === "object"
      ? Object.entries(value).flatMap(([key, inner]) => [...(Array.isArray(value) ? [] : [key]), ...keys(inner)])
      : [];
  for (const viewer of [{ as: "participant", personId: person(cem) }, { as: "team" }, { as: "projector" }] as const)
    expect(keys(viewFor(viewer as { as: "team" }, snapshot)).filter((key) => !known.has(key))).toEqual([]);
  const { id, personId, since, endsAt } = { id: "f" as FloorId, personId: person(anna), since: 1, endsAt: 2 };
  const speaks = {
    ...snapshot,
    session: { ...snapshot.session, floor: { id, personId, since, endsAt, name: "Anna", how: "text" as const } },
  };
  for (const viewer of [{ as: "participant", personId: person(cem) }, { as: "team" }, { as: "projector" }] as const)
    expect(new Set(keys(viewFor(viewer as { as: "team" }, speaks)).filter((key) => !known.has(key)))).toEqual(
      new Set(["name", "how", "since", "endsAt"]),
    );
});

test("a screen fetches again only what it shows", () => {
  const loaded = { step: 5, mine: 5, group: 5, all: 5, check: 5, team: 5 };
  expect(changedTopics(["step", "group"], loaded, { ...loaded, group: 6, team: 9 })).toEqual(["group"]);
});
