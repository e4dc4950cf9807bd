import net from "node:net";
import { percentile } from "./measure.ts";

export interface Sent {
  readonly kept: number;
  readonly refused: number;
  readonly p99Ms: number;
}

interface Sending {
  readonly port: number;
  readonly path: string;
  readonly origin: string;
  readonly people: readonly { readonly id: string; readonly cookie: string }[];
  readonly insights: readonly string[];
  readonly connections: number;
  readonly seconds: number;
}

const choices = ["agree", "disagree", "skip", "not-my-field"];

/** Many people who each send one ballot after another. Bare sockets: the sender runs on the same machine and must cost little. */
export async function sendBallots(sending: Sending): Promise<Sent> {
  const end = performance.now() + sending.seconds * 1000;
  const took: number[] = [];
  let kept = 0;
  let refused = 0;

  const talk = (first: number) =>
    new Promise<void>((done, failed) => {
      const socket = net.connect(sending.port, "127.0.0.1");
      socket.setNoDelay(true);
      let at = first;
      let begun = 0;
      let heard = "";
      const next = () => {
        if (performance.now() > end) {
          socket.destroy();
          return done();
        }
        at += sending.connections;
        begun = performance.now();
        socket.write(request(sending, at));
      };
      socket.on("connect", next);
      socket.on("error", failed);
      socket.on("data", (part) => {
        heard += part.toString("latin1");
        const head = heard.indexOf("\r\n\r\n");
        const length = /content-length: (\d+)/i.exec(heard)?.[1];
        if (head < 0 || heard.length < head + 4 + Number(length ?? 0)) return;
        took.push(performance.now() - begun);
        if (/^HTTP\/1.1 2/.test(heard)) kept += 1;
        else refused += 1;
        heard = "";
        next();
      });
    });

  await Promise.all(Array.from({ length: sending.connections }, (_, k) => talk(k)));
  return { kept, refused, p99Ms: percentile(took, 0.99) };
}

function request({ path, port, origin, people, insights }: Sending, at: number): string {
  const person = people[at % people.length];
  const insight = insights[Math.floor(at / people.length) % insights.length];
  const body = `insight=${insight}&choice=${choices[at % 4]}&fit=${at % 4 < 2 ? "fits" : ""}&person=${person?.id}`;
  return [
    `POST ${path} HTTP/1.1`,
    `Host: localhost:${port}`,
    `Origin: ${origin}`,
    `Cookie: ${person?.cookie}`,
    "Accept: application/json",
    "Content-Type: application/x-www-form-urlencoded",
    `Content-Length: ${body.length}`,
    "",
    body,
  ].join("\r\n");
}
