import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openDownward } from "./livekit-line.client.ts";

// docs/media.md: the rules between brackets.

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

/** Somebody who is heard and seen, fifty packets of a voice a second. */
function somebody() {
  const came = { packets: 0, lost: 0, bytes: 0 };
  const line = openDownward();
  const receiver = {
    getStats: async () =>
      new Map<string, object>([
        ["a", { type: "inbound-rtp", kind: "audio", packetsReceived: came.packets, packetsLost: came.lost }],
        ["v", { type: "inbound-rtp", kind: "video", bytesReceived: came.bytes }],
      ]),
  } as unknown as RTCRtpReceiver;
  return {
    holds: line.holds,
    async seconds(n: number, { loss = 0, kbps = 0 }): Promise<void> {
      for (let at = 0; at < n; at++) {
        came.packets += 50 * (1 - loss);
        came.lost += 50 * loss;
        came.bytes += kbps * 125;
        vi.advanceTimersByTime(1_000);
        await line.look([receiver], !line.holds());
      }
    },
  };
}

test("a camera that has yet to begin, or shows little, keeps no picture back [ME19]", async () => {
  const one = somebody();
  await one.seconds(30, { kbps: 0 });
  await one.seconds(30, { kbps: 20 });
  expect(one.holds()).toBe(false);
});

test("loss on a wide line keeps none back either; words that are lost over pictures do, until it is calm [ME6, ME19]", async () => {
  const one = somebody();
  await one.seconds(30, { loss: 0.05, kbps: 400 });
  await one.seconds(30, { loss: 0.1, kbps: 400 });
  expect(one.holds()).toBe(false);
  await one.seconds(6, { loss: 0.1, kbps: 60 });
  expect(one.holds()).toBe(true);
  await one.seconds(9, { loss: 0 });
  expect(one.holds()).toBe(true);
  await one.seconds(5, { loss: 0 });
  expect(one.holds()).toBe(false);
});
