import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { openTraces } from "./traces.server.ts";

/** A collector, as far as we speak to one. */
async function startCollector(status = 200) {
  const got: { readonly headers: IncomingMessage["headers"]; readonly url: string | undefined; readonly body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    got.push({ headers: request.headers, url: request.url, body });
    response.writeHead(status, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    got,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
const span = {
  name: "GET /oproep/:dialogue",
  kind: "server",
  ms: 12,
  failed: false,
  attributes: { "http.route": "/oproep/:dialogue" },
} as const;

test("a collector hears by OTLP what was done, as part of the trace that it came with", async () => {
  await using collector = await startCollector();
  const traces = openTraces(
    { endpoint: `${collector.endpoint}/`, service: "dialoog", headers: "authorization=Bearer%20geheim" },
    () => {},
  );
  const [trace, parent] = ["0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"];
  traces.ended({ ...span, parent: `00-${trace}-${parent}-01` });
  traces.ended({ ...span, kind: "job", name: "mail", failed: true, attributes: {} });
  await traces.close();
  expect(collector.got).toHaveLength(1);
  const [one] = collector.got;
  expect([one?.url, one?.headers.authorization]).toEqual(["/v1/traces", "Bearer geheim"]);
  const [{ resource, scopeSpans }] = JSON.parse(one?.body ?? "").resourceSpans;
  expect(resource.attributes).toEqual([{ key: "service.name", value: { stringValue: "dialoog" } }]);
  const [first, second] = scopeSpans[0].spans;
  expect(first).toMatchObject({ traceId: trace, parentSpanId: parent, name: "GET /oproep/:dialogue", kind: 2, status: {} });
  expect(BigInt(first.endTimeUnixNano) - BigInt(first.startTimeUnixNano)).toBe(12_000_000n);
  expect(second).toMatchObject({ name: "mail", kind: 1, status: { code: 2 } });
  expect(second.traceId).not.toBe(trace);
});

test("a collector that is away or says no holds up nothing, and is named once", async () => {
  const said: string[] = [];
  await using unwilling = await startCollector(503);
  for (const endpoint of ["http://127.0.0.1:1", unwilling.endpoint]) {
    const traces = openTraces({ endpoint, service: "dialoog", headers: "" }, (line) => said.push(line));
    for (let n = 0; n < 5_000; n++) traces.ended(span);
    await traces.close();
    await traces.close();
  }
  expect(said).toEqual(["traces: komen niet aan", "traces: komen niet aan"]);
  expect(JSON.parse(unwilling.got[0]?.body ?? "").resourceSpans[0].scopeSpans[0].spans).toHaveLength(2_000);
});
