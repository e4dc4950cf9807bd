import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { followUp } from "./half-year/follow-up.ts";
import { begin, faults, finish, post, watch } from "./half-year/ground.ts";
import { network } from "./half-year/network.ts";
import { programme } from "./half-year/programme.ts";
import { transfer } from "./half-year/transfer.ts";

// Half a year after the report, lived in browsers with real mail: from programme to network to a next meeting, and on to another
// installation. What waits for a day is asked as on that day; the rest goes as it goes.

beforeAll(begin);
beforeEach(watch);
afterAll(finish);

describe("programme", programme);
describe("network", network);
describe("the next meeting", followUp);
describe("hand-over", transfer);

test("nothing went wrong in any browser, and no letter came twice", () => {
  expect(faults).toEqual([]);
  expect(new Set(post.letters.map(({ messageId }) => messageId)).size).toBe(post.letters.length);
});
