import net from "node:net";
import { percentile } from "./measure.ts";

export interface Sent {
  readonly kept: number;
  readonly refused: number;
  readonly p99Ms: number;
}
export interface Asked {
  readonly person: string;
  readonly insight: string;
  readonly choice: string;
}
export type Answered = (asked: Asked, outcome: "kept" | "refused" | "unknown") => void;

export interface Sending {
  readonly port: number;
  readonly path: string;
  readonly origin: string;
  readonly people: readonly { readonly id: string; readonly cookie: string }[];
  readonly insights: readonly string[];
  readonly connections: number;
  readonly seconds?: number;
  /** Between an answer and the next ballot of the same person; without, there is none. */
  readonly restMs?: number;
  /** Or until this holds; then a server that is away is waited for. */
  readonly until?: () => boolean;
  readonly answered?: Answered;
}

const choices = ["agree", "disagree", "skip", "not-my-field"];
/** over all that is sent: a next round goes on where the last one was */
let sent = 0;

/** Many people who each send one ballot after another. Bare sockets: the sender runs on the same machine and must cost little. */
export async function sendBallots(sending: Sending): Promise<Sent> {
  const end = performance.now() + (sending.seconds ?? 0) * 1000;
  const isOver = sending.until ?? (() => performance.now() > end);
  const took: number[] = [];
  let kept = 0;
  let refused = 0;

  const talk = () =>
    new Promise<void>((done, failed) => {
      let socket: net.Socket;
      let asked: Asked | null = null;
      let begun = 0;
      let heard = "";
      const next = () => {
        if (isOver()) {
          socket.destroy();
          return done();
        }
        const at = sent++;
        const { text, ...one } = request(sending, at);
        asked = one;
        heard = "";
        begun = performance.now();
        socket.write(text);
      };
      const answer = (outcome: "kept" | "refused" | "unknown") => {
        if (asked) sending.answered?.(asked, outcome);
        asked = null;
      };
      const open = () => {
        socket = net.connect(sending.port, "127.0.0.1");
        socket.setNoDelay(true);
        socket.on("connect", next);
        socket.on("error", (error) => !sending.until && failed(error));
        socket.on("close", () => {
          answer("unknown");
          if (!sending.until) return;
          if (isOver()) done();
          else setTimeout(open, 50);
        });
        socket.on("data", (part) => {
          heard += part.toString("latin1");
          const head = heard.indexOf("\r\n\r\n");
          const length = /content-length: (\d+)/i.exec(heard)?.[1];
          if (head < 0 || heard.length < head + 4 + Number(length ?? 0)) return;
          took.push(performance.now() - begun);
          const ok = /^HTTP\/1.1 2/.test(heard);
          if (ok) kept += 1;
          else refused += 1;
          answer(ok ? "kept" : "refused");
          if (sending.restMs) setTimeout(next, sending.restMs);
          else next();
        });
      };
      open();
    });

  await Promise.all(Array.from({ length: sending.connections }, talk));
  return { kept, refused, p99Ms: took.length === 0 ? 0 : percentile(took, 0.99) };
}

function request({ path, port, origin, people, insights }: Sending, at: number): Asked & { readonly text: string } {
  const person = people[at % people.length] ?? { id: "", cookie: "" };
  const insight = insights[Math.floor(at / people.length) % insights.length] ?? "";
  // Another choice each time the same person comes back to the same insight.
  const round = Math.floor(at / people.length / insights.length);
  const nth = (at + round) % choices.length;
  const choice = choices[nth] ?? "skip";
  const body = `insight=${insight}&choice=${choice}&fit=${nth < 2 ? "fits" : ""}&person=${person.id}`;
  const text = [
    `POST ${path} HTTP/1.1`,
    `Host: localhost:${port}`,
    `Origin: ${origin}`,
    `Cookie: ${person.cookie}`,
    "Accept: application/json",
    "Content-Type: application/x-www-form-urlencoded",
    `Content-Length: ${body.length}`,
    "",
    body,
  ].join("\r\n");
  return { person: person.id, insight, choice, text };
}
