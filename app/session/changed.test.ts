import { describe, expect, test } from "vitest";
import type { ContributionId, GroupId, PersonId } from "../ids.ts";
import { type Happened, isUrgent, type Lies, noChanges, note } from "./changed.ts";

const anna = "a" as PersonId;
const table = "g" as GroupId;
const need = "n" as ContributionId;
const deed = (what: string, seq = 7, subjectId = "n"): Happened => ({
  seq,
  what,
  actor: `person:${anna}`,
  subjectKind: "thing",
  subjectId,
});
const lies = (shared: Lies["shared"]) => new Map([[need, { groupId: table, shared, personId: anna } satisfies Lies]]);

describe("whose screens a deed touches", () => {
  test("a private note touches only its writer's screens and the counts of the team", () => {
    const changes = noChanges(1);
    note(changes, deed("contribution.add"), new Map([[need, { groupId: null, shared: "private", personId: anna }]]));
    expect(changes).toMatchObject({ all: 0, step: 0, groups: 0, team: 7 });
    expect([...changes.person]).toEqual([[anna, 7]]);
    expect(changes.group.size).toBe(0);
  });
  test("what lies on a table touches that table", () => {
    const changes = noChanges(1);
    note(changes, deed("contribution.add"), lies("group"));
    expect([[...changes.group], changes.all]).toEqual([[[table, 7]], 0]);
  });
  test("what is everybody's touches everybody", () => {
    const changes = noChanges(1);
    note(changes, deed("contribution.share"), lies("all"));
    expect(changes.all).toBe(7);
  });
  test("a ballot touches nobody's screen but the team's counts", () => {
    const changes = noChanges(1);
    note(changes, { ...deed("ballot.cast"), actor: "system" }, new Map());
    expect(changes).toMatchObject({ all: 0, step: 0, team: 7 });
  });
  test("a deed of an unknown kind touches everybody", () => {
    const changes = noChanges(1);
    note(changes, deed("zebra.run"), new Map());
    expect(changes.all).toBe(7);
  });
});

test("a step, help and an announcement do not wait for the tick", () => {
  expect(
    ["clock.next", "help.ask", "announcement.set", "contribution.add", "ballot.cast"].map((what) => isUrgent(deed(what))),
  ).toEqual([true, true, true, false, false]);
});
