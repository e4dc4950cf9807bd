import { expect, test } from "vitest";
import { ttlCache } from "./ttl-cache.ts";

function asked(answers: (string | Error)[], most = 100) {
  let now = 1_000;
  const questions: string[] = [];
  const memory = ttlCache({
    ask: async (about: string) => {
      questions.push(about);
      const answer = answers[questions.length - 1] ?? "yes";
      if (answer instanceof Error) throw answer;
      return answer;
    },
    keyOf: (about) => about,
    isYes: (answer) => answer.startsWith("yes"),
    holdsMs: 10,
    most,
    now: () => now,
  });
  return { ...memory, questions, wait: (ms: number) => (now += ms) };
}

test("who asks at once waits for one answer; a yes holds for a moment", async () => {
  const memory = asked(["yes 1", "yes 2"]);
  expect(await Promise.all([memory.get("a"), memory.get("a"), memory.get("a")])).toEqual(["yes 1", "yes 1", "yes 1"]);
  expect(await memory.get("a")).toBe("yes 1");
  memory.wait(10);
  expect(await memory.get("a")).toBe("yes 2");
  expect(memory.questions).toEqual(["a", "a"]);
});

test("a no and a fault are asked again, and one about another by itself", async () => {
  const memory = asked(["no", new Error("away"), "yes", "yes of b"]);
  expect(await memory.get("a")).toBe("no");
  await expect(memory.get("a")).rejects.toThrow("away");
  expect(await memory.get("a")).toBe("yes");
  expect(await memory.get("b")).toBe("yes of b");
});

test("it never holds more than it may", async () => {
  const memory = asked([], 3);
  for (let n = 0; n < 50; n++) await memory.get(String(n));
  await memory.get("49");
  expect(memory.questions).toHaveLength(50);
  await memory.get("0");
  expect(memory.questions).toHaveLength(51);
});
