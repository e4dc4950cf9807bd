import { expect, test } from "vitest";
import { isPublic } from "./address.server.ts";
import { cloudEvent, sourceOf } from "./event.ts";
import { readAddress, waitAfter, waits } from "./hook.ts";

test("only addresses of the public internet are public", () => {
  for (const address of ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "2a02:898:52::1"])
    expect(isPublic(address), address).toBe(true);
  for (const address of [
    ...["127.0.0.1", "127.255.0.9", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1"],
    ...["0.0.0.0", "224.0.0.1", "255.255.255.255", "192.0.2.7", "198.18.0.1", "::", "::1", "fe80::1", "fc00::1", "fd12::1"],
    ...[
      "::ffff:127.0.0.1",
      "::ffff:10.0.0.1",
      "::7f00:1",
      "64:ff9b::7f00:1",
      "2002:7f00:1::",
      "ff02::1",
      "2001:db8::1",
      "niets",
      "",
    ],
  ])
    expect(isPublic(address), address).toBe(false);
});

test("an address needs TLS, but for hosts that are named outside, and holds no password", () => {
  expect(readAddress("https://voorbeeld.nl/in?a=1#b", [])).toEqual({ ok: true, url: "https://voorbeeld.nl/in?a=1" });
  expect(readAddress("http://voorbeeld.nl/in", [])).toEqual({ ok: false, why: "scheme" });
  expect(readAddress("http://intern.nl:8080/in", ["intern.nl:8080"])).toEqual({ ok: true, url: "http://intern.nl:8080/in" });
  expect(readAddress("http://intern.nl:8081/in", ["intern.nl:8080"])).toEqual({ ok: false, why: "scheme" });
  expect(readAddress("file:///etc/passwd", ["intern.nl"])).toEqual({ ok: false, why: "scheme" });
  expect(readAddress("https://wie:wat@voorbeeld.nl/", [])).toEqual({ ok: false, why: "credentials" });
  expect(readAddress("voorbeeld.nl", [])).toEqual({ ok: false, why: "unreadable" });
});

test("each wait is longer than the one before, and in the end it stops", () => {
  const all = waits.map((_, index) => waitAfter(index + 1, null, 0.5));
  expect(all).toEqual(waits);
  expect(all.toSorted((a, b) => Number(a) - Number(b))).toEqual(all);
  expect(waitAfter(waits.length + 1, null, 0)).toBeNull();
  expect([waitAfter(1, 60_000, 0), waitAfter(1, 9_000_000, 0), waitAfter(3, 1_000, 0)]).toEqual([60_000, 3_600_000, 270_000]);
});

test("an event is one by the NL GOV profile for CloudEvents", () => {
  const source = sourceOf(undefined, "https://dialoog.example");
  const row = { id: "1", position: 7, subject: "x/2", at: new Date(0), data: { dialoog: "x", versie: 2 } };
  expect(cloudEvent({ ...row, kind: "report.published" }, { source, api: "https://dialoog.example/api/v1" })).toEqual({
    specversion: "1.0",
    id: "1",
    source: "urn:nld:dialoog.example:systeem:klankbord",
    type: "nl.klankbord.verslag-gepubliceerd",
    subject: "x/2",
    time: "1970-01-01T00:00:00.000Z",
    datacontenttype: "application/json",
    dataref: "https://dialoog.example/api/v1/dialogen/x?versie=2",
    sequence: "000000000007",
    data: { dialoog: "x", versie: 2 },
  });
});
