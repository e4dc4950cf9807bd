import { createSocket } from "node:dgram";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PersonId } from "../app/platform/ids.ts";
import type { Place } from "../app/session/video/client/place.ts";
import { openMedia } from "../app/session/video/providers/media.server.ts";
import type { MediaProvider, Member } from "../app/session/video/providers/provider.ts";
import { freeUdpPorts } from "./udp-proxy.ts";
import { until } from "./until.ts";

// docs/media.md: the rules between brackets. Two relays as an installation has them, and no browser.

const both = { sound: true, picture: true };
const wants = { pinned: null, pictures: true };
const member = (name: string): Member => ({ as: "participant", personId: name as PersonId, sessionId: "session" });
const place = (room: string): Place => ({ room, kind: "group", may: both, interpreters: [] });
const nameless = async () => ({});
let media: MediaProvider;

beforeAll(async () => {
  media = openMedia({ bindAddress: "127.0.0.1", publicAddress: null, ports: [], doors: [] }, () => {});
  // Until both relays are there: two rooms are on two of them.
  await until(async () => {
    const { generation } = await come("noor", "one");
    await come("sami", "two");
    media.move(member("noor"), place("two"));
    const said = await media.hear(member("noor"), generation, 0, nameless);
    for (const name of ["noor", "sami"]) media.drop(member(name));
    return said.status === "offer";
  });
});
afterAll(() => media.close());

async function come(name: string, room: string): Promise<{ readonly generation: number; readonly sdp: string }> {
  const said = await media.join(member(name), place(room), both, wants, nameless);
  if (said.status !== "offer") throw new Error(JSON.stringify(said));
  return said;
}
const keysOf = (sdp: string) => /a=fingerprint:\S+ \S+/.exec(sdp)?.[0];

test("moved to a table of another relay, a page that waits has its offer at once, and asks for no ticket [ME4]", async () => {
  const noor = await come("noor", "one");
  await come("sami", "two");
  const first = await media.hear(member("noor"), noor.generation, 0, nameless);
  const after = first.status === "told" ? first.told.n : 0;
  const waits = media.hear(member("noor"), noor.generation, after, nameless);
  media.move(member("noor"), place("two"));
  const moved = await waits;
  if (moved.status !== "offer") throw new Error(JSON.stringify(moved));
  expect(moved.generation).toBeGreaterThan(noor.generation);
  expect(keysOf(moved.sdp)).toBeDefined();
  // what asks as before is the same tab, and begins anew; it is told of no other window
  expect(await media.hear(member("noor"), noor.generation, after, nameless)).toEqual({ status: "again" });
  expect(media.state(member("noor"), noor.generation, both, wants)).toEqual({ status: "again" });
  // the new one is there, and known at the table
  expect((await media.hear(member("noor"), moved.generation, 0, nameless)).status).toBe("told");
  expect(media.members("session")).toHaveLength(2);
  for (const name of ["noor", "sami"]) media.drop(member(name));
});

test("moved before it asked, the offer waits for it; another tab is another tab still [ME4]", async () => {
  const noor = await come("noor", "one");
  await come("sami", "two");
  media.move(member("noor"), place("two"));
  const moved = await media.hear(member("noor"), noor.generation, 0, nameless);
  expect(moved.status).toBe("offer");
  const newest = await come("noor", "two");
  for (const before of [noor.generation, moved.status === "offer" ? moved.generation : 0])
    expect(await media.hear(member("noor"), before, 0, nameless)).toEqual({ status: "none", why: "elsewhere" });
  expect((await media.hear(member("noor"), newest.generation, 0, nameless)).status).toBe("told");
});

test("a port that is taken ends nothing: it is said by its number, and once it is free the relay stands there [ME5]", async () => {
  const port = await freeUdpPorts(1);
  const taken = createSocket("udp4");
  await new Promise<void>((resolve) => taken.bind(port, "127.0.0.1", resolve));
  const said: unknown[] = [];
  const settings = { bindAddress: "127.0.0.1", publicAddress: null, ports: [port], doors: [] };
  const waits = openMedia(settings, (line, about) => said.push([line, about]));
  const asked = () => waits.join(member("noor"), place("one"), both, wants, nameless);
  expect(await asked()).not.toMatchObject({ status: "offer" });
  await until(() => said.length > 1);
  expect(said[0]).toEqual(["media: poort of adres niet beschikbaar", { port }]);
  await new Promise<void>((resolve) => taken.close(() => resolve()));
  await until(async () => (await asked()).status === "offer");
  await waits.close();
});
