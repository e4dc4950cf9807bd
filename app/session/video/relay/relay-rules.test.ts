import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { random } from "../../../method/random.ts";
import type { GroupId, PersonId, SessionId, StepId } from "../../../platform/ids.ts";
import { interpretersFor, type Meeting, placeIn } from "../client/place.ts";
import { relaysSettings } from "../providers/settings.ts";
import { type Control, control, everything, lately } from "./relay-control.ts";
import { looksLarge, seatOthers, shownOf } from "./relay-seating.ts";
import { backOff } from "./relay-watch.ts";

// docs/media.md: the rules between brackets.

const both = { sound: true, picture: true };
const sender = (id: string, may = both) => ({ id, may });

describe("places of a connection", () => {
  test("who sits somewhere stays there; who comes takes the first free place", () => {
    const first = seatOthers([], [sender("a"), sender("b"), sender("c")]);
    expect(first.slice(0, 4)).toEqual(["a", "b", "c", null]);
    const second = seatOthers(first, [sender("c"), sender("b"), sender("d"), sender("e")]);
    expect(second.slice(0, 5)).toEqual(["d", "b", "c", "e", null]);
  });
  test("who may pass on nothing has no place, and there are eight", () => {
    const many = Array.from({ length: 12 }, (_, n) => sender(`p${n}`));
    expect(seatOthers([], many)).toEqual(["p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7"]);
    expect(seatOthers([], [sender("a", { sound: false, picture: false })])[0]).toBeNull();
  });
  test("pictures are large in a small room, and else where somebody looks", () => {
    expect(looksLarge({ pinned: null, always: [] }, "a", 3)).toBe(true);
    expect(looksLarge({ pinned: null, always: [] }, "a", 5)).toBe(false);
    expect(looksLarge({ pinned: "a", always: [] }, "a", 5)).toBe(true);
    expect(looksLarge({ pinned: "a", always: [] }, "b", 2)).toBe(false);
  });
});

describe("sound first [ME6]", () => {
  const line = { soundLoss: 0, pictureLoss: 0, estimate: 5_000_000, pictures: [300_000, 300_000, 300_000], sounds: 3, wanted: 3 };
  const lived = (steps: readonly Partial<typeof line>[], from: Control = everything) =>
    steps.reduce((state, change, n) => control(state, { ...line, ...change }, 10_000 + n * 500), from);
  test("loss alone holds no picture back", () => {
    const lossy = Array.from({ length: 20 }, () => ({ soundLoss: 0.05, pictureLoss: 0.05 }));
    expect(lived(lossy).shown).toBe(Number.POSITIVE_INFINITY);
    const worse = Array.from({ length: 20 }, () => ({ soundLoss: 0.2, pictureLoss: 0.2 }));
    expect(lived(worse).shown).toBe(Number.POSITIVE_INFINITY);
  });
  test("5 % at random, as reports of a second tell it, holds no picture back for an hour", () => {
    const chance = random(7);
    const report = (packets: number) => {
      let lost = 0;
      for (let n = 0; n < packets; n++) if (chance.next() < 0.05) lost += 1;
      return lost / packets;
    };
    let [state, soundLoss, pictureLoss, worst] = [everything, 0, 0, 0];
    for (let n = 0; n < 7_200; n++) {
      [soundLoss, pictureLoss] = [lately(soundLoss, report(50)), lately(pictureLoss, report(30))];
      worst = Math.max(worst, pictureLoss);
      // the receiver believes in little more than what comes
      state = control(state, { ...line, soundLoss, pictureLoss, estimate: 900_000 }, 10_000 + n * 500);
      expect(state.shown).toBe(Number.POSITIVE_INFINITY);
    }
    expect(worst).toBeGreaterThan(0.08);
  });
  test("a line that is full carries what fits, down to sound alone, and they come back one by one", () => {
    const full = lived([{ soundLoss: 0.3, estimate: 600_000 }]);
    expect(full.shown).toBe(1);
    const narrow = lived([{ soundLoss: 0.3, estimate: 200_000 }]);
    expect(narrow.shown).toBe(0);
    const calm = lived(
      Array.from({ length: 30 }, () => ({ pictures: [] })),
      { ...narrow, loweredAt: 9_000 },
    );
    expect(calm.shown).toBeGreaterThanOrEqual(1);
  });
});

describe("who meets whom [ME1, ME2]", () => {
  const [a, b, c, lead] = ["a", "b", "c", "lead"] as PersonId[] as [PersonId, PersonId, PersonId, PersonId];
  const meeting: Meeting = {
    sessionId: "s" as SessionId,
    state: "live",
    step: { id: "t" as StepId, setting: "group", kind: "group" },
    groups: [
      { id: "g1" as GroupId, members: [a, b] },
      { id: "g2" as GroupId, members: [c] },
    ],
    floor: null,
    muted: new Set(),
    removed: new Set(),
    interpreters: [],
  };
  const place = (who: PersonId, change: Partial<Meeting> = {}, as: "participant" | "team" = "participant") =>
    placeIn({ ...meeting, ...change }, { as, personId: who });
  const plenary = { id: "p" as StepId, setting: "plenary", kind: "talk" };

  test("at a table: those who sit there", () => {
    expect(place(a)?.room).toBe("s t g1");
    expect(place(b)?.room).toBe("s t g1");
    expect(place(c)?.room).toBe("s t g2");
    expect(place("nobody" as PersonId)).toBeNull();
    expect(place(lead, {}, "team")).toBeNull();
  });
  test("in the plenary who has the floor aloud, and who leads; the audience hears and sees only", () => {
    const floor = { personId: a, how: "aloud" };
    expect(place(a, { step: plenary, floor })?.may).toEqual(both);
    expect(place(b, { step: plenary, floor })?.may).toEqual({ sound: false, picture: false });
    expect(place(a, { step: plenary, floor: { personId: a, how: "text" } })?.may.sound).toBe(false);
    expect(place(lead, { step: plenary }, "team")?.may).toEqual(both);
  });
  test("nowhere alone, in a break, before and after the session, or when put out of it", () => {
    expect(place(a, { step: { ...plenary, setting: "alone" } })).toBeNull();
    expect(place(a, { step: { ...plenary, kind: "break" } })).toBeNull();
    expect(place(a, { state: "ended" })).toBeNull();
    expect(place(a, { state: "lobby" })).toBeNull();
    expect(place(a, { removed: new Set([a]) })).toBeNull();
  });
  test("who interprets is marked where they work; in the plenary all see them, and they lend their voice [ME18]", () => {
    const interpreters = [{ personId: b, works: [a] }];
    expect(place(a, { interpreters })?.interpreters).toEqual(interpreters);
    expect(place(c, { interpreters })?.interpreters).toEqual([]);
    // nobody whom they work for sits here
    expect(place(b, { interpreters: [{ personId: b, works: [c] }] })?.interpreters).toEqual([]);
    const hall = { step: plenary, interpreters };
    expect(place(c, hall)?.interpreters).toEqual(interpreters);
    expect(place(b, hall)?.may).toEqual({ sound: false, picture: true });
    expect(place(b, { ...hall, floor: { personId: c, how: "aloud" } })?.may).toEqual({ sound: false, picture: true });
    expect(place(b, { ...hall, floor: { personId: a, how: "aloud" } })?.may).toEqual(both);
    expect(place(b, { ...hall, muted: new Set([b]) })?.may.picture).toBe(false);
    expect(place(b, { ...hall, removed: new Set([b]) })).toBeNull();
    expect(place(a, { ...hall, removed: new Set([b]) })?.interpreters).toEqual([]);
    expect(interpretersFor(place(a, { interpreters }), a)).toEqual([{ id: b, forYou: true }]);
    expect(interpretersFor(place(b, { interpreters }), b)).toEqual([{ id: b, forYou: false }]);
  });
  test("whose right to speak was taken is neither heard nor seen", () => {
    expect(place(a, { muted: new Set([a]) })?.may).toEqual({ sound: false, picture: false });
    expect(place(a, { step: plenary, floor: { personId: a, how: "aloud" }, muted: new Set([a]) })?.may.sound).toBe(false);
  });
});

test("a relay that falls is begun again at once, then ever later [ME5]", () => {
  expect([1, 2, 3, 12].map(backOff)).toEqual([100, 200, 400, 10_000]);
});

test("how long something takes is told by no clock that somebody sets [ME5]", () => {
  const folder = path.resolve(import.meta.dirname, "..");
  const source = (name: string) => readFileSync(`${folder}/${name}`, "utf8");
  const files = ["captions/own-captions.client.ts", ...globSync("{client,providers,relay}/*.ts", { cwd: folder })];
  const wall = files.filter((name) => !name.endsWith(".test.ts") && source(name).includes("Date.now()"));
  // Numbers that rise from one start to the next, and what another program holds against its own clock.
  expect(wall.sort()).toEqual(
    ["livekit-api.server.ts", "livekit.server.ts", "media.server.ts"].map((name) => `providers/${name}`),
  );
});

test("relays listen where the installation does [ME9]", () => {
  const at = { host: "127.0.0.1", mediaPorts: null, mediaPublicAddress: null, iceServers: [] };
  expect(relaysSettings(at)).toEqual({ bindAddress: "127.0.0.1", publicAddress: null, ports: [], doors: [] });
  expect(relaysSettings({ ...at, host: "::1" }).bindAddress).toBe("::1");
  expect(relaysSettings({ ...at, host: "0.0.0.0" }).bindAddress).toBe("0.0.0.0");
  const open = relaysSettings({ ...at, mediaPublicAddress: "203.0.113.7", mediaPorts: { from: 40_000, to: 40_001 } });
  expect(open).toEqual({ bindAddress: "0.0.0.0", publicAddress: "203.0.113.7", ports: [40_000, 40_001], doors: [] });
  expect(relaysSettings({ ...at, mediaPublicAddress: "2001:db8::7" }).bindAddress).toBe("::");
});

test("only where a TURN server is reached over TCP there are doors, on the ports that follow [ME9]", () => {
  const doors = (urls: string[], mediaPorts: { from: number; to: number } | null) =>
    relaysSettings({ host: "127.0.0.1", mediaPublicAddress: null, mediaPorts, iceServers: [{ urls }] }).doors;
  expect(doors(["turn:t.example:3478"], { from: 40_000, to: 40_001 })).toEqual([]);
  expect(doors(["turn:t.example:3478?transport=tcp"], { from: 40_000, to: 40_001 })).toEqual([40_002, 40_003]);
  expect(doors(["turns:t.example:443"], { from: 65_535, to: 65_535 })).toEqual([0]);
  expect(doors(["turns:t.example:443"], null)).toEqual([0, 0]);
});

test("of a line that carries few pictures the one that is looked at large comes first [ME6]", () => {
  const wants = { pinned: "tolk", pictures: true, always: [] };
  expect([...shownOf(["noor", "sami", "tolk"], wants, 1)]).toEqual(["tolk"]);
  expect([...shownOf(["noor", "sami", "tolk"], wants, 2)]).toEqual(["tolk", "noor"]);
  expect([...shownOf(["noor", null, "sami"], { ...wants, pinned: null }, Number.POSITIVE_INFINITY)]).toEqual(["noor", "sami"]);
  expect(shownOf(["noor", "tolk"], { ...wants, pictures: false }, 5).size).toBe(0);
  expect(shownOf(["noor", "tolk"], wants, 0).size).toBe(0);
});

test("an interpreter is large in every room, and the last picture that a weak line loses [ME6, ME18]", () => {
  const wants = { pinned: "noor", pictures: true, always: ["tolk"] };
  expect(looksLarge(wants, "tolk", 8)).toBe(true);
  expect(looksLarge(wants, "noor", 8)).toBe(true);
  expect(looksLarge({ ...wants, pinned: null }, "tolk", 8)).toBe(true);
  expect(looksLarge({ ...wants, pinned: null }, "sami", 8)).toBe(false);
  expect([...shownOf(["sami", "noor", "tolk"], wants, 1)]).toEqual(["tolk"]);
  expect([...shownOf(["sami", "noor", "tolk"], wants, 2)]).toEqual(["tolk", "noor"]);
  // who is not here takes no place
  expect([...shownOf(["sami", "noor"], wants, 1)]).toEqual(["noor"]);
});
