import { expect, test } from "vitest";
import { deedOf, rolesIn, tableOf } from "./who-may.ts";

const rules = {
  "/": { read: ["anyone"] },
  "/mee/:token": { read: ["anyone"], write: ["anyone"] },
  "/team/uitnodiging/:token": { read: ["anyone"], write: ["anyone"] },
  "/bijeenkomst/:session/typen": { read: [], write: ["observer", "participant"] },
  "/team/:dialogue/bijeenkomsten/nieuw": { read: ["organiser"], write: ["organiser"] },
  "/team/:dialogue/bijeenkomst/:session": { read: ["facilitator", "organiser"], write: ["organiser"] },
  "/team/:dialogue/scherm/:session": { read: ["observer"] },
  "/team/:dialogue/themas": { read: ["analyst"] },
  "socket:team": { read: ["organiser"] },
  "/beheer": { read: ["administrator"] },
} as const;

test("every address stands in the part where people meet it, once", () => {
  const where = Object.fromEntries(tableOf(rules).map(({ part, rows }) => [part, rows.map(({ pattern }) => pattern)]));
  expect(where).toEqual({
    public: ["/"],
    links: ["/mee/:token", "/team/uitnodiging/:token"],
    room: ["/bijeenkomst/:session/typen"],
    dialogue: ["/team/:dialogue/bijeenkomsten/nieuw"],
    hall: ["/team/:dialogue/bijeenkomst/:session", "/team/:dialogue/scherm/:session", "socket:team"],
    harvest: ["/team/:dialogue/themas"],
    installation: ["/beheer"],
  });
});

test("a part names who stands in it, in a steady order", () => {
  expect(tableOf(rules).find(({ part }) => part === "hall")?.roles).toEqual(["organiser", "facilitator", "observer"]);
  expect(rolesIn(rules)[0]).toBe("anyone");
});

test("reading, changing and both are told apart", () => {
  const row = { pattern: "/x", reads: ["organiser", "analyst"], writes: ["organiser", "observer"] } as const;
  expect((["organiser", "analyst", "observer", "anyone"] as const).map((role) => deedOf(row, role))).toEqual([
    "both",
    "read",
    "write",
    null,
  ]);
});

test("of one role only what it may", () => {
  expect(tableOf(rules, "observer").flatMap(({ rows }) => rows.map(({ pattern }) => pattern))).toEqual([
    "/bijeenkomst/:session/typen",
    "/team/:dialogue/scherm/:session",
  ]);
});
