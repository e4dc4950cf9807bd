import { describe, expect, test } from "vitest";
import WebSocket from "ws";
import { protocol } from "../app/session/live/protocol.ts";
import { freshDatabase } from "./database.ts";
import { freePort, startKlankbord } from "./klankbord.ts";
import { programOf, proxies, startProxy } from "./proxy.ts";
import { guestCookie } from "./visitors.ts";
import { makeWorld } from "./world.ts";

/** Needs the packages of Debian: `apt-get install nginx-light caddy`. */
describe.each(proxies.filter((name) => programOf(name) !== null))("behind %s", (name) => {
  test("pages, forms, the live line and large headers come through, over TLS 1.2 and 1.3 only", async () => {
    await using database = await freshDatabase();
    const here = await makeWorld(database.db, "hier");
    const cookie = await guestCookie(database.db, here.people[1] as never, here.dialogueId);
    const port = await freePort();
    await using proxy = await startProxy(name, port);
    await using _klankbord = await startKlankbord({
      port,
      env: { DATABASE_URL: database.url, ORIGIN: proxy.origin, TRUST_PROXY: "1" },
    });
    await proxy.ready();

    const page = await proxy.ask("/oproep/hier");
    expect(page.status).toBe(200);
    expect(page.headers["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
    expect(page.headers["content-security-policy"]).toContain(`wss://localhost:${proxy.port}`);
    const headers = { origin: proxy.origin, "content-type": "application/x-www-form-urlencoded" };
    const posted = await proxy.ask("/taal", { method: "POST", headers, body: "taal=en" });
    expect(posted.status).toBe(303);
    expect(String(posted.headers["set-cookie"])).toContain("__Host-taal=en");
    const foreign = await proxy.ask("/taal", { method: "POST", headers: { ...headers, origin: "https://elders.example" } });
    expect(foreign.status).toBe(403);

    // figures are for the machine itself, also when the proxy is on it
    expect((await proxy.ask("/metrics")).status).toBe(404);
    const large = await proxy.ask("/oproep/hier", { headers: { cookie: `a=${"x".repeat(12_000)}` } });
    expect(large.status).toBe(200);
    const body = `text=${"x".repeat(1024 * 1024)}`;
    expect((await proxy.ask("/team/aanmelden", { method: "POST", headers, body })).status).toBe(413);

    expect(await proxy.speaks("TLSv1.3")).toBe(true);
    expect(await proxy.speaks("TLSv1.2")).toBe(true);
    expect(await proxy.speaks("TLSv1.1")).toBe(false);

    const heard = await new Promise<string>((resolve) => {
      const socket = new WebSocket(`wss://localhost:${proxy.port}/live`, {
        ca: proxy.ca,
        headers: { cookie, origin: proxy.origin },
      });
      socket.on("open", () =>
        socket.send(JSON.stringify({ type: "hello", protocol, session: here.sessionId, as: "participant" })),
      );
      socket.on("message", (data) => {
        resolve(String(JSON.parse(String(data)).type));
        socket.close();
      });
      socket.on("close", (code) => resolve(`closed ${code}`));
      socket.on("error", (error) => resolve(error.message));
    });
    expect(heard).toBe("view");

    // without a socket: an answer that waits for news is passed on as it comes
    const stand = await proxy.ask(`/bijeenkomst/${here.sessionId}/stand?als=participant`, { headers: { cookie } });
    expect(stand.status).toBe(200);
  });
});

test("the proxies of Debian were there to try", () => {
  // where they are not, this says so instead of a silent yes
  if (proxies.every((name) => programOf(name) === null))
    console.warn("nginx and caddy are not installed: their configurations were not tried");
  expect(proxies.length).toBe(2);
});
