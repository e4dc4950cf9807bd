// npm run dev: the same app from the sources, made anew when a part of the server changes.
import { createServer } from "node:http";
import path from "node:path";
import { createServer as createVite } from "vite";

process.env.NODE_ENV ??= "development";
const root = path.resolve(import.meta.dirname, "..");
const server = createServer();
const vite = await createVite({ root, appType: "custom", server: { middlewareMode: { server }, hmr: { server } } });
let now;
let from;
let busy = Promise.resolve();

async function make() {
  const entry = await vite.environments.ssr.runner.import("/app/server.ts");
  if (entry.createApp === from) return now;
  from = entry.createApp;
  if (now) {
    await now.app.stop();
    await now.services.close();
  }
  const read = entry.readEnvironment(process.env);
  if (!read.ok) throw new Error(read.line);
  const services = await entry.openServices({ root, environment: read.value, log: entry.makeLog(), jobs: entry.jobs });
  await entry.startUp(services.db);
  now = { entry, services, app: await entry.createApp(services, { clientDir: null }), environment: read.value };
  return now;
}
const load = () => (busy = busy.catch(() => {}).then(make));
let timer;
vite.watcher.on("change", () => {
  clearTimeout(timer);
  timer = setTimeout(() => load().catch((error) => console.error(error)), 80);
});
server.on("request", (request, response) =>
  vite.middlewares(request, response, async (error) => {
    try {
      if (error) throw error;
      (await load()).app.listener(request, response);
    } catch (fault) {
      console.error(fault);
      response.statusCode = 500;
      response.end(String(fault?.stack ?? fault));
    }
  }),
);
server.on("upgrade", async (request, socket, head) => {
  if ((request.headers["sec-websocket-protocol"] ?? "").startsWith("vite-")) return;
  if (!(await load()).app.upgrade(request, socket, head)) socket.destroy();
});
const { entry, services, environment } = await load();
server.listen(environment.port, environment.host, async () => {
  console.error(`Klankbord (ontwikkeling) op ${environment.origin}`);
  if (!(await entry.isClaimed(services.db))) console.error(`${environment.origin}/claim/${await entry.makeClaim(services.db)}`);
});
// React Router's child compiler is a second Vite server whose own handler would exit before the database has stopped.
process.removeAllListeners("SIGTERM");
for (const signal of ["SIGTERM", "SIGINT"])
  process.once(signal, async () => {
    await now.app.stop();
    server.close();
    server.closeAllConnections();
    await now.services.close();
    await vite.close();
    process.exit(0);
  });
