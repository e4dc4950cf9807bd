import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { wholeFrame } from "./whole-frame.ts";

test("messages of every kind of length are read as they were, among others", async () => {
  const texts = [0, 1, 125, 126, 127, 65_535, 65_536, 200_000].map((length) => "é".repeat(length >> 1) + "x".repeat(length % 2));
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  const server = createServer().on("upgrade", (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (ws) => {
      for (const text of texts) {
        socket.write(wholeFrame(Buffer.from(text)));
        ws.send("between");
      }
      ws.close(1000);
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const heard: string[] = [];
  client.on("message", (data, isBinary) => heard.push(isBinary ? "bytes" : String(data)));
  expect(await new Promise((resolve) => client.once("close", resolve))).toBe(1000);
  expect(heard).toEqual(texts.flatMap((text) => [text, "between"]));
  server.close();
});
