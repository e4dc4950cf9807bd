import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { readProposal, withSentence } from "./proposal.ts";
import { proposeSentence } from "./proposer.server.ts";

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const given = [
  { number: 12, text: "Een vast gezicht in de wijk." },
  { number: 47, text: "Tijd om na te bellen." },
];

/** A model on this machine. @param answer what it says; null: nothing, for ever */
async function model(answer: string | null, status = 200, raw = false) {
  const heard: { key: string | undefined; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) body += piece;
    heard.push({ key: request.headers.authorization, body });
    if (answer === null) return;
    const told = raw ? answer : JSON.stringify({ choices: [{ message: { content: answer } }] });
    response.writeHead(status, { "Content-Type": "application/json", Location: "http://127.0.0.1:9/" }).end(told);
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const logged: string[] = [];
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/`;
  const ask = () => proposeSentence({ url, key: "geheim", name: "klein" }, given, (line) => logged.push(line), 300);
  return { ask, heard, logged };
}
const good = JSON.stringify({ sentence: "Mensen willen iemand die blijft", numbers: [47, "#12", 12] });

test("a sentence comes with the contributions that it rests on, and only their words are sent [RP24]", async () => {
  const { ask, heard } = await model(`Natuurlijk!\n\`\`\`json\n${good}\n\`\`\``);
  expect(await ask()).toEqual({ status: "proposed", sentence: "Mensen willen iemand die blijft.", numbers: [47, 12] });
  expect(heard[0]?.key).toBe("Bearer geheim");
  const sent = JSON.parse(heard[0]?.body ?? "{}") as { model: string; messages: { role: string; content: string }[] };
  expect(sent.model).toBe("klein");
  expect(JSON.parse(sent.messages[1]?.content ?? "")).toEqual(given);
});

test.each([
  ["a number that was not given", JSON.stringify({ sentence: "Zo is het.", numbers: [12, 99] }), "wrong-numbers"],
  ["no number", JSON.stringify({ sentence: "Zo is het.", numbers: [] }), "no-numbers"],
  ["no JSON", "Zo is het, zeggen 12 en 47.", "nonsense"],
  ["half of it", '{"sentence": "Zo is', "nonsense"],
  ["no sentence", JSON.stringify({ sentence: " ", numbers: [12] }), "nonsense"],
  ["a figure and a mark", JSON.stringify({ sentence: "Zo is het {deelnemers} [#12].", numbers: [12] }), "nonsense"],
  ["an essay", JSON.stringify({ sentence: "zo ".repeat(500), numbers: [12] }), "nonsense"],
  ["nothing", "", "nonsense"],
])("%s is no proposal [RP24]", async (_, answer, status) => {
  expect(await (await model(answer)).ask()).toMatchObject({ status });
});

test("a service that fails, moves, speaks something else, says too much or hangs is told of without a word [RP24]", async () => {
  for (const [answer, status, raw, told] of [
    [good, 500, false, "no-answer"],
    [good, 302, false, "no-answer"],
    ["<html>", 200, true, "nonsense"],
    ["{}", 200, true, "nonsense"],
    ["x".repeat(300_000), 200, true, "no-answer"],
    [null, 200, false, "no-answer"],
  ] as const) {
    const { ask, logged } = await model(answer, status, raw);
    expect(await ask(), `${status} ${told}`).toEqual({ status: told });
    expect(logged.join()).not.toContain("gezicht");
  }
});

test("what is taken over stands at the end of the text with its mark", () => {
  expect(withSentence("Eerst dit.\n", "Dan dat.", [12, 47])).toBe("Eerst dit.\n\nDan dat. [#12 #47]");
  expect(withSentence("", "Dan dat.", [12])).toBe("Dan dat. [#12]");
  expect(readProposal('{"sentence":"a","numbers":[1.5]}', given)).toEqual({ status: "nonsense" });
});
