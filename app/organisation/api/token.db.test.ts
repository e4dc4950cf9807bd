import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { type OpenIdProvider, startProvider } from "../../../tests/oidc-provider.ts";
import { person } from "../../dialogue/tables.ts";
import type { ApplicationId, PersonId } from "../../platform/ids.ts";
import { makeApplication } from "../connections/applications.server.ts";
import { openApiRoutes } from "./api.server.ts";
import { base } from "./resources.ts";

const origin = "https://dialoog.example";
const app = new Hono<{ Bindings: HttpBindings }>();
let database: FreshDatabase;
let provider: OpenIdProvider;

beforeAll(async () => {
  database = await freshDatabase();
  provider = await startProvider({
    origins: [origin],
    accounts: {},
    machine: { id: "dashboard", secret: "een-geheim", audience: origin + base },
  });
  const { db } = database;
  const [one] = await db.insert(person).values({ name: "Naomi" }).returning({ id: person.id });
  const id = crypto.randomUUID() as ApplicationId;
  await makeApplication(db, one?.id as PersonId, { id, name: "Dashboard", scopes: ["gebeurtenissen"], oauthClient: "dashboard" });
  const { issuer, client } = provider;
  const oidc = { issuer, clientId: client.id, clientSecret: client.secret, name: undefined, roles: null, only: false };
  const rest = { siteName: "Voorbeeld", mailFrom: "dialoog@dialoog.example", trustProxy: 0, eventSource: undefined };
  openApiRoutes(app, { db, environment: { origin, oidc, ...rest } }, () => true);
});
afterAll(async () => {
  await provider?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const ask = async (token: string) =>
  (await app.request(`http://localhost${base}/gebeurtenissen`, { headers: { authorization: `Bearer ${token}` } })).status;

async function tokenFor(resource: string, id = "dashboard"): Promise<string> {
  const answer = await fetch(`${provider.issuer}/token`, {
    method: "POST",
    headers: { authorization: `Basic ${btoa(`${id}:een-geheim`)}` },
    body: new URLSearchParams({ grant_type: "client_credentials", resource }),
  });
  const told = (await answer.json()) as { access_token?: string };
  if (!told.access_token) throw new Error(JSON.stringify(told));
  return told.access_token;
}
const spoil = (token: string, change: (payload: Record<string, unknown>) => void) => {
  const [head, body, sign] = token.split(".");
  const payload = JSON.parse(Buffer.from(body ?? "", "base64url").toString());
  change(payload);
  return [head, Buffer.from(JSON.stringify(payload)).toString("base64url"), sign].join(".");
};

test("a program that the organisation knows asks with a token of its sign-in", async () => {
  const token = await tokenFor(origin + base);
  expect(await ask(token)).toBe(200);
});

test("a token for another, of another, changed or without a signature opens nothing", async () => {
  const token = await tokenFor(origin + base);
  const none = Buffer.from('{"alg":"none"}').toString("base64url");
  for (const [why, wrong] of [
    ["for another", await tokenFor("https://elders.example/api")],
    ["a client that was not added", await tokenFor(origin + base, "onbekend")],
    ["changed", spoil(token, (payload) => Object.assign(payload, { client_id: "iemand" }))],
    ["of another provider", spoil(token, (payload) => Object.assign(payload, { iss: "https://elders.example" }))],
    ["without a signature", `${none}.${token.split(".")[1]}.`],
  ])
    expect(await ask(wrong as string), why).toBe(401);
});
