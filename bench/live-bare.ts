// What it costs to say the same bytes as often, without anything else: a loop over the sockets of `ws`, or socket.io from a folder of its own.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { WebSocketServer } from "ws";

/** As much of it as is asked of it; the package is no dependency of ours. */
interface SocketIo {
  readonly Server: new (
    server: unknown,
    options: object,
  ) => {
    on(event: "connection", hear: (socket: IoSocket) => void): void;
    emit(event: string, text: string): void;
  };
}
interface IoSocket {
  emit(event: string, said: unknown): void;
  on(event: string, hear: (said: number) => void): void;
}

const [kind, length, tickMs, socketIoDir] = process.argv.slice(2);
let seq = 0;
/** as long as a message of ours, and read by the same crowd */
function message(): string {
  seq += 1;
  const text = `{"type":"view","epoch":"bare","seq":${seq},"now":${Date.now()},"after":${seq - 1},"hall":{"answers":${seq}`;
  return `${text},"rest":"${"x".repeat(Math.max(0, Number(length) - text.length - 12))}"}}`;
}

const server = createServer();
if (kind === "ws") {
  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  sockets.on("connection", (socket) => {
    socket.on("message", (data) => {
      const said = JSON.parse(String(data)) as { type: string; sentAt?: number };
      socket.send(said.type === "beat" ? JSON.stringify({ type: "beat", sentAt: said.sentAt, now: Date.now() }) : message());
    });
  });
  setInterval(() => {
    const bytes = Buffer.from(message());
    for (const socket of sockets.clients) socket.send(bytes, { binary: false });
  }, Number(tickMs));
} else {
  const { Server } = createRequire(`${socketIoDir}/`)("socket.io") as SocketIo;
  const io = new Server(server, { transports: ["websocket"], perMessageDeflate: false });
  io.on("connection", (socket) => {
    socket.emit("view", message());
    socket.on("beat", (sentAt) => socket.emit("beat", { sentAt, now: Date.now() }));
  });
  setInterval(() => io.emit("view", message()), Number(tickMs));
}
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.log(typeof address === "object" ? address?.port : 0);
});
