import http, { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import net from "node:net";
import type { Duplex } from "node:stream";
import type { Klankbord } from "./klankbord.ts";

export interface Weather {
  /** answers an upgrade as a proxy does that does not know them */
  readonly breaksUpgrades?: boolean;
  /** keeps an answer back until it is complete */
  readonly buffers?: boolean;
  /** ends each line when it stood this long */
  readonly cutsAfterMs?: number;
}

/** A proxy as stands before many an office: between a screen and Klankbord. */
export async function openProxy(klankbord: Pick<Klankbord, "port" | "origin">, weather: Weather) {
  let cuts = 0;
  let upgrades = 0;
  const server = createServer(pass);
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    upgrades += 1;
    socket.on("error", () => {});
    if (weather.breaksUpgrades) {
      socket.end("HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    const up = net.connect(klankbord.port, "127.0.0.1", () => {
      const lines = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`);
      up.write(`${request.method} ${request.url} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
      up.write(head);
      up.pipe(socket).pipe(up);
    });
    up.on("error", () => socket.destroy());
    up.on("close", () => socket.destroy());
    socket.on("close", () => up.destroy());
    cut(() => up.destroy());
  });

  function cut(end: () => void): void {
    if (weather.cutsAfterMs === undefined) return;
    setTimeout(() => {
      cuts += 1;
      end();
    }, weather.cutsAfterMs).unref();
  }

  function pass(request: IncomingMessage, response: ServerResponse): void {
    const { method, url, headers } = request;
    const up = http.request({ port: klankbord.port, host: "127.0.0.1", method, path: url, headers }, (answer) => {
      if (!weather.buffers) {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        response.flushHeaders();
        answer.pipe(response);
        if (answer.headers["content-type"]?.startsWith("text/event-stream")) cut(() => response.destroy());
        return;
      }
      const kept: Buffer[] = [];
      answer.on("data", (part: Buffer) => kept.push(part));
      answer.on("end", () => response.writeHead(answer.statusCode ?? 502, answer.headers).end(Buffer.concat(kept)));
    });
    up.on("error", () => response.destroy());
    response.on("close", () => up.destroy());
    request.pipe(up);
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    origin: `http://localhost:${port}`,
    get cuts() {
      return cuts;
    },
    get upgrades() {
      return upgrades;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
