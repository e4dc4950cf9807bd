// The screens of a hall, in a process of their own. Told what to do by its parent, one message a command.
import net from "node:net";
import { beatEveryMs, protocol, waitBefore } from "../app/session/live/protocol.ts";
import { type CrowdLine, openLine, type Tongue } from "./crowd-line.ts";

export interface CrowdSetting {
  /** of each process that serves the hall; people are spread over them */
  readonly ports: readonly number[];
  readonly origin: string;
  readonly tongue: "klankbord" | "socket.io";
  readonly session: string;
  readonly insights: readonly string[];
  readonly cookies: readonly string[];
}
export type Command =
  | { readonly do: "set"; readonly setting: CrowdSetting }
  | { readonly do: "connect"; readonly lines: number }
  | { readonly do: "begin" | "end" | "leave" }
  | { readonly do: "vote"; readonly perSecond: number; readonly seconds: number }
  | { readonly do: "storm" }
  | { readonly do: "wait-for"; readonly answers: number };

export interface Report {
  readonly messages: number;
  readonly bytes: number;
  /** from a ballot's acknowledgement to the tick on a screen that holds it, the slowest of each tick on each screen, in ms */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  /** parts that came after another than the one held */
  readonly gaps: number;
  readonly acknowledged: number;
  readonly refused: number;
  /** of the ballots themselves, from post to acknowledgement */
  readonly ballotP99: number;
}

interface Screen {
  line: CrowdLine | null;
  hall: number;
  answers: number;
  epoch: string;
  seq: number;
  isIn: boolean;
}

let set: CrowdSetting;
const screens: Screen[] = [];
const acknowledgedAt: number[] = [];
let histogram = new Uint32Array(60_000);
let took: number[] = [];
let [messages, bytes, gaps, refused] = [0, 0, 0, 0];
let inside = 0;
let whenIn: (() => void) | null = null;

const number = (text: string, name: string): number => {
  const at = text.indexOf(`"${name}":`);
  return at < 0 ? -1 : Number.parseInt(text.slice(at + name.length + 3, at + name.length + 18), 10);
};

const tongues: Readonly<Record<CrowdSetting["tongue"], (session: string) => Tongue>> = {
  klankbord: (session) => ({
    path: "/live",
    greet: (have) => [JSON.stringify({ type: "hello", protocol, session, as: "participant", have: have ?? undefined })],
    reply: () => null,
    beat: '{"type":"beat","sentAt":1}',
    isTick: (text) => text.startsWith('{"type":"view"') || text.startsWith('{"type":"still"'),
  }),
  "socket.io": () => ({
    path: "/socket.io/?EIO=4&transport=websocket",
    greet: () => ["40"],
    reply: (text) => (text === "2" ? "3" : null),
    beat: '42["beat",1]',
    isTick: (text) => text.startsWith('42["view"'),
  }),
};

function hear(screen: Screen, text: string, length: number, tongue: Tongue): void {
  const reply = tongue.reply(text);
  if (reply !== null) {
    screen.line?.say(reply);
    return;
  }
  if (!tongue.isTick(text)) return;
  messages += 1;
  bytes += length;
  if (!screen.isIn) {
    screen.isIn = true;
    inside += 1;
    whenIn?.();
  }
  const after = number(text, "after");
  if (after < 0) return;
  const seq = number(text, "seq");
  if (screen.hall > 0 && after > screen.hall) gaps += 1;
  screen.hall = seq;
  screen.seq = seq;
  screen.epoch = text.slice(text.indexOf('"epoch":"') + 9, text.indexOf('","seq"'));
  const answers = number(text, "answers");
  if (answers <= screen.answers) return;
  // The first ballot that this screen did not show yet waited longest.
  const since = acknowledgedAt[screen.answers - base];
  if (since !== undefined) {
    const ms = Math.min(histogram.length - 1, Math.max(0, Math.round(performance.now() - since)));
    histogram[ms] = (histogram[ms] ?? 0) + 1;
  }
  screen.answers = answers;
}

/** ballots that stood there before the crowd came */
let base = 0;

const portOf = (at: number): number => set.ports[at % set.ports.length] ?? 0;

function connect(screen: Screen, at: number, resume: boolean): void {
  const tongue = tongues[set.tongue](set.session);
  const held = resume && screen.epoch ? { epoch: screen.epoch, seq: screen.seq } : null;
  screen.isIn = false;
  screen.line = openLine(
    { port: portOf(at), origin: set.origin, cookie: set.cookies[at % set.cookies.length] ?? "", tongue },
    {
      open() {
        for (const text of tongue.greet(held)) screen.line?.say(text);
      },
      text: (text, length) => hear(screen, text, length, tongue),
      closed() {
        if (screen.isIn) inside -= 1;
        screen.isIn = false;
        screen.line = null;
        lost(screen, at);
      },
    },
  );
}

let lost: (screen: Screen, at: number) => void = () => {};

const everybodyIn = () =>
  new Promise<void>((resolve) => {
    whenIn = () => {
      if (inside < screens.length) return;
      whenIn = null;
      resolve();
    };
    whenIn();
  });

async function come(lines: number): Promise<number> {
  const begun = performance.now();
  lost = (screen, at) => setTimeout(() => connect(screen, at, false), 500);
  for (let at = screens.length; at < lines; at++) {
    const screen: Screen = { line: null, hall: 0, answers: 0, epoch: "", seq: 0, isIn: false };
    screens.push(screen);
    connect(screen, at, false);
    if (at % 25 === 24) await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await everybodyIn();
  lost = () => {};
  base = Math.max(...screens.map(({ answers }) => answers));
  return performance.now() - begun;
}

/** All at once: the lines are gone. Each comes back by itself, after the wait of a page. */
async function storm(): Promise<number> {
  let begun = performance.now();
  const attempts = new Map<Screen, number>();
  lost = (screen, at) => {
    const attempt = (attempts.get(screen) ?? 0) + 1;
    attempts.set(screen, attempt);
    setTimeout(() => connect(screen, at, true), waitBefore(attempt, Math.random()));
  };
  for (const { line } of screens) line?.drop();
  begun = performance.now();
  await everybodyIn();
  lost = () => {};
  return performance.now() - begun;
}

// Beats spread over time, as those of people who came at different moments.
let turn = 0;
setInterval(() => {
  if (screens.length === 0) return;
  const { beat } = tongues[set.tongue](set.session);
  const slices = beatEveryMs / 50;
  for (let at = turn % slices; at < screens.length; at += slices) if (beat) screens[at]?.line?.say(beat);
  turn += 1;
}, 50);

const choices = ["agree", "disagree", "skip", "not-my-field"];
let ballots = 0;

/** Ballots at a steady pace, each of a person on an insight that they did not see yet. */
async function vote(perSecond: number, seconds: number): Promise<void> {
  const { origin, cookies, insights, session } = set;
  const free: Poster[] = Array.from({ length: Math.min(128, perSecond) }, (_, at) => openPoster(portOf(at)));
  const all = [...free];
  await Promise.all(all.map(({ open }) => open));
  const first = performance.now();
  let due = 0;
  const running = new Set<Promise<void>>();
  while (performance.now() - first < seconds * 1000) {
    const now = performance.now();
    for (; due < ((now - first) / 1000) * perSecond && free.length > 0; due++) {
      const poster = free.pop();
      if (!poster) break;
      const at = ballots++;
      const insight = insights[Math.floor(at / cookies.length) % insights.length] ?? "";
      const body = `insight=${insight}&choice=${choices[at % 4]}&fit=${at % 4 < 2 ? "fits" : ""}`;
      const sent = performance.now();
      const one = poster.post(`/bijeenkomst/${session}/stemmen`, origin, cookies[at % cookies.length] ?? "", body).then((ok) => {
        const done = performance.now();
        took.push(done - sent);
        if (ok) acknowledgedAt.push(done);
        else refused += 1;
        free.push(poster);
        running.delete(one);
      });
      running.add(one);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await Promise.all(running);
  for (const { close } of all) close();
}

interface Poster {
  readonly open: Promise<void>;
  post(path: string, origin: string, cookie: string, body: string): Promise<boolean>;
  close(): void;
}

/** A connection that is kept; one that the server ended, since nothing came by it for long, is opened anew. */
function openPoster(port: number): Poster {
  let heard = "";
  let answer: ((ok: boolean) => void) | null = null;
  const connect = () => {
    const made = net.connect(port, "127.0.0.1");
    made.setNoDelay(true);
    made.on("data", (part) => {
      heard += part.toString("latin1");
      const head = heard.indexOf("\r\n\r\n");
      const length = /content-length: (\d+)/i.exec(heard)?.[1];
      if (head < 0 || heard.length < head + 4 + Number(length ?? 0)) return;
      const ok = /^HTTP\/1.1 2/.test(heard);
      heard = "";
      answer?.(ok);
    });
    made.on("error", () => {});
    made.on("close", () => answer?.(false));
    return made;
  };
  let socket = connect();
  return {
    open: new Promise((resolve) => socket.once("connect", resolve)),
    post: (path, origin, cookie, body) =>
      new Promise((resolve) => {
        answer = (ok) => {
          answer = null;
          resolve(ok);
        };
        if (!socket.writable || socket.destroyed) {
          heard = "";
          socket = connect();
        }
        socket.write(
          `POST ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: ${origin}\r\nCookie: ${cookie}\r\nAccept: application/json\r\n` +
            `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
        );
      }),
    close: () => socket.destroy(),
  };
}

function report(): Report {
  const total = histogram.reduce((sum, n) => sum + n, 0);
  const at = (share: number) => {
    let seen = 0;
    for (const [ms, n] of histogram.entries()) {
      seen += n;
      if (seen >= share * total) return ms;
    }
    return 0;
  };
  took.sort((a, b) => a - b);
  return {
    ...{ messages, bytes, gaps, refused, acknowledged: acknowledgedAt.length },
    ...{ p50: at(0.5), p99: at(0.99), max: at(1) },
    ballotP99: took[Math.floor(took.length * 0.99)] ?? 0,
  };
}

process.on("message", async (command: Command) => {
  process.send?.(await obey(command));
});

async function obey(command: Command): Promise<unknown> {
  switch (command.do) {
    case "set":
      set = command.setting;
      return null;
    case "connect":
      return come(command.lines);
    case "begin":
      histogram = new Uint32Array(60_000);
      took = [];
      [messages, bytes, gaps, refused] = [0, 0, 0, 0];
      return null;
    case "vote":
      await vote(command.perSecond, command.seconds);
      return null;
    case "wait-for": {
      const until = performance.now() + 30_000;
      while (screens.some(({ answers }) => answers !== command.answers) && performance.now() < until)
        await new Promise((resolve) => setTimeout(resolve, 50));
      return screens.filter(({ answers }) => answers !== command.answers).length;
    }
    case "end":
      return report();
    case "storm":
      return storm();
    case "leave":
      lost = () => {};
      for (const { line } of screens.splice(0)) line?.drop();
      inside = 0;
      acknowledgedAt.length = 0;
      ballots = 0;
      return null;
  }
}
