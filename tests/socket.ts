import WebSocket from "ws";
import { type ClientMessage, protocol } from "../app/session/live/protocol.ts";
import type { Audience } from "../app/session/live/view.ts";
import type { Klankbord } from "./klankbord.ts";

interface Greeting {
  readonly cookie: string;
  readonly session: string;
  readonly as: Audience;
  readonly origin?: string;
  readonly protocol?: number;
}

/** Says who one is. @returns "view" when let in, the code of the close when not, the HTTP status when there is no socket at all */
export function hello(klankbord: Klankbord, { cookie, session, as, ...other }: Greeting): Promise<"view" | number | string> {
  const socket = new WebSocket(`ws://localhost:${klankbord.port}/live`, {
    headers: { cookie, origin: other.origin ?? klankbord.origin },
  });
  return new Promise((resolve, reject) => {
    socket.on("open", () => {
      const greeting = {
        type: "hello",
        protocol: other.protocol ?? protocol,
        session: session as never,
        as,
      } satisfies ClientMessage;
      socket.send(JSON.stringify(greeting));
    });
    socket.on("message", (data) => {
      resolve((JSON.parse(String(data)) as { type: "view" }).type);
      socket.close();
    });
    socket.on("close", (code) => resolve(code));
    socket.on("unexpected-response", (request, response) => {
      resolve(String(response.statusCode));
      request.destroy();
    });
    socket.on("error", reject);
  });
}
