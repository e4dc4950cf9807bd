import { describe, expect, test } from "vitest";
import type { ContributionId, GroupId, PersonId } from "../../platform/ids.ts";
import { type Around, type Happened, isUrgent, type Lies, noChanges, note } from "./changed.ts";

const anna = "a" as PersonId;
const bram = "b" as PersonId;
const table = "g" as GroupId;
const need = "n" as ContributionId;
const deed = (what: string, seq = 7, subjectId = "n"): Happened => ({
  seq,
  what,
  actor: `person:${anna}`,
  subjectKind: "thing",
  subjectId,
});
const around = (...lies: Lies[]): Around => ({
  lies: new Map(lies.map((one) => [need, one])),
  tables: (person) => (person === anna || person === bram ? [table] : []),
});
const lies = (shared: Lies["shared"]) => around({ groupId: table, kind: "need", shared, personId: anna });

describe("whose screens a deed touches", () => {
  test("a private note touches only its writer's screens and the counts of the team", () => {
    const changes = noChanges(1);
    note(changes, deed("contribution.add"), around({ groupId: null, kind: "need", shared: "private", personId: anna }));
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
  test("that somebody read or took along touches nobody's screen, also not the reader's", () => {
    for (const what of ["registration.read", "attendance.read", "log.export"]) {
      const changes = noChanges(1);
      note(changes, deed(what), around());
      expect(changes).toEqual(noChanges(1));
    }
  });
  test("what is said in text touches no page: it goes its own way, also when it is taken back [RT9]", () => {
    const said = around({ groupId: table, kind: "talk", shared: "group", personId: anna });
    for (const what of ["talk.add", "contribution.withdraw", "contribution.hide"]) {
      const changes = noChanges(1);
      note(changes, deed(what), said);
      expect([changes.all, changes.step, changes.groups, changes.group.size]).toEqual([0, 0, 0, 0]);
    }
    const changes = noChanges(1);
    note(changes, deed("talk.add"), said);
    expect(changes.person.size).toBe(0);
    expect(isUrgent(deed("talk.add"))).toBe(false);
  });
  test("the floor is told at once, and fetched by who asked and who leads only [LP11]", () => {
    expect(isUrgent(deed("floor.give"))).toBe(true);
    const changes = noChanges(1);
    note(changes, { ...deed("floor.give"), subjectKind: "person", subjectId: bram }, around());
    expect(changes).toMatchObject({ all: 0, step: 0, groups: 0, team: 7 });
    expect([...changes.person.keys()].sort()).toEqual([anna, bram]);
  });
  test("a ballot touches nobody's screen but the team's counts", () => {
    const changes = noChanges(1);
    note(changes, deed("ballot.cast"), around());
    expect(changes).toMatchObject({ all: 0, step: 0, team: 7 });
    expect(changes.person.size).toBe(0);
  });
  test("who comes late to a table touches that table and themselves, not the whole hall", () => {
    const changes = noChanges(1);
    note(changes, deed("seat.take"), around());
    expect(changes).toMatchObject({ all: 0, step: 0, groups: 0 });
    expect([[...changes.group], [...changes.person]]).toEqual([[[table, 7]], [[anna, 7]]]);
  });
  test("a measure touches whom it is about", () => {
    const changes = noChanges(1);
    note(changes, { ...deed("measure.muted"), subjectKind: "person", subjectId: bram }, around());
    expect(changes.person.get(bram)).toBe(7);
    expect(changes).toMatchObject({ all: 0, step: 0 });
  });
  test("help that is taken on or answered touches the table of who asked, not the whole hall", () => {
    for (const what of ["help.claim", "help.answer"]) {
      const changes = noChanges(1);
      note(changes, { ...deed(what), actor: `person:${bram}`, subjectKind: "person", subjectId: anna }, around());
      expect(changes).toMatchObject({ all: 0, step: 0, groups: 0, team: 7 });
      expect([...changes.group]).toEqual([[table, 7]]);
    }
  });
  test("a word to several tables touches the tables, and nothing that all see", () => {
    const changes = noChanges(1);
    note(changes, { ...deed("group.tell"), subjectKind: "session", subjectId: "s" }, around());
    expect(changes).toMatchObject({ all: 0, step: 0, groups: 7 });
  });
  test("a link that is sent touches nobody else", () => {
    const changes = noChanges(1);
    note(changes, deed("link.send"), around());
    expect(changes).toMatchObject({ all: 0, step: 0, groups: 0, team: 7 });
  });
  test("an insight touches the check, and what everybody sees; what was put to all is told at once", () => {
    const changes = noChanges(1);
    note(changes, deed("insight.accept"), around());
    expect(changes).toMatchObject({ check: 7, all: 7, step: 0 });
    expect(["insight.focus", "insight.reveal", "insight.accept"].map((what) => isUrgent(deed(what)))).toEqual([
      true,
      true,
      false,
    ]);
  });
  test("a deed of an unknown kind touches everybody", () => {
    const changes = noChanges(1);
    note(changes, deed("zebra.run"), around());
    expect(changes.all).toBe(7);
  });
});

test("a step, help and an announcement do not wait for the tick", () => {
  expect(
    ["clock.next", "help.ask", "announcement.set", "contribution.add", "ballot.cast"].map((what) => isUrgent(deed(what))),
  ).toEqual([true, true, true, false, false]);
});
