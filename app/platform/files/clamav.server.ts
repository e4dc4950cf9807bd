import { connect } from "node:net";

/** What a scanner says of bytes. `away`: it could not be asked, or did not understand; then nothing is kept. */
type Scanned = "clean" | "found" | "away";
export type Scanner = (bytes: Uint8Array) => Promise<Scanned>;

const chunk = 64 * 1024;

/**
 * Asks a ClamAV daemon, by its INSTREAM command over TCP.
 * @param url `tcp://host:port`, from the setting CLAMAV_URL
 * @returns a scanner that never throws
 */
export function clamav(url: string, withinMs = 20_000): Scanner {
  const { hostname, port } = new URL(url);
  return (bytes) =>
    new Promise((resolve) => {
      const socket = connect({ host: hostname.replace(/^\[|\]$/g, ""), port: Number(port || 3310) });
      let reply = "";
      const end = (said: Scanned) => {
        socket.destroy();
        resolve(said);
      };
      socket.setTimeout(withinMs, () => end("away"));
      socket.on("error", () => end("away"));
      socket.on("data", (data) => {
        reply += data.toString("latin1");
        if (reply.length > 4_096) end("away");
      });
      socket.on("close", () => end(saidIn(reply)));
      socket.on("connect", () => {
        socket.write("zINSTREAM\0");
        for (let at = 0; at < bytes.length; at += chunk) {
          const part = bytes.subarray(at, at + chunk);
          const length = Buffer.alloc(4);
          length.writeUInt32BE(part.length);
          socket.write(length);
          socket.write(part);
        }
        socket.write(Buffer.alloc(4));
      });
    });
}

function saidIn(reply: string): Scanned {
  const line = reply.replace(/\0.*$/s, "").trim();
  if (line === "stream: OK") return "clean";
  return / FOUND$/.test(line) ? "found" : "away";
}
