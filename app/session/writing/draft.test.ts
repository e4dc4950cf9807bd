import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Answer,
  type Draft,
  enqueue,
  isEmpty,
  merge,
  nextToSend,
  readDraft,
  readOutbox,
  retryAfterMs,
  type Sending,
  settle,
} from "./draft.ts";

const text = fc.string({ unit: "binary" });
const draft: fc.Arbitrary<Draft> = fc.record({
  step: text,
  form: text,
  fields: fc.dictionary(
    text.filter((name) => name !== "__proto__"),
    text,
  ),
  at: fc.nat(),
});

describe("a draft", () => {
  test("comes back as it was kept, whatever was typed", () => {
    fc.assert(
      fc.property(draft, (one) => {
        expect(readDraft(JSON.stringify(one))).toEqual(one);
      }),
    );
  });

  test("what is no draft is nothing", () => {
    fc.assert(fc.property(fc.oneof(text, fc.json()), (kept) => void readDraft(kept)));
    for (const kept of [null, "", "null", "[]", "{", '{"step":"a"}', '{"step":"a","form":"b","at":1,"fields":null}'])
      expect(readDraft(kept)).toBeNull();
  });

  test("of two tabs the last one typed in has the word, but nobody loses what is under the cursor", () => {
    fc.assert(
      fc.property(draft, fc.option(draft, { nil: null }), (mine, theirs) => {
        expect(merge(mine, theirs, true)).toBe(mine);
        const kept = merge(mine, theirs, false);
        if (theirs) expect(kept?.at).toBe(Math.max(mine.at, theirs.at));
        else expect(kept).toBeNull();
      }),
    );
  });

  test("blank is empty", () => {
    expect(isEmpty({ fields: { text: " \n", weight: "heavy" } })).toBe(true);
    expect(isEmpty({ fields: { text: "", tried: "bellen" } })).toBe(false);
  });
});

const sending = fc.record({
  key: fc.constantFrom("a", "b", "c"),
  url: fc.constant("/bijeenkomst/x/bijdragen"),
  fields: fc.constant([] as [string, string][]),
});
const event = fc.oneof(
  sending.map((one) => ({ type: "send" as const, one })),
  fc.constantFrom<Answer["status"]>("kept", "refused", "lost").map((status) => ({ type: "answer" as const, status })),
);

describe("what was sent", () => {
  test("leaves the browser only when the server kept it, or something later took its place", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let outbox: readonly Sending[] = [];
        const open = new Map<string, number>();
        let at = 0;
        for (const happens of events) {
          if (happens.type === "send") {
            at += 1;
            outbox = enqueue(outbox, { ...happens.one, at });
            open.set(happens.one.key, at);
          } else {
            const next = nextToSend(outbox);
            if (!next) continue;
            outbox = settle(
              outbox,
              next,
              happens.status === "refused" ? { status: "refused", code: "muted" } : { status: happens.status },
            );
            if (happens.status === "kept") open.delete(next.key);
          }
          expect(new Map(outbox.map((one) => [one.key, one.at]))).toEqual(open);
          expect(readOutbox(JSON.stringify(outbox))).toEqual(outbox);
        }
      }),
    );
  });

  test("an answer to what was replaced meanwhile does not settle the new one", () => {
    const first = enqueue([], { key: "ballot:1", url: "/bijeenkomst/x/stemmen", fields: [["choice", "agree"]], at: 1 });
    const second = enqueue(first, { key: "ballot:1", url: "/bijeenkomst/x/stemmen", fields: [["choice", "skip"]], at: 2 });
    expect(settle(second, first[0] as Sending, { status: "kept" })).toEqual(second);
  });

  test("goes to no other address than a session's", () => {
    const kept = (url: string) => readOutbox(JSON.stringify([{ key: "a", url, fields: [], at: 1, tries: 0, refused: null }]));
    expect(kept("/bijeenkomst/0b6f/bijdragen/7c/delen")).toHaveLength(1);
    for (const url of ["https://elders.nl/", "//elders.nl/bijeenkomst", "/team/afmelden", "/bijeenkomst/x?y", "javascript:1"])
      expect(kept(url)).toEqual([]);
    expect([readOutbox(null), readOutbox("{}"), readOutbox("[1]"), readOutbox("[")]).toEqual([[], [], [], []]);
  });

  test("is tried again within nine seconds, never at once", () => {
    fc.assert(
      fc.property(fc.nat(100), fc.double({ min: 0, max: 1, noNaN: true }), (tries, chance) => {
        const wait = retryAfterMs(tries, chance);
        expect(wait).toBeGreaterThanOrEqual(400);
        expect(wait).toBeLessThanOrEqual(8_400);
      }),
    );
  });
});
