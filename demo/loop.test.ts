import { expect, test } from "vitest";
import { isKeyframe } from "../app/session/video/relay/rtp.ts";
import { joinFrames, splitFrames } from "./frames.ts";
import { asksForWhole, faces, facesFor, newStream, picturePackets, readLoop, soundPacket, speaksAt } from "./loop.ts";

test("frames come back as they were joined", () => {
  const frames = [Buffer.from("a"), Buffer.alloc(3_000, 7), Buffer.alloc(0)];
  expect(splitFrames(joinFrames(frames))).toEqual(frames);
});

test("each face is four seconds of small pictures and sounds, and begins with a whole one", () => {
  for (let face = 0; face < faces; face++) {
    const { pictures, sounds } = readLoop(face);
    expect(pictures).toHaveLength(40);
    expect(sounds.length).toBeGreaterThanOrEqual(200);
    const [first, ...rest] = pictures.map((frame) => picturePackets(newStream(1, 96), frame, 0, 1)[0] as Buffer);
    expect(first && isKeyframe(first)).toBe(true);
    expect(rest.some(isKeyframe)).toBe(false);
    expect(pictures.reduce((sum, one) => sum + one.length, 0)).toBeLessThan(60_000);
  }
});

test("a picture is cut in packets that fit, in one row of numbers, the last of them marked", () => {
  const stream = newStream(5, 96);
  const packets = picturePackets(stream, Buffer.alloc(2_500, 3), 9_000, 300);
  expect(packets.map(({ length }) => length)).toEqual([1_116, 1_116, 316]);
  const numbers = packets.map((one) => one.readUInt16BE(2));
  expect(numbers[2]).toBe(((numbers[0] ?? 0) + 2) & 0xffff);
  expect(packets.map((one) => (one[1] ?? 0) >> 7)).toEqual([0, 0, 1]);
  expect(soundPacket(stream, Buffer.from("x"), 960).readUInt16BE(2)).toBe(((numbers[2] ?? 0) + 1) & 0xffff);
});

test("a request for a whole picture is heard among other words", () => {
  const report = Buffer.from([0x80, 201, 0, 1, 0, 0, 0, 1]);
  const wants = Buffer.from([0x81, 206, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2]);
  expect(asksForWhole(report)).toBe(false);
  expect(asksForWhole(Buffer.concat([report, wants]))).toBe(true);
});

test("in turn people speak, and mostly they listen", () => {
  for (let code = 0; code < 30; code++) {
    const turns = Array.from({ length: 200 }, (_, n) => speaksAt(code, n * 6));
    const share = turns.filter(Boolean).length / turns.length;
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.6);
  }
});

test("people of one table never have the same face, however the table changes; most keep theirs", () => {
  const people = Array.from({ length: 60 }, (_, n) => `0190${(n * 7919).toString(16)}-${n}`);
  let kept = 0;
  let all = 0;
  for (let at = 0; at + faces <= people.length; at++) {
    const table = people.slice(at, at + faces);
    const given = facesFor(table);
    expect(new Set(given.values()).size).toBe(faces);
    // whoever reckons, in whatever order they see the others
    expect([...facesFor(table.toReversed())].sort()).toEqual([...given].sort());
    const after = facesFor(table.slice(0, 6));
    for (const [id, face] of facesFor(table.slice(0, 5))) {
      all += 1;
      if (after.get(id) === face) kept += 1;
    }
  }
  expect(kept / all).toBeGreaterThan(0.7);
  expect(facesFor(people).size).toBe(people.length);
});
