import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}
export type Behaves = (response: ServerResponse, received: Received) => void;
export const says =
  (status: number, headers: Record<string, string> = {}): Behaves =>
  (response) =>
    response.writeHead(status, headers).end();

/** Another program's address, that does what the test tells it. */
export async function startReceiver(behaves: Behaves = says(204)) {
  const received: Received[] = [];
  const now = { behaves };
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const one = { headers: request.headers, body };
    received.push(one);
    now.behaves(response, one);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}/in`,
    received,
    will: (next: Behaves) => {
      now.behaves = next;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** As a receiver checks it, by Standard Webhooks. */
export function isSigned({ headers, body }: Received, secret: string): boolean {
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  return headers["webhook-signature"] === `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
}
