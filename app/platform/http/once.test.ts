import { expect, test } from "vitest";
import { makeOnce } from "./once.ts";

const options = { keepMs: 1_000, most: 3 };

test("the same attempt is worked on once, at the same time and later, and each gets the answer", async () => {
  const once = makeOnce(options);
  let worked = 0;
  const work = async () => {
    worked += 1;
    await new Promise((done) => setTimeout(done, 1));
    return new Response(`answer ${worked}`, { status: 202, headers: { "X-Kind": "a" } });
  };
  const answers = await Promise.all([once("a", 0, work), once("a", 0, work)]);
  answers.push(await once("a", 500, work));
  for (const answer of answers) {
    expect([answer.status, answer.headers.get("x-kind"), await answer.text()]).toEqual([202, "a", "answer 1"]);
  }
  expect(await (await once("b", 500, work)).text()).toBe("answer 2");
});

test("an answer that kept nothing, and a fault, are not held", async () => {
  const once = makeOnce(options);
  const busy = async () => new Response("busy", { status: 503 });
  expect((await once("a", 0, busy)).status).toBe(503);
  await expect(once("a", 0, () => Promise.reject(new Error("fault")))).rejects.toThrow("fault");
  expect((await once("a", 0, async () => new Response(null, { status: 204 }))).status).toBe(204);
});

test("what is held is forgotten in time, and never grows", async () => {
  const once = makeOnce(options);
  const say = (text: string) => async () => new Response(text);
  await once("a", 0, say("old"));
  expect(await (await once("a", 2_000, say("new"))).text()).toBe("new");
  for (let i = 0; i < 10; i += 1) await once(`k${i}`, 2_000, say("x"));
  expect(await (await once("a", 2_000, say("newest"))).text()).toBe("newest");
});
