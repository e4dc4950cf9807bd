// Runs the built Klankbord in this process: database, jobs, pages, socket; ends them in the opposite order.
import { createServer } from "node:http";
import path from "node:path";

process.env.NODE_ENV ??= "production";
const root = path.resolve(import.meta.dirname, "..");
const {
  createApp,
  databaseLine,
  InUse,
  isClaimed,
  jobs,
  limits,
  makeClaim,
  makeLog,
  openServices,
  OtherVersion,
  readEnvironment,
  startUp,
} = await import(path.join(root, "build/server/index.js"));

const read = readEnvironment(process.env);
if (!read.ok) {
  console.error(read.line);
  process.exit(1);
}
const environment = read.value;
const log = makeLog();
let services;
let claim;
let server;
let app;
let stopping = false;

async function stop(code) {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(1), 20_000).unref();
  if (server?.listening) {
    const closed = new Promise((resolve) => server.close(resolve));
    await app.stop();
    const sweep = setInterval(() => server.closeIdleConnections(), 100);
    const hard = setTimeout(() => server.closeAllConnections(), 5_000);
    await closed;
    clearInterval(sweep);
    clearTimeout(hard);
  }
  await services?.close();
  process.exit(code);
}
// Before the database starts: a TERM during the start leaves nothing behind.
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => stop(0));
// A promise that nobody waits for ends no process; only a name and a code are told, a message may hold what people typed.
const label = (error) => ({ name: String(error?.name ?? "unknown"), code: String(error?.code ?? error?.cause?.code ?? "") });
process.on("unhandledRejection", (error) => log("fault: unhandled", label(error)));
process.on("uncaughtException", (error) => {
  log("fault: uncaught", {
    ...label(error),
    where:
      String(error?.stack ?? "")
        .split("\n    at ")[1]
        ?.slice(0, 200) ?? "",
  });
  if (!["ECONNRESET", "EPIPE"].includes(error?.code)) stop(1);
});

try {
  services = await openServices({ root, environment, log, jobs });
  await startUp(services.db);
  claim = (await isClaimed(services.db)) ? null : await makeClaim(services.db);
  app = await createApp(services, { clientDir: path.join(root, "build/client") });
} catch (error) {
  const plain = error instanceof InUse || error instanceof OtherVersion;
  const known = plain ? error.message : databaseLine(error);
  console.error(known ?? error);
  await services?.close();
  process.exit(1);
}
server = createServer({ connectionsCheckingInterval: 2_000 }, app.listener);
limits(server);
server.on("upgrade", (request, socket, head) => {
  socket.on("error", () => {});
  if (!app.upgrade(request, socket, head)) socket.destroy();
});
server.on("error", (error) => {
  const line = error.code === "EADDRINUSE" ? `Poort ${environment.port} is al in gebruik. Kies een andere met PORT.` : error;
  console.error(line);
  stop(1);
});
// A hall that comes back all at once stands in line here; the kernel cuts this to its own limit.
server.listen({ port: environment.port, host: environment.host, backlog: 4_096 }, () => {
  console.error(`\nKlankbord staat klaar op ${environment.origin}`);
  if (claim) {
    console.error(
      `Eerste organisator? Neem Klankbord in gebruik met deze link (werkt één keer):\n${environment.origin}/claim/${claim}\n`,
    );
  }
});
