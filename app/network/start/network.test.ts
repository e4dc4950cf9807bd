import { expect, test } from "vitest";
import { mayWrite, messageLimits } from "../inbox/message.ts";
import { kilometres, municipalityOf, near } from "../people/distance.ts";
import { allOff, asSeen, isSeen, parts } from "../people/member.ts";
import { stemsOf, wantedOf } from "../people/stems.ts";

const card = {
  ...{ name: "Noor", does: "Wijkverpleegkundige", area: "Zwolle", offers: "Tijd", looksFor: "Rust" },
  ...{ fields: ["zorg"], languages: ["nl"] },
};

test("[NW2, NW3] nobody sees what nobody was given, and a circle sees no more than its own", () => {
  for (const viewer of ["members", "participants", "public"] as const) {
    expect(isSeen(allOff, viewer)).toBe(false);
    expect(Object.values(asSeen(card, allOff, viewer)).every((value) => value.length === 0)).toBe(true);
  }
  const shown = { ...allOff, name: "members", offers: "participants", fields: "public" } as const;
  expect(asSeen(card, shown, "members")).toMatchObject({ name: "Noor", offers: "Tijd", fields: ["zorg"], does: "" });
  expect(asSeen(card, shown, "participants")).toMatchObject({ name: "", offers: "Tijd", fields: ["zorg"] });
  expect(asSeen(card, shown, "public")).toMatchObject({ name: "", offers: "", fields: ["zorg"] });
  expect(Object.keys(allOff)).toEqual([...parts]);
});

test("[NW5] a word is found in another form and in a compound, whatever its capitals", () => {
  const split = (word: string) => (word === "schuldhulp" ? ["schuld", "hulp"] : []);
  expect(stemsOf("Schuldhulp voor Jongeren", { split })).toEqual(
    ["schuldhulp", "schuld", "hulp", "jonger"].slice(0, 3).concat(stemsOf("jongere", { split })),
  );
  expect(wantedOf("schulden", { split }).map(({ stem }) => stem)).toEqual(["schuld"]);
  expect(wantedOf("de het een 12", { split })).toEqual([]);
});

test("[NW6] how far municipalities lie apart", () => {
  const [amsterdam, utrecht, maastricht, groningen] = ["GM0363", "GM0344", "GM0935", "GM0014"];
  expect(kilometres(amsterdam, amsterdam)).toBe(0);
  expect(Math.abs((kilometres(amsterdam, utrecht) ?? 0) - 35)).toBeLessThan(6);
  expect(Math.abs((kilometres(maastricht, groningen) ?? 0) - 270)).toBeLessThan(20);
  expect(kilometres(amsterdam, "GM9999")).toBeNull();
  expect(near(amsterdam, 50)[0]).toBe(amsterdam);
  expect(near(amsterdam, 50)).toContain(utrecht);
  expect(near("GM9999", 50)).toEqual(["GM9999"]);
  expect(municipalityOf({ code: "WK050311", parentCode: "GM0503" })).toBe("GM0503");
  expect(municipalityOf({ code: "rotterdam-zuid", parentCode: "GM0599" })).toBe("GM0599");
  expect(municipalityOf({ code: "PV20", parentCode: null })).toBeNull();
  expect(municipalityOf({ code: "GM9998", parentCode: "PV24", former: ["GM9997", amsterdam] })).toBe(amsterdam);
  expect(municipalityOf({ code: "GM9998", parentCode: "PV24" })).toBe("GM9998");
});

test("[NW10] nobody floods the network, and nobody writes on without an answer", () => {
  const now = new Date("2027-01-10T12:00:00Z");
  const at = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const sent = (n: number, to: (i: number) => string) =>
    Array.from({ length: n }, (_, i) => ({ from: "a", to: to(i), at: at(i + 1) }));
  expect(mayWrite([], "a", "b", now)).toBeNull();
  expect(
    mayWrite(
      sent(messageLimits.inARow, () => "b"),
      "a",
      "b",
      now,
    ),
  ).toBe("wait");
  expect(mayWrite([...sent(3, () => "b"), { from: "b", to: "a", at: at(0) }], "a", "b", now)).toBeNull();
  const ten = sent(messageLimits.peopleADay, (i) => `p${i}`);
  expect(mayWrite(ten, "a", "new", now)).toBe("too-many-people");
  expect(mayWrite(ten, "a", "p1", now)).toBeNull();
  expect(
    mayWrite(
      sent(messageLimits.aDay, (i) => `p${i % 10}`),
      "a",
      "p1",
      now,
    ),
  ).toBe("too-many");
});
