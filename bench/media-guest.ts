import { openPeer, type Peer } from "./media-peer.ts";

/** Numbers of fields of LiveKit's words (`livekit_rtc.proto`), as far as a guest needs them. */
const asks = { offer: 1, answer: 2, addTrack: 4 } as const;
const says = { answer: 2, offer: 3, trickle: 4 } as const;
const target = { publisher: 0, subscriber: 1 } as const;

interface Field {
  readonly no: number;
  readonly value: number | Buffer;
}

function* fieldsIn(b: Buffer): Generator<Field> {
  let at = 0;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = b[at++] ?? 0;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  while (at < b.length) {
    const head = number();
    const [no, kind] = [Math.floor(head / 8), head % 8];
    if (kind === 0) yield { no, value: number() };
    else if (kind === 2) {
      const length = number();
      yield { no, value: b.subarray(at, at + length) };
      at += length;
    } else at += kind === 1 ? 8 : 4;
  }
}
const textIn = (b: Buffer, no: number): string => {
  for (const field of fieldsIn(b)) if (field.no === no && field.value instanceof Buffer) return field.value.toString();
  return "";
};
const numberIn = (b: Buffer, no: number): number => {
  for (const field of fieldsIn(b)) if (field.no === no && typeof field.value === "number") return field.value;
  return 0;
};

function written(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) + 128);
  }
}
function message(fields: readonly (readonly [number, number | string | Buffer])[]): Buffer {
  return Buffer.concat(
    fields.map(([no, value]) => {
      if (typeof value === "number") return Buffer.from([...written(no * 8), ...written(value)]);
      const body = Buffer.from(value as string);
      return Buffer.concat([Buffer.from([...written(no * 8 + 2), ...written(body.length)]), body]);
    }),
  );
}

/** What is taken of an offer: everything, on the lines that it has. */
function answerTo(offer: string, { name, password, fingerprint, setup }: ReturnType<Peer["keys"]>): string {
  const sections = offer.split(/^m=/m).slice(1);
  const mids = sections.map((one) => /^a=mid:(\S+)/m.exec(one)?.[1] ?? "");
  const lines = sections.flatMap((one, n) => {
    const [first = ""] = one.split(/\r?\n/, 1);
    const [kind, , proto, ...types] = first.split(" ");
    const same = kind === "application" ? ["a=sctp-port:5000"] : ["a=recvonly", "a=rtcp-mux", ...codecsIn(one)];
    return [
      ...[`m=${kind} 9 ${proto} ${types.join(" ")}`, "c=IN IP4 0.0.0.0", `a=mid:${mids[n]}`, ...same],
      ...[`a=setup:${setup}`, `a=ice-ufrag:${name}`, `a=ice-pwd:${password}`],
    ];
  });
  return [
    ...["v=0", "o=- 1 1 IN IP4 0.0.0.0", "s=-", "t=0 0", `a=group:BUNDLE ${mids.join(" ")}`, `a=fingerprint:${fingerprint}`],
    ...lines,
    "",
  ].join("\r\n");
}
const codecsIn = (section: string) => section.match(/^a=rtpmap:.*$/gm)?.map((line) => line.trim()) ?? [];

/** Somebody in a room of LiveKit, as a browser is: one connection that sends, another that receives. @returns the one that sends */
export async function enterLiveKit(at: { readonly url: string; readonly token: string; readonly ssrc: number }): Promise<Peer> {
  const socket = new WebSocket(`${at.url}/rtc?access_token=${at.token}&auto_subscribe=1&protocol=9&sdk=js&version=2.0.0`);
  socket.binaryType = "arraybuffer";
  const peers = { publisher: openPeer(`up ${at.ssrc}`, at.ssrc), subscriber: openPeer(`down ${at.ssrc}`, at.ssrc + 5) };
  const early: Record<keyof typeof target, string[]> = { publisher: [], subscriber: [] };
  const taken = { publisher: false, subscriber: false };
  const ask = (no: number, body: Buffer) => socket.send(Uint8Array.from(message([[no, body]])));

  function take(which: keyof typeof target, sdp: string, kind: "offer" | "answer"): void {
    taken[which] = true;
    peers[which].take(sdp, kind, which === "subscriber");
    for (const candidate of early[which]) peers[which].reach(candidate);
  }
  function publish(): void {
    for (const [cid, type, source] of [
      ["audio", 0, 2],
      ["video", 1, 1],
    ] as const) {
      const size = type === 1 ? [[4, 640] as const, [5, 360] as const] : [];
      ask(asks.addTrack, message([[1, cid], [2, cid], [3, type], ...size, [8, source]]));
    }
    peers.publisher.offer();
    const lines = [
      { mid: "0", kind: "audio" },
      { mid: "1", kind: "video" },
    ] as const;
    ask(
      asks.offer,
      message([
        [1, "offer"],
        [2, peers.publisher.said(lines)],
        [3, 1],
      ]),
    );
  }
  const opened = new Promise<void>((resolve, reject) => {
    socket.onerror = () => reject(new Error("LiveKit is away"));
    socket.onopen = () => resolve();
  });
  socket.onmessage = ({ data }) => {
    for (const { no, value } of fieldsIn(Buffer.from(data as ArrayBuffer))) {
      if (!(value instanceof Buffer)) continue;
      if (no === says.offer) {
        const [sdp, id] = [textIn(value, 2), numberIn(value, 3)];
        // Later ones name more streams on the same connection: of those the engine need not hear.
        if (!taken.subscriber) take("subscriber", sdp, "offer");
        ask(
          asks.answer,
          message([
            [1, "answer"],
            [2, answerTo(sdp, peers.subscriber.keys())],
            [3, id],
          ]),
        );
      } else if (no === says.answer && !taken.publisher) take("publisher", textIn(value, 2), "answer");
      else if (no === says.trickle) {
        const { candidate } = JSON.parse(textIn(value, 1)) as { candidate: string };
        const which = numberIn(value, 2) === target.subscriber ? "subscriber" : "publisher";
        if (taken[which]) peers[which].reach(candidate);
        else early[which].push(candidate);
      }
    }
  };
  await opened;
  publish();
  return peers.publisher;
}
