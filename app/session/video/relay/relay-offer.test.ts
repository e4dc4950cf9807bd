import { expect, test } from "vitest";
import { answerIn, engineMid, type Line, offerIn } from "./relay-offer.ts";

// docs/media.md: the rules between brackets.

const print = Array.from({ length: 32 }, () => "AB").join(":");
const engine = [
  "v=0",
  "o=rtc 1 0 IN IP4 10.0.0.4",
  `a=fingerprint:sha-256 ${print}`,
  "m=video 40000 UDP/TLS/RTP/SAVPF 96",
  "c=IN IP4 10.0.0.4",
  "a=mid:all",
  "a=ice-ufrag:abCD",
  "a=ice-pwd:0123456789abcdefghijkl",
  "a=candidate:1 1 UDP 5 10.0.0.4 40000 typ host",
  "a=candidate:2 1 UDP 4 10.1.0.4 40000 typ host",
  "a=end-of-candidates",
  "",
].join("\r\n");
const lines: readonly Line[] = [
  { mid: "a", kind: "sound" },
  { mid: "v", kind: "picture" },
  { mid: "A0", kind: "sound", ssrc: 1_001 },
  { mid: "V0", kind: "picture", ssrc: 1_002 },
];

test("what is offered holds no address; where the relay is reached is told apart [ME3]", () => {
  const { bare, ...told } = offerIn(engine, lines, null);
  expect(bare).not.toMatch(/10\.|candidate/);
  expect(told).toMatchObject({ name: "abCD", password: "0123456789abcdefghijkl", port: 40_000 });
  expect(told.candidates).toHaveLength(2);
  expect(offerIn(engine, lines, "203.0.113.7").candidates.join()).not.toContain("10.");
  expect(offerIn(engine, lines, "2001:db8::7").candidates[0]).toBe("candidate:1 1 UDP 5 2001:db8::7 40000 typ host");
});

test("the engine knows one line; a browser is offered one for each track", () => {
  const { bare } = offerIn(engine, lines, null);
  expect(bare).toContain("a=group:BUNDLE a v A0 V0\r\n");
  const sections = bare.split(/^m=/m).slice(1);
  expect(sections.map((one) => one.split(" ", 1)[0])).toEqual(["audio", "video", "audio", "video"]);
  for (const one of sections) expect(one).toContain("a=ice-pwd:0123456789abcdefghijkl\r\n");
  expect(sections.map((one) => /a=(recvonly|sendonly)/.exec(one)?.[1])).toEqual(["recvonly", "recvonly", "sendonly", "sendonly"]);
  expect(sections[3]).toContain("a=ssrc:1002 cname:s0");
});

const answer = (more: readonly string[] = []) =>
  [
    "v=0",
    "o=- 5 2 IN IP4 192.168.1.5",
    `a=fingerprint:sha-256 ${print}`,
    "m=audio 9 UDP/TLS/RTP/SAVPF 111",
    "a=mid:a",
    "a=ice-ufrag:x+/1",
    "a=ice-pwd:abcdefghijklmnopqrstuvwx",
    "a=setup:active",
    "a=ssrc:77 cname:someone",
    "a=ssrc:77 msid:- track",
    "m=video 9 UDP/TLS/RTP/SAVPF 96",
    "a=mid:v",
    "a=ssrc:78 cname:someone",
    "m=audio 9 UDP/TLS/RTP/SAVPF 111",
    "a=mid:A0",
    "a=ssrc:79 cname:someone",
    ...more,
    "",
  ].join("\r\n");

test("of an answer the engine hears only what it needs, and nothing of an address [ME3, ME8]", () => {
  const read = answerIn(answer(["a=candidate:1 1 UDP 1 192.168.1.5 9 typ host", "a=oddity:\u0000"]), ["a", "v", "w"]);
  expect([...(read?.numbers ?? [])]).toEqual([
    [77, "a"],
    [78, "v"],
  ]);
  expect(read?.engine).toContain(`a=mid:${engineMid}\r\n`);
  expect(read?.engine).toContain("a=ice-ufrag:x+/1\r\n");
  expect(read?.engine).not.toMatch(/192\.168|candidate|oddity|someone/);
});

test("what is no answer is none; a number belongs to one line, and of one line a few [ME8]", () => {
  for (const wrong of [
    "",
    "v=0\r\n",
    engine,
    answer().replace("a=setup:active", "a=setup:actpass"),
    answer().replace(/a=ice-pwd.*/, "a=ice-pwd:short"),
  ])
    expect(answerIn(wrong, ["a", "v", "w"])).toBeNull();
  const greedy = answer(Array.from({ length: 500 }, (_, n) => `a=ssrc:${n} cname:x`)).replace("a=mid:A0", "a=mid:w");
  expect(answerIn(greedy, ["a", "v", "w"])?.numbers.size).toBe(6);
  const twice = answer().replace("a=ssrc:78", "a=ssrc:77");
  expect([...(answerIn(twice, ["a", "v", "w"])?.numbers ?? [])]).toEqual([[77, "a"]]);
});
