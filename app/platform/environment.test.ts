import { expect, test } from "vitest";
import { readEnvironment } from "./environment.ts";
import { mailNeedsTls } from "./http/tls-settings.ts";

const value = (env: Record<string, string>) => {
  const read = readEnvironment(env);
  if (!read.ok) throw new Error(read.line);
  return read.value;
};
const line = (env: Record<string, string>) => {
  const read = readEnvironment(env);
  return read.ok ? null : read.line;
};

test("sound and picture are there without a setting, and can be left out [ME9]", () => {
  expect(value({})).toMatchObject({ media: true, mediaPorts: null, mediaPublicAddress: null, iceServers: [] });
  expect(value({ MEDIA: "off" }).media).toBe(false);
});

test("ports, address and servers are read, or named with their remedy", () => {
  expect(value({ MEDIA_PORTS: "40000" }).mediaPorts).toEqual({ from: 40_000, to: 40_000 });
  expect(value({ MEDIA_PORTS: "40000-40002" }).mediaPorts).toEqual({ from: 40_000, to: 40_002 });
  expect(value({ MEDIA_PUBLIC_ADDRESS: "2001:db8::1" }).mediaPublicAddress).toBe("2001:db8::1");
  expect(value({ ICE_SERVERS: '[{"urls":"turn:t.example:3478","secret":"s"}]' }).iceServers).toEqual([
    { urls: ["turn:t.example:3478"], secret: "s" },
  ]);
  for (const [name, wrong] of [
    ["MEDIA", "aan"],
    ["MEDIA_PORTS", "40002-40000"],
    ["MEDIA_PORTS", "veel"],
    ["MEDIA_PUBLIC_ADDRESS", "dialoog.example"],
    ["ICE_SERVERS", "turn:t.example"],
    ["ICE_SERVERS", '[{"urls":"https://t.example"}]'],
  ] as const)
    expect(line({ [name]: wrong }), wrong).toMatch(new RegExp(`^${name} heeft een verkeerde waarde: .+\\.$`));
});

test("roles of which a passkey is asked are named, and mean nothing where the organisation signs everybody in", () => {
  expect(value({}).passkeyFor).toEqual([]);
  expect(value({ PASSKEY_FOR: "administrator, organiser" }).passkeyFor).toEqual(["administrator", "organiser"]);
  expect(line({ PASSKEY_FOR: "beheerder" })).toMatch(
    /^PASSKEY_FOR heeft een verkeerde waarde: noem rollen uit: administrator, .+\.$/,
  );
  const oidc = { OIDC_ISSUER: "https://i.example", OIDC_CLIENT_ID: "k", OIDC_CLIENT_SECRET: "s" };
  expect(value({ ...oidc, PASSKEY_FOR: "organiser" }).passkeyFor).toEqual(["organiser"]);
  expect(value({ ...oidc, OIDC_ONLY: "1", PASSKEY_FOR: "organiser" }).passkeyFor).toEqual([]);
});

test("LiveKit carries sound and picture once its address, key and secret are there; half of them is named", () => {
  const secret = "a-secret-of-more-than-32-characters";
  const all = { LIVEKIT_URL: "wss://livekit.example/", LIVEKIT_KEY: "klankbord", LIVEKIT_SECRET: secret };
  const read = { url: "wss://livekit.example", apiUrl: "https://livekit.example", key: "klankbord", secret };
  expect(value({})).toMatchObject({ livekit: null });
  expect(value(all)).toMatchObject({ media: true, livekit: read });
  expect(value({ ...all, MEDIA: "livekit" }).livekit).toEqual(read);
  // said otherwise, it is left alone
  expect(value({ ...all, MEDIA: "embedded" })).toMatchObject({ media: true, livekit: null });
  expect(value({ ...all, MEDIA: "off" })).toMatchObject({ media: false, livekit: null });
  expect(value({ ...all, LIVEKIT_URL: "http://127.0.0.1:7880" }).livekit).toMatchObject({ url: "ws://127.0.0.1:7880" });
  for (const [name, env] of [
    ["MEDIA", { MEDIA: "livekit" }],
    ["LIVEKIT_KEY", { ...all, LIVEKIT_KEY: "" }],
    ["LIVEKIT_SECRET", { ...all, LIVEKIT_SECRET: "" }],
    ["LIVEKIT_SECRET", { ...all, LIVEKIT_SECRET: "short" }],
    ["LIVEKIT_URL", { ...all, LIVEKIT_URL: "ws://livekit.example" }],
    ["LIVEKIT_URL", { ...all, LIVEKIT_URL: "livekit.example" }],
  ] as const)
    expect(line(env)).toMatch(new RegExp(`^${name} heeft een verkeerde waarde: .+\\.$`));
});

test("a database elsewhere is reached by TLS, unless its network was said to be fenced", () => {
  for (const fine of [
    ...[
      "postgres://k:s@localhost/k",
      "postgres://k:s@127.0.0.1:5432/k",
      "postgres://k@[::1]/k",
      "postgres:///k?host=/run/postgresql",
    ],
    ...["postgres://k:s@db.example/k?sslmode=verify-full", "postgres://k:s@db.example/k?sslmode=require"],
  ])
    expect(value({ DATABASE_URL: fine }).databaseUrl, fine).toBe(fine);
  for (const bare of [
    "postgres://k:s@db.example/k",
    "postgres://k:s@10.0.0.3/k?sslmode=prefer",
    "postgres:///k?host=db.example",
  ]) {
    expect(line({ DATABASE_URL: bare }), bare).toMatch(/^DATABASE_URL wijst naar een andere machine zonder TLS: .+\.$/);
    expect(value({ DATABASE_URL: bare, WITHOUT_TLS: "database" }).withoutTls).toEqual(["database"]);
  }
  expect(line({ WITHOUT_TLS: "alles" })).toBe("WITHOUT_TLS heeft een verkeerde waarde: kies uit: database, mail.");
});

test("mail leaves this machine by TLS only, unless its network was said to be fenced", () => {
  expect(mailNeedsTls("smtp://mail.example:587", [])).toBe(true);
  expect(mailNeedsTls("smtp://mail.example:25", ["mail"])).toBe(false);
  for (const here of ["smtp://localhost:25", "smtp://127.0.0.1:2525", "smtp://[::1]:25"])
    expect(mailNeedsTls(here, []), here).toBe(false);
});
