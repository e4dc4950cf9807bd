import { beatEveryMs, closeCodes, type Hello, reasonOf, type ServerMessage } from "./protocol.ts";

/** From the best to what goes through any network. */
export const kinds = ["socket", "stream", "wait"] as const;
export type Kind = (typeof kinds)[number];

/** What a way needs of the outside world; a browser has all of it. */
export interface World {
  readonly origin: string;
  fetch(address: string, init?: RequestInit): Promise<Response>;
  openSocket(address: string): WebSocket;
}
export interface Way {
  beat(): void;
  close(): void;
}
export interface Hears {
  heard(message: ServerMessage): void;
  /** Over; with the code that was given, 0 when there was none. */
  closed(code: number): void;
}
type Open = (world: World, hello: () => Hello, hears: Hears) => Way;

function socket(world: World, hello: () => Hello, hears: Hears): Way {
  const ws = world.openSocket(`${world.origin.replace(/^http/, "ws")}/live`);
  const say = (message: object) => ws.readyState === 1 && ws.send(JSON.stringify(message));
  ws.onopen = () => say(hello());
  ws.onmessage = ({ data }) => hears.heard(JSON.parse(String(data)) as ServerMessage); // our own server's
  ws.onclose = ({ code }) => hears.closed(code);
  ws.onerror = () => {};
  return {
    beat: () => say({ type: "beat", sentAt: Date.now() }),
    close: () => ws.close(1000),
  };
}

/** A request that does not let go: events come as they happen, beats go by post. */
const stream: Open = (world, hello, hears) => {
  const stop = new AbortController();
  read().catch(() => hears.closed(0));
  async function read(): Promise<void> {
    const answer = await world.fetch(addressOf(world, hello()), {
      headers: { accept: "text/event-stream" },
      signal: stop.signal,
    });
    if (!answer.ok || !answer.body) return hears.closed(codeOf(answer.status));
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return hears.closed(0);
      const events = (text + value).split("\n\n");
      text = events.pop() ?? "";
      for (const event of events) {
        const message = JSON.parse(event.slice("data: ".length)) as ServerMessage; // our own server's
        if (message.type === "bye") return hears.closed(message.code);
        hears.heard(message);
      }
    }
  }
  return { beat: () => post(world, hello(), hears), close: () => stop.abort() };
};

/** One question at a time, that is answered when there is something new. */
const wait: Open = (world, hello, hears) => {
  const stop = new AbortController();
  ask().catch(() => hears.closed(0));
  async function ask(): Promise<void> {
    for (;;) {
      const answer = await world.fetch(addressOf(world, hello()), {
        headers: { accept: "application/json" },
        signal: stop.signal,
      });
      if (!answer.ok) return hears.closed(codeOf(answer.status));
      const message = (await answer.json()) as ServerMessage; // our own server's
      if (message.type === "bye") return hears.closed(message.code);
      hears.heard(message);
    }
  }
  return { beat: () => post(world, hello(), hears), close: () => stop.abort() };
};

const opens: Readonly<Record<Kind, Open>> = { socket, stream, wait };

/** Opens a way that keeps beating; some quick beats first: the clock must be right before the first step is over. */
export function open(kind: Kind, world: World, hello: () => Hello, hears: Hears): Way {
  let over = false;
  let begun = false;
  const timers: ReturnType<typeof setTimeout>[] = [];
  const way = opens[kind](world, hello, {
    heard(message) {
      if (over) return;
      if (!begun) {
        begun = true;
        way.beat();
        for (const ms of [250, 700, 1_300]) timers.push(setTimeout(way.beat, ms));
        timers.push(setInterval(way.beat, beatEveryMs));
      }
      hears.heard(message);
    },
    closed(code) {
      if (over) return;
      close();
      hears.closed(code);
    },
  });
  function close(): void {
    over = true;
    for (const timer of timers) clearTimeout(timer);
    way.close();
  }
  return { beat: way.beat, close };
}

function addressOf({ origin }: World, { session, as, protocol, have }: Hello): string {
  const said = have?.talk ? `&gezegd=${have.talk.n}+${have.talk.place}` : "";
  const held = have ? `&epoch=${have.epoch}&seq=${have.seq}${said}` : "";
  return `${origin}/bijeenkomst/${session}/stand?als=${as}&protocol=${protocol}${held}`;
}

/** By post a beat is answered by itself; one that is lost is followed by the next. */
function post({ origin, fetch }: World, { session, as }: Hello, { heard }: Hears): void {
  fetch(`${origin}/bijeenkomst/${session}/stand`, {
    method: "POST",
    body: new URLSearchParams({ als: as, sentAt: String(Date.now()) }),
  })
    .then(async (answer) => answer.ok && heard((await answer.json()) as ServerMessage)) // our own server's
    .catch(() => {});
}

const codeOf = (status: number): number => {
  const why = reasonOf[status];
  return why ? closeCodes[why].code : 0;
};
