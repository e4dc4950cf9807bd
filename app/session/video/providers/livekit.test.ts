import { createHash, createHmac } from "node:crypto";
import { expect, test } from "vitest";
import type { PersonId } from "../../../platform/ids.ts";
import { identityOf, sessionOf, whoIs } from "./livekit-identity.ts";
import { arrivalIn, belongs, isPermitted } from "./livekit-posts.ts";
import { isFromLiveKit, joinToken, permissionFor, signToken } from "./livekit-token.server.ts";

// docs/media.md: the rules between brackets.

const pair = { key: "klankbord", secret: "a-secret-of-more-than-32-characters" };
const now = Date.UTC(2026, 10, 30, 12);
const nothing = { sound: false, picture: false };
const all = { sound: true, picture: true };
const read = (token: string) => JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());

test("a token for ten minutes opens one room and nothing else [ME1, ME21]", () => {
  const may = permissionFor(all, "group");
  const token = joinToken(pair, { identity: "p", name: "Noor", room: "a b c", may }, now);
  const [head, body, seal] = token.split(".");
  expect(createHmac("sha256", pair.secret).update(`${head}.${body}`).digest("base64url")).toBe(seal);
  expect(read(token)).toEqual({
    ...{ iss: "klankbord", sub: "p", name: "Noor", nbf: now / 1000 - 30, exp: now / 1000 + 600 },
    video: {
      ...{ room: "a b c", roomJoin: true, canSubscribe: true, canPublish: true, canPublishSources: ["microphone", "camera"] },
      ...{ canPublishData: false, canUpdateOwnMetadata: false, hidden: false },
    },
  });
});

test("the audience of a plenary looks on, sends nothing and is in no list [ME21]", () => {
  expect(permissionFor(nothing, "plenary")).toMatchObject({
    canSubscribe: true,
    canPublish: false,
    canPublishSources: [],
    hidden: true,
  });
  expect(permissionFor(all, "plenary")).toMatchObject({ canPublish: true, hidden: false });
  // who was silenced at a table is still seen to sit there
  expect(permissionFor(nothing, "group")).toMatchObject({ canPublish: false, hidden: false });
  expect(permissionFor({ sound: true, picture: false }, "group").canPublishSources).toEqual(["MICROPHONE"]);
});

test("what LiveKit posts counts when it signed this very body, lately, with our key [ME22]", () => {
  const body = '{"event":"participant_joined"}';
  const signed = (over: string, more: object = {}, by = pair) =>
    signToken(by, { sha256: createHash("sha256").update(over).digest("base64"), ...more }, now, 60);
  expect(isFromLiveKit(pair, signed(body), body, now)).toBe(true);
  expect(isFromLiveKit(pair, `Bearer ${signed(body)}`, body, now)).toBe(true);
  const good = signed(body);
  const [head, claims, seal] = good.split(".");
  const none = Buffer.from('{"alg":"none"}').toString("base64url");
  for (const [what, header, over, at] of [
    ["another body", good, `${body} `, now],
    ["another secret", signed(body, {}, { ...pair, secret: "another-secret-of-32-characters-" }), body, now],
    ["another key", signed(body, { iss: "other" }), body, now],
    ["too late", good, body, now + 120_000],
    ["too early", good, body, now - 120_000],
    ["no hash of a body", signToken(pair, {}, now, 60), body, now],
    [
      "a token to come in with",
      joinToken(pair, { identity: "p", name: "", room: "r", may: permissionFor(all, "group") }, now),
      body,
      now,
    ],
    ["no signature", `${none}.${claims}.`, body, now],
    ["another head", `${none}.${claims}.${seal}`, body, now],
    ["torn", `${head}.${claims}`, body, now],
    ["longer", `${good}.x`, body, now],
    ["nothing", "", body, now],
  ] as const)
    expect(isFromLiveKit(pair, header, over, at), what).toBe(false);
});

test("who came in where is read from what it posted; all else tells nothing", () => {
  const posted = { event: "participant_joined", room: { name: "r", sid: "s" }, participant: { identity: "p", state: "ACTIVE" } };
  expect(arrivalIn(JSON.stringify(posted))).toEqual({ room: "r", identity: "p", permission: undefined });
  for (const other of ["", "[]", "{}", JSON.stringify({ ...posted, event: "room_started" }), '{"event":"participant_joined"}'])
    expect(arrivalIn(other)).toBeNull();
});

test("who leads and takes part is two people for LiveKit; a room tells its session", () => {
  const id = "1f0c7a3e-0000-4000-8000-000000000001" as PersonId;
  for (const as of ["participant", "team"] as const)
    expect(whoIs(identityOf({ as, personId: id }))).toEqual({ as, personId: id });
  expect(identityOf({ as: "participant", personId: id })).toBe(id);
  expect(sessionOf(`${id} ${id}`)).toBe(id);
  expect(sessionOf(`${id} ${id} ${id}`)).toBe(id);
  for (const other of ["", "hall", `${id}`, `${id} x`, `x${id} ${id}`]) expect(sessionOf(other)).toBeNull();
});

test("somebody belongs in the room where the table says, and may there what it says [ME21]", () => {
  const place = { room: "here", kind: "group", may: all, interpreters: [] } as const;
  const seating = { sessionId: "s", rooms: "here", placeOf: () => place };
  expect(belongs(seating, "here", "p")).toBe(place);
  expect(belongs(seating, "there", "p")).toBeNull();
  expect(belongs({ ...seating, placeOf: () => null }, "here", "p")).toBeNull();
  const right = permissionFor(all, "group");
  const told = { canSubscribe: true, canPublish: true, canPublishSources: ["CAMERA", "MICROPHONE"] };
  expect(isPermitted(told, right)).toBe(true);
  expect(isPermitted({ can_subscribe: true, can_publish: true, can_publish_sources: ["MICROPHONE", "CAMERA"] }, right)).toBe(
    true,
  );
  for (const other of [
    undefined,
    {},
    { ...told, canPublish: false },
    { ...told, hidden: true },
    { ...told, canPublishSources: [] },
  ])
    expect(isPermitted(other, right)).toBe(false);
  expect(isPermitted({ ...told, canPublishData: true }, right)).toBe(false);
});
