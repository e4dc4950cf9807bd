import { expect, test } from "vitest";
import { contentsOf } from "./contents.ts";
import { makeLimit } from "./limit.ts";
import { mailOf, makePeople } from "./person.ts";

const site = { origin: "http://localhost:1", limit: makeLimit(1), signal: new AbortController().signal };

test("everybody brings the same each time, and every need of the files is somebody's", () => {
  const { people } = makePeople(site, 72);
  const contents = contentsOf(people, ["I01", "I02"]);
  const needs = [...contents.values()].flatMap(({ alone, group }) => [...alone, ...group]).filter(({ kind }) => kind === "need");
  expect(needs).toHaveLength(320);
  expect(new Set([...contents.values()].map(({ votes }) => votes.length))).toEqual(new Set([2]));
  expect([...contentsOf(people, ["I01", "I02"]).values()]).toEqual([...contents.values()]);
  for (const { typed } of needs) expect(typed.text?.length).toBeGreaterThan(3);
});

test("a word that is given belongs to its fit", () => {
  const { people } = makePeople(site, 72);
  for (const { votes } of contentsOf(people, ["I01", "I05", "I24"]).values())
    for (const { choice, fit } of votes) if (choice === "skip" || choice === "not-my-field") expect(fit).toBeNull();
});

test("two people never share an address", () => {
  expect(mailOf("Orhan Yıldıztekin")).toBe("orhan.yildiztekin@voorbeeld.example");
  const taken = new Set<string>();
  expect([mailOf("Jan Bos", taken), mailOf("Jan  Bos", taken)]).toEqual([
    "jan.bos@voorbeeld.example",
    "jan.bos.2@voorbeeld.example",
  ]);
  const { people, guest } = makePeople(site, 72);
  expect(new Set([...people, guest].map(({ mail }) => mail)).size).toBe(73);
});
