import { expect, test } from "vitest";
import { readOptions, stops } from "./options.ts";

test("without words the demo lives the whole morning ten times as fast", () => {
  expect(readOptions([])).toEqual({
    ok: true,
    options: { speed: 10, stayAt: "netwerk", port: null, people: 72, quiet: false },
  });
  expect(readOptions(["--speed", "600", "--stay-at", "lobby", "--port", "4000", "--people", "12", "--quiet"])).toEqual({
    ok: true,
    options: { speed: 600, stayAt: "lobby", port: 4000, people: 12, quiet: true },
  });
  expect(readOptions(["--stay-at", "pauze"])).toMatchObject({ options: { speed: 600 } });
  expect(readOptions(["--stay-at", "network"])).toMatchObject({ options: { stayAt: "netwerk", speed: 10 } });
  expect(readOptions(["--help"])).toEqual({ ok: true, options: "help" });
});

test("a word that is not there is answered with those that are", () => {
  const read = readOptions(["--stay-at", "koffie"]);
  expect(read.ok).toBe(false);
  for (const stop of stops) expect(!read.ok && read.line).toContain(stop);
});

test.each([["--speed", "0"], ["--speed", "snel"], ["--port", "x"], ["--port", "70000"], ["--people", "3"], ["--nee"], ["los"]])(
  "%s %s is refused in one line",
  (...words) => {
    const read = readOptions(words);
    expect(!read.ok && read.line.split("\n")).toHaveLength(1);
  },
);
