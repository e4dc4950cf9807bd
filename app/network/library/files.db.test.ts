import { createServer, type Server } from "node:http";
import { type AddressInfo, createServer as createPlainServer, type Server as PlainServer } from "node:net";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { makeWorld, type World } from "../../../tests/world.ts";
import { rowsOf } from "../../platform/database/rows-of.server.ts";
import { clamav } from "../../platform/files/clamav.server.ts";
import { s3, signed } from "../../platform/files/object-store.server.ts";
import { readStorage } from "../../platform/files/storage-settings.ts";
import type { FileId, PersonId } from "../../platform/ids.ts";
import { leaveNetwork } from "../people/members.server.ts";
import { addFile, type FileTools, listFiles, readFile, removeFile, tidyFiles } from "./files.server.ts";
import { judgePractice } from "./practices.server.ts";
import { networkFile, networkPractice } from "./tables.ts";

let database: FreshDatabase;
let here: World;
let bucket: Server;
let scanner: PlainServer;
const objects = new Map<string, Buffer>();
let tools: FileTools;
const inDatabase: FileTools = { store: null, scan: null };

const writer = () => ({ dialogueId: here.dialogueId, personId: here.people[2] as PersonId });
const reader = () => ({ team: false, personId: here.people[1] as PersonId });
const fresh = () => crypto.randomUUID() as FileId;
const pdf = (words = "") => Buffer.from(`%PDF-1.7\n${words}`);
const key = "AKIAIOSFODNN7EXAMPLE";
const secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

const listen = async (server: Server | PlainServer) => {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return (server.address() as AddressInfo).port;
};

beforeAll(async () => {
  database = await freshDatabase();
  here = await makeWorld(database.db, "hier");
  await database.db.delete(networkFile);
  bucket = createServer((request, answer) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const path = request.url ?? "";
      const body = Buffer.concat(chunks);
      const stamp = String(request.headers["x-amz-date"]);
      const at = new Date(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
      const settings = { endpoint: `http://${request.headers.host}`, bucket: "klankbord", region: "eu-test", key, secret };
      const method = request.method as "GET" | "PUT" | "DELETE";
      if (request.headers.authorization !== signed(settings, { method, path, body }, at).authorization) answer.statusCode = 403;
      else if (method === "PUT") objects.set(path, body);
      else if (method === "DELETE") objects.delete(path);
      else if (objects.has(path)) return answer.end(objects.get(path));
      else answer.statusCode = 404;
      answer.end();
    });
  });
  // speaks as clamd does: a length before each part, and a part of length 0 at the end
  scanner = createPlainServer((socket) => {
    let got = Buffer.alloc(0);
    socket.on("data", (data) => {
      got = Buffer.concat([got, data]);
      const command = "zINSTREAM\0";
      let at = command.length;
      let whole = "";
      while (at + 4 <= got.length) {
        const length = got.readUInt32BE(at);
        if (length === 0) {
          const known = got.toString("latin1", 0, command.length) === command;
          socket.end(
            !known ? "UNKNOWN COMMAND\0" : whole.includes("EICAR") ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0",
          );
          return;
        }
        if (at + 4 + length > got.length) return;
        whole += got.toString("latin1", at + 4, at + 4 + length);
        at += 4 + length;
      }
    });
  });
  const settings = readStorage(
    `http://${key}:${encodeURIComponent(secret)}@127.0.0.1:${await listen(bucket)}/klankbord?region=eu-test`,
  );
  if (!settings) throw new Error("no storage");
  tools = { store: s3(settings), scan: clamav(`tcp://127.0.0.1:${await listen(scanner)}`) };
});
afterAll(async () => {
  bucket?.close();
  scanner?.close();
  await database?.[Symbol.asyncDispose]();
});

test("requests are signed as the example of AWS is", () => {
  const settings = {
    endpoint: "https://examplebucket.s3.amazonaws.com",
    bucket: "examplebucket",
    region: "us-east-1",
    key,
    secret,
  };
  const headers = signed(
    settings,
    { method: "GET", path: "/test.txt", body: new Uint8Array() },
    new Date("2013-05-24T00:00:00Z"),
  );
  expect(headers["x-amz-content-sha256"]).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  expect(headers.authorization).toMatch(
    /^AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE\/20130524\/us-east-1\/s3\/aws4_request, SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=[0-9a-f]{64}$/,
  );
  expect(readStorage("https://alleen-host/bak")).toBeNull();
});

test.each([
  ["in the database", () => inDatabase],
  ["in a bucket, scanned", () => tools],
] as const)("a file is kept %s, and read by members once the team published it [NW25]", async (_, which) => {
  const { db } = database;
  const id = fresh();
  const file = { id, name: "Werkblad.pdf", bytes: pdf("stappen") };
  await addFile(db, which(), writer(), here.practiceId, file);
  await addFile(db, which(), writer(), here.practiceId, file);
  const there = () => readFile(db, which().store, here.dialogueId, id, reader());
  expect(await there()).toBeNull();
  expect((await readFile(db, which().store, here.dialogueId, id, { team: true, personId: null }))?.name).toBe("Werkblad.pdf");
  const [entry] = await db.select().from(networkPractice).where(eq(networkPractice.id, here.practiceId));
  expect(entry?.state).toBe("waiting");
  const judge = { publish: true as const, version: entry?.version ?? 0 };
  await judgePractice(db, here.dialogueId, here.people[0] as PersonId, here.practiceId, judge);
  const found = await there();
  expect(found?.type).toBe("application/pdf");
  expect(Buffer.from(found?.bytes ?? []).toString()).toContain("stappen");
  expect((await db.select().from(networkFile).where(eq(networkFile.id, id)))[0]).toMatchObject({
    content: which().store ? null : expect.anything(),
    scannedAt: which().scan ? expect.any(Date) : null,
  });
  expect(objects.has(`/klankbord/bestanden/${id}`)).toBe(which().store !== null);
  await removeFile(db, writer(), id);
  expect(await there()).toBeNull();
  await tidyFiles(db, tools.store);
  expect(objects.has(`/klankbord/bestanden/${id}`)).toBe(false);
});

test("what the scanner finds, or cannot be asked about, is not kept; nor too many, nor with an entry of another", async () => {
  const { db } = database;
  const add = (name: string, bytes: Buffer, by = writer(), how: FileTools = tools) =>
    addFile(db, how, by, here.practiceId, { id: fresh(), name, bytes });
  await expect(add("a.pdf", pdf("EICAR"))).rejects.toMatchObject({ code: "file-virus" });
  const away = { store: null, scan: clamav("tcp://127.0.0.1:9", 2_000) };
  await expect(add("a.pdf", pdf(), writer(), away)).rejects.toMatchObject({ code: "scan-away" });
  await expect(add("a.svg", Buffer.from("<svg/>"))).rejects.toMatchObject({ code: "file-type" });
  await expect(add("a.pdf", pdf(), { ...writer(), personId: here.people[1] as PersonId })).rejects.toMatchObject({
    code: "gone",
  });
  expect(await db.$count(networkFile)).toBe(0);
  expect(objects.size).toBe(0);
  for (let n = 0; n < 5; n++) await add(`${n}.pdf`, pdf());
  await expect(add("6.pdf", pdf())).rejects.toMatchObject({ code: "file-many" });
  expect(await listFiles(db, here.practiceId, false)).toEqual([]);
  expect(await listFiles(db, here.practiceId, true)).toHaveLength(5);
});

test("who leaves takes files along, outside the database too", async () => {
  const { db } = database;
  expect(objects.size).toBe(5);
  await leaveNetwork(db, writer());
  expect(await db.$count(networkFile)).toBe(0);
  expect(await tidyFiles(db, tools.store)).toBe(5);
  expect(objects.size).toBe(0);
  expect(rowsOf(here.dialogueId).length).toBeGreaterThan(0);
});
