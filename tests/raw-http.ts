import { connect, type Socket } from "node:net";

export interface RawAnswer {
  /** null: the line was ended without a word */
  readonly status: number | null;
  readonly text: string;
}

/** Sends bytes as they are, and waits until the other side ends the line, or has answered and stays silent. */
export function sendRaw(port: number, bytes: string | Buffer, options: { readonly half?: boolean } = {}): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let text = "";
    let quiet: NodeJS.Timeout | undefined;
    const done = () => {
      clearTimeout(quiet);
      socket.destroy();
      const status = /^HTTP\/1\.[01] (\d{3})/.exec(text)?.[1];
      resolve({ status: status ? Number(status) : null, text });
    };
    socket.on("error", done);
    socket.on("close", done);
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      clearTimeout(quiet);
      if (isWhole(text)) done();
      else quiet = setTimeout(done, 3_000);
    });
    socket.write(bytes);
    // With its sending side ended, a request that is not whole cannot become whole.
    if (!options.half) socket.end();
  });
}

function isWhole(text: string): boolean {
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return false;
  const length = /^content-length: (\d+)/im.exec(text.slice(0, end))?.[1];
  return length !== undefined && Buffer.byteLength(text.slice(end + 4), "latin1") >= Number(length);
}

/** A client that never finishes: sends a beginning, then a bit each second. @returns after how long it was ended, in ms */
export function dawdle(port: number, begin: string, bit: string): { readonly socket: Socket; readonly ended: Promise<number> } {
  const socket = connect(port, "127.0.0.1");
  const began = performance.now();
  socket.on("error", () => {});
  socket.on("data", () => {});
  socket.write(begin);
  const drip = setInterval(() => socket.write(bit), 1_000);
  const ended = new Promise<number>((resolve) => {
    socket.once("close", () => {
      clearInterval(drip);
      resolve(performance.now() - began);
    });
  });
  return { socket, ended };
}
