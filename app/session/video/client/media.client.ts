import { watchAirtime } from "../captions/airtime.client.ts";
import type { Share } from "../captions/airtime.ts";
import { nothingPasses, type Passes, type Placed, type Wants } from "../relay/relay-messages.ts";
import { triedOf } from "../relay/relay-offer.ts";
import { connectTo } from "./connect.client.ts";
import { type Connection, passing } from "./connection.client.ts";
import { type Devices, openOwnTracks, type Trouble } from "./own-tracks.client.ts";
import type { IceServer, MediaAnswer, MediaAsk, Told } from "./signal.ts";
import { type Speaking, watchOver } from "./watch.client.ts";
import { lookUp, type Weak, weakness, wideLine } from "./weak-line.ts";

/**
 * ready: devices are chosen, nothing goes anywhere yet. joining: on the way. on: connected. waiting: nobody meets anybody now. lost: the connection fell away, and is made again.
 * blocked: it does not come about; it is tried again, and text goes on.
 * elsewhere: another tab of this person has it. full: no place left.
 */
export type Phase = "ready" | "joining" | "on" | "waiting" | "lost" | "blocked" | "elsewhere" | "full" | "left";
export interface Other extends Placed {
  readonly name: string;
  readonly speaks: boolean;
  /** for somebody here; `you`: for who looks */
  readonly interprets: "you" | "others" | null;
  /** the place in a connection: another stream, another key */
  readonly key: string;
}
export interface MediaView {
  readonly phase: Phase;
  readonly kind: "group" | "plenary" | null;
  /** what is on, by the person's own choice */
  readonly on: Passes;
  /** what of it passes on here */
  readonly may: Passes;
  readonly others: readonly Other[];
  readonly speaks: boolean;
  /** what one's own line is too weak for */
  readonly weak: Weak;
  /** a screen in the place of the camera */
  readonly sharesScreen: boolean;
  /** one's own share of the talk at this table; null before there is enough to say */
  readonly share: Share | null;
  readonly trouble: Partial<Record<keyof Passes, Trouble>>;
  readonly wants: Wants;
  readonly devices: Devices;
}
export type MediaClient = ReturnType<typeof openMediaClient>;
type Ask = MediaAsk extends infer One ? (One extends MediaAsk ? Omit<One, "as"> : never) : never;

/** Without a connection for so long a network lets nothing through, or hardly. */
const blockedMs = 6_000;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const nobody: Told = { n: 0, place: null, placed: [], asked: { large: false, small: false }, interpreters: [], names: {} };

/** One tab, one of these: it goes along from room to room, and what is on stays on or off. */
export function openMediaClient(session: string, as: "participant" | "team") {
  const hearers = new Set<() => void>();
  const tracks = openOwnTracks(() => void put());
  const audio = document.createElement("div");
  audio.hidden = true;
  let phase: Phase = "ready";
  let told = nobody;
  let wants: Wants = { pinned: null, pictures: true };
  let connection: Connection | null = null;
  let generation = 0;
  let speaking: Speaking = { places: new Set(), own: false };
  let line = wideLine;
  let over = false;
  let again: () => void = () => {};
  let lastView: MediaView | null = null;
  let rejoins = 0;
  // What does not come about straight may come about through the door, and the other way round.
  let throughDoor = false;
  let ending = new AbortController();
  let iceServers: readonly IceServer[] = [];
  /** Another relay offers, after a move, before it was asked. */
  let moved: (MediaAnswer & { readonly status: "offer" }) | null = null;
  const airtime = watchAirtime(
    () =>
      phase === "on" && told.place?.kind === "group"
        ? { own: tracks.on().sound && speaking.own, others: speaking.places.size, people: told.placed.length + 1 }
        : null,
    () => changed(),
  );

  async function post(ask: Ask, options: RequestInit = {}): Promise<MediaAnswer | null> {
    const body = new URLSearchParams({ vraag: JSON.stringify({ ...ask, as }) });
    const answer = await fetch(`/bijeenkomst/${session}/beeld`, { method: "POST", body, ...options }).catch(() => null);
    if (answer?.status === 401 || answer?.status === 403 || answer?.status === 404) return { status: "none", why: "not-yours" };
    return answer?.ok ? ((await answer.json().catch(() => null)) as MediaAnswer | null) : null;
  }

  function changed(): void {
    lastView = null;
    for (const hear of hearers) hear();
  }
  function be(next: Phase): void {
    phase = next;
    changed();
  }
  /** What goes out of what is on: not a picture that the line does not carry. */
  const goesOut = (): Passes => ({ ...tracks.on(), picture: tracks.on().picture && !line.holds });
  /** Sends what is on, tells the relay, and shows it: in that order nothing is shown as off that still leaves. */
  async function put(): Promise<void> {
    changed();
    if (connection) await send(connection);
    if (generation) await post({ do: "state", generation, own: goesOut(), wants });
    changed();
  }

  function play(at: Connection): void {
    audio.replaceChildren();
    for (const { place } of told.placed) {
      const stream = at.stream("sound", place);
      if (!stream) continue;
      const element = document.createElement("audio");
      element.autoplay = true;
      element.srcObject = stream;
      if (tracks.devices.speaker) void element.setSinkId?.(tracks.devices.speaker).catch(() => {});
      audio.append(element);
    }
  }
  let played = "";
  function hearThem(at: Connection): void {
    const key = told.placed.map(({ place }) => `${place} ${at.stream("sound", place)?.id}`).join();
    const next = `${generation} ${key} ${tracks.devices.speaker}`;
    if (next === played) return;
    played = next;
    play(at);
  }

  /** By ticket. @returns how to connect; or how long to wait before the next try, in ms */
  async function come(): Promise<(MediaAnswer & { readonly status: "offer" | "room" }) | number> {
    const ticket = await post({ do: "ticket" });
    if (over) return 0;
    if (ticket?.status !== "ticket") {
      if (ticket?.status === "none" && ticket.why === "no-room") be("waiting");
      else if (ticket?.status === "none" && ticket.why === "not-yours") be("left");
      else be("lost");
      return 4_000;
    }
    const joined = await post({ do: "join", ticket: ticket.ticket, own: goesOut(), wants });
    if (over) return 0;
    if (joined?.status !== "offer" && joined?.status !== "room") {
      be(joined?.status === "none" && joined.why === "full" ? "full" : "lost");
      return joined?.status === "none" && joined.why === "not-yours" ? 0 : 700;
    }
    iceServers = ticket.iceServers;
    return joined;
  }

  /** From coming in to the end of one connection. @returns how long to wait before the next, in ms */
  async function once(): Promise<number> {
    const joined = moved ?? (await come());
    moved = null;
    if (over) return 0;
    if (typeof joined === "number") return joined;
    generation = joined.generation;
    const mine = generation;
    ending = new AbortController();
    const ended = ending.signal;
    const stop = () => ending.signal === ended && ending.abort();
    let wasUp = false;
    // The words go through and the media does not: whoever waits must know that they need not.
    const late = setTimeout(() => be("blocked"), blockedMs);
    const own = await connectTo(joined, iceServers, {
      async answer(sdp) {
        const answered = await post({ do: "answer", generation: mine, sdp });
        if (answered?.status !== "candidates") throw new Error("not answered");
        return triedOf(answered.candidates, throughDoor);
      },
      state(state) {
        if (state === "connected") {
          clearTimeout(late);
          rejoins = 0;
          wasUp = true;
          be("on");
          return;
        }
        if (state === "disconnected" || state === "failed")
          setTimeout(() => ["disconnected", "failed"].includes(own.state()) && stop(), rejoins === 0 ? 500 : 4_000);
      },
      changed: () => connection && see(connection),
    }).catch((fault: unknown) => {
      clearTimeout(late);
      throw fault;
    });
    if (over) {
      clearTimeout(late);
      own.close();
      return 0;
    }
    connection = own;
    want(own);
    // What was switched on or off while it came about was told to nobody.
    void put();
    const watch = watchOver(own, {
      expects: () => told.placed.some(({ sound, picture, heldBack }) => sound || (picture && !heldBack && wants.pictures)),
      silent: stop,
      speaks(next) {
        speaking = next;
        changed();
      },
      upward(seen) {
        const before = line;
        const sendsPicture =
          passing(goesOut(), told.place?.may ?? nothingPasses).picture && (told.asked.large || told.asked.small);
        line = lookUp(before, { ...seen, sendsPicture }, performance.now());
        if (line.holds !== before.holds) void put();
        else if (line.isBad !== before.isBad) changed();
      },
    });
    try {
      return await listen(own, mine, ended);
    } finally {
      if (!wasUp) throughDoor = !throughDoor;
      clearTimeout(late);
      watch();
      if (connection === own) connection = null;
      own.close();
      told = { ...nobody, place: told.place };
      changed();
    }
  }

  const want = (own: Connection) => own.want?.({ ...wants, always: told.interpreters.map(({ id }) => id) });
  const interprets = (id: string) => {
    const one = told.interpreters.find((other) => other.id === id);
    return one ? (one.forYou ? ("you" as const) : ("others" as const)) : null;
  };

  /** Who is there changed without a word of the server. */
  function see(own: Connection): void {
    told = { ...told, ...own.seen?.() };
    hearThem(own);
    void send(own);
    changed();
  }
  const send = (own: Connection) => {
    const may = told.place?.may ?? nothingPasses;
    const { picture } = passing(goesOut(), may);
    const sent = { microphone: may.sound ? tracks.microphone : null, camera: picture ? tracks.camera : null };
    return own.send(sent, told.asked).catch(() => {});
  };

  async function listen(own: Connection, mine: number, ended: AbortSignal): Promise<number> {
    let after = 0;
    while (!over && !ended.aborted) {
      const heard = await post({ do: "hear", generation: mine, after, spoke: airtime.take() }, { signal: ended });
      if (over) return 0;
      if (ended.aborted) break;
      if (heard?.status === "told") {
        const before = told;
        told = { ...heard.told, ...own.seen?.() };
        after = told.n;
        want(own);
        hearThem(own);
        if (JSON.stringify([before.asked, before.place]) !== JSON.stringify([told.asked, told.place])) await send(own);
        changed();
      } else if (heard?.status === "offer") {
        moved = heard;
        be("joining");
        return 0;
      } else if (heard?.status === "again") break;
      else if (heard?.status === "none") {
        be(heard.why === "elsewhere" ? "elsewhere" : "left");
        return Number.POSITIVE_INFINITY;
      } else if (heard === null) await sleep(500);
    }
    rejoins += 1;
    be(phase === "blocked" ? "blocked" : "joining");
    return rejoins > 1 ? Math.min(8_000, 250 * 2 ** rejoins) : 0;
  }

  async function run(): Promise<void> {
    while (!over) {
      const wait = await once().catch(() => 1_000);
      if (over) return;
      if (wait > 0)
        await new Promise<void>((resolve) => {
          again = resolve;
          if (Number.isFinite(wait)) setTimeout(resolve, wait);
        });
    }
  }

  function view(): MediaView {
    lastView ??= {
      phase,
      kind: told.place?.kind ?? null,
      on: tracks.on(),
      may: told.place?.may ?? nothingPasses,
      others: told.placed.map((one) => ({
        ...one,
        name: told.names[one.id] ?? "",
        speaks: one.sound && speaking.places.has(one.place),
        interprets: interprets(one.id),
        key: `${generation} ${one.place} ${one.id}`,
      })),
      speaks: tracks.on().sound && speaking.own,
      weak: phase === "on" ? weakness({ ...line, holds: line.holds && tracks.on().picture }, told.placed) : "no",
      share: told.place?.kind === "group" ? airtime.share() : null,
      sharesScreen: tracks.sharesScreen,
      trouble: tracks.trouble,
      wants,
      devices: tracks.devices,
    };
    return lastView;
  }

  function leave(): void {
    if (over) return;
    over = true;
    tracks.end();
    connection?.close();
    audio.remove();
    airtime.stop();
    window.removeEventListener("pagehide", leave);
    window.removeEventListener("online", renew);
    if (generation) void post({ do: "leave", generation }, { keepalive: true });
    ending.abort();
    again();
    be("left");
  }
  const renew = () => {
    ending.abort();
    again();
  };
  // The camera's light goes out with the page, whatever became of its script.
  window.addEventListener("pagehide", leave);

  return {
    /** Asks the browser for what was chosen; nothing of it leaves this page yet. */
    async prepare(wish: Passes, devices: Devices): Promise<void> {
      await tracks.choose(devices);
      await tracks.set(wish);
    },
    join(): void {
      if (phase !== "ready") return;
      document.body.append(audio);
      window.addEventListener("online", renew);
      be("joining");
      void run();
    },
    subscribe(hear: () => void): () => void {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    view,
    stream: (place: number): MediaStream | null => connection?.stream("picture", place) ?? null,
    camera: (): MediaStreamTrack | null => tracks.camera,
    microphone: (): MediaStreamTrack | null => tracks.microphone,
    set: (on: Partial<Passes>) => tracks.set(on),
    share: (on: boolean) => tracks.share(on),
    async choose(devices: Devices): Promise<void> {
      await tracks.choose(devices);
      if (connection) hearThem(connection);
    },
    want(next: Wants): void {
      wants = next;
      if (connection) want(connection);
      void put();
    },
    /** The step or the group changed: where there was nobody, there may be somebody. */
    refresh(): void {
      airtime.begin();
      if (phase === "waiting" || phase === "left") again();
    },
    /** This tab takes it back from another. */
    takeOver: () => again(),
    leave,
  };
}
