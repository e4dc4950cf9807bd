import { setTimeout as sleep } from "node:timers/promises";
import nd from "node-datachannel";
import type { MediaAnswer, MediaAsk, Told } from "../app/session/video/client/signal.ts";
import { asksForWhole, facesFor, newStream, picturePackets, readLoop, soundPacket, speaksAt } from "./loop.ts";

const { Audio, PeerConnection, Video } = nd;
type Track = ReturnType<InstanceType<typeof PeerConnection>["addTrack"]>;
type Ask = MediaAsk extends infer One ? (One extends MediaAsk ? Omit<One, "as"> : never) : never;

export interface Bot {
  readonly cookies: string;
  readonly as: "participant" | "team";
  readonly code: number;
  /** with a camera, or with sound only */
  readonly hasCamera: boolean;
}
export interface Meeting {
  readonly origin: string;
  readonly session: string;
}

const opusType = 111;
const vp8Type = 96;
const silence = Buffer.from([0xf8, 0xff, 0xfe]);
const safely =
  <A extends unknown[]>(work: (...args: A) => void) =>
  (...args: A): void => {
    try {
      work(...args);
    } catch {
      // A fault here would end the whole process.
    }
  };
let lastSsrc = 500_000;
/** Who of the people of a meeting are drawn: everybody of this process. */
const drawn = new Set<string>();

/** Somebody who is seen and heard, by the same words as a page; until a real browser of theirs comes in. */
export async function meet(at: Meeting, bot: Bot): Promise<void> {
  for (;;) {
    const wait = await once(at, bot).catch(() => 2_000);
    if (wait === null) return;
    await sleep(wait + Math.random() * 1_000);
  }
}

async function ask(at: Meeting, { cookies, as }: Bot, what: Ask): Promise<MediaAnswer> {
  const answer = await fetch(`${at.origin}/bijeenkomst/${at.session}/beeld`, {
    method: "POST",
    headers: { cookie: cookies, origin: at.origin },
    body: new URLSearchParams({ vraag: JSON.stringify({ ...what, as }) }),
  });
  return (await answer.json()) as MediaAnswer; // our own server's
}

/** One connection, from ticket to its end. @returns how long to wait before the next, in ms; null when another has it now */
async function once(at: Meeting, bot: Bot): Promise<number | null> {
  const ticket = await ask(at, bot, { do: "ticket" });
  if (ticket.status !== "ticket") return 4_000;
  const me = holderOf(ticket.ticket);
  drawn.add(me);
  const own = { sound: true, picture: bot.hasCamera };
  const wants = { pinned: null, pictures: false };
  const joined = await ask(at, bot, { do: "join", ticket: ticket.ticket, own, wants });
  if (joined.status !== "offer") return 2_000;
  const { generation } = joined;
  const sender = openSender(joined.sdp, bot);
  try {
    const answered = await ask(at, bot, { do: "answer", generation, sdp: sender.answer });
    if (answered.status !== "candidates") return 1_000;
    sender.reach(answered.candidates);
    for (let after = 0; ; ) {
      const heard = await ask(at, bot, { do: "hear", generation, after });
      if (heard.status === "told") {
        after = heard.told.n;
        sender.told(heard.told);
        const here = [me, ...heard.told.placed.map(({ id }) => id)];
        sender.wear(facesFor(here.filter((id) => drawn.has(id))).get(me) ?? bot.code);
      } else if (heard.status === "none" && heard.why === "elsewhere") return null;
      else if (heard.status !== "same") return 500;
    }
  } finally {
    sender.close();
  }
}

/** A ticket says itself whose it is. */
const holderOf = (ticket: string): string =>
  (JSON.parse(Buffer.from(ticket.split(".")[0] ?? "", "base64url").toString()) as { person: string }).person;

function openSender(offer: string, bot: Bot) {
  let face = bot.code;
  const kept: Track[] = [];
  const pc = new PeerConnection(`bot ${bot.code}`, { iceServers: [], disableAutoNegotiation: true });
  const line = (mid: string, media: InstanceType<typeof Audio> | InstanceType<typeof Video>, type: number) => {
    lastSsrc += 1;
    const ssrc = lastSsrc;
    if (type === opusType) (media as InstanceType<typeof Audio>).addOpusCodec(opusType);
    else (media as InstanceType<typeof Video>).addVP8Codec(vp8Type);
    media.addSSRC(ssrc, `d${ssrc}`, `d${ssrc}`, mid);
    const track = pc.addTrack(media);
    track.onClosed(safely(() => {}));
    track.onError(safely(() => {}));
    track.onMessage(
      safely((message) => {
        if (type === vp8Type && message instanceof Buffer && asksForWhole(message)) picture = 0;
      }),
    );
    kept.push(track);
    return { track, stream: newStream(ssrc, type) };
  };
  let picture = 0;
  let id = 0;
  let sound = 0;
  let may: Told["place"] = null;
  let asked: Told["asked"] = { large: false, small: false };
  let isOpen = false;
  const a = line("a", new Audio("a", "SendOnly"), opusType);
  const sizes = {
    large: line("v", new Video("v", "SendOnly"), vp8Type),
    small: line("w", new Video("w", "SendOnly"), vp8Type),
  };
  pc.onTrack(
    safely((track) => {
      // What nobody holds falls silent, and one without these ends the process.
      track.onClosed(safely(() => {}));
      track.onError(safely(() => {}));
      track.onMessage(safely(() => {}));
      kept.push(track);
    }),
  );
  pc.onStateChange(
    safely((state) => {
      isOpen = state === "connected";
    }),
  );
  pc.setRemoteDescription(offer as never, "offer" as never);
  pc.setLocalDescription("answer" as never);
  const answer = (pc.localDescription()?.sdp ?? "").replace(/a=(candidate:.*|end-of-candidates)\r?\n/g, "");

  const begun = performance.now();
  const speak = safely(() => {
    const { sounds } = readLoop(face);
    const frames = Math.floor((performance.now() - begun) / 20);
    for (; sound < frames; sound++) {
      // Who is silent says so now and then: a line on which nothing comes at all is taken for broken.
      const isLoud = speaksAt(bot.code, Date.now() / 1000);
      const frame = isLoud ? sounds[sound % sounds.length] : sound % 20 === 0 ? silence : undefined;
      if (frame && isOpen && may?.may.sound) a.track.sendMessageBinary(soundPacket(a.stream, frame, sound * 960));
    }
  });
  const show = safely(() => {
    const { pictures } = readLoop(face);
    id = (id + 1) & 0x7fff;
    const frame = pictures[picture];
    picture = (picture + 1) % pictures.length;
    if (!frame || !isOpen || !bot.hasCamera || !may?.may.picture) return;
    for (const size of ["large", "small"] as const)
      if (asked[size])
        for (const packet of picturePackets(sizes[size].stream, frame, id * 9_000, id))
          sizes[size].track.sendMessageBinary(packet);
  });
  const timers = [setInterval(speak, 20), setInterval(show, 100)];
  return {
    answer,
    reach: (candidates: readonly string[]) => {
      for (const one of candidates) safely(() => pc.addRemoteCandidate(one, "a"))();
    },
    told(now: Told) {
      may = now.place as Told["place"];
      if ((now.asked.large && !asked.large) || (now.asked.small && !asked.small)) picture = 0;
      asked = now.asked;
    },
    wear(next: number) {
      if (next !== face) picture = 0;
      face = next;
    },
    close() {
      for (const timer of timers) clearInterval(timer);
      isOpen = false;
      for (const track of kept) safely(() => track.close())();
      safely(() => pc.close())();
    },
  };
}
