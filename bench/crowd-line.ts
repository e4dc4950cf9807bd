import { randomBytes } from "node:crypto";
import net from "node:net";

/** What a line says and hears, per server that is measured. */
export interface Tongue {
  readonly path: string;
  /** said when the socket is open, and again when this came */
  greet(held: { readonly epoch: string; readonly seq: number } | null): readonly string[];
  /** the answer to what keeps the line alive; null: not that */
  reply(text: string): string | null;
  readonly beat: string | null;
  /** whether it is what the screens are for */
  isTick(text: string): boolean;
}
export interface CrowdLine {
  say(text: string): void;
  drop(): void;
}

/**
 * A screen's socket, as bare as can be: the crowd runs on the same machine as what it measures. Frames of a server are not masked, so
 * they are cut by their length alone.
 */
export function openLine(
  at: { readonly port: number; readonly origin: string; readonly cookie: string; readonly tongue: Tongue },
  hears: { open(): void; text(text: string, bytes: number): void; closed(code: number): void },
): CrowdLine {
  const socket = net.connect(at.port, "127.0.0.1");
  socket.setNoDelay(true);
  let rest: Buffer | null = null;
  let upgraded = false;
  let over = false;
  let code = 0;
  const end = () => {
    if (over) return;
    over = true;
    socket.destroy();
    hears.closed(code);
  };
  socket.on("connect", () => {
    const key = randomBytes(16).toString("base64");
    socket.write(
      `GET ${at.tongue.path} HTTP/1.1\r\nHost: localhost:${at.port}\r\nOrigin: ${at.origin}\r\nCookie: ${at.cookie}\r\n` +
        `Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
    );
  });
  socket.on("error", end);
  socket.on("close", end);
  socket.on("data", (part: Buffer) => {
    let data = rest ? Buffer.concat([rest, part]) : part;
    rest = null;
    if (!upgraded) {
      const head = data.indexOf("\r\n\r\n");
      if (head < 0) {
        rest = data;
        return;
      }
      if (!data.toString("latin1", 0, 12).endsWith("101")) return end();
      upgraded = true;
      data = data.subarray(head + 4);
      hears.open();
    }
    while (data.length >= 2) {
      const short = (data[1] ?? 0) & 127;
      const begin = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (data.length < begin) break;
      const length = short < 126 ? short : short === 126 ? data.readUInt16BE(2) : Number(data.readBigUInt64BE(2));
      if (data.length < begin + length) break;
      const kind = (data[0] ?? 0) & 15;
      if (kind === 1) hears.text(data.toString("latin1", begin, begin + length), length);
      if (kind === 8) {
        code = length >= 2 ? data.readUInt16BE(begin) : 1005;
        end();
      }
      data = data.subarray(begin + length);
    }
    if (data.length > 0 && !over) rest = Buffer.from(data);
  });
  return {
    say(text) {
      if (over || !upgraded) return;
      const body = Buffer.from(text);
      const head =
        body.length < 126
          ? Buffer.from([0x81, 0x80 | body.length])
          : Buffer.from([0x81, 0xfe, body.length >> 8, body.length & 255]);
      // A mask of zeros leaves the text as it is.
      socket.write(Buffer.concat([head, Buffer.alloc(4), body]));
    },
    drop: () => end(),
  };
}
