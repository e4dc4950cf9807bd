import { createHash } from "node:crypto";
import type { HttpBindings } from "@hono/node-server";
import type { Context, Hono } from "hono";
import { addressIn } from "../../method/text/address-in.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import { isAway } from "../../platform/database/database-fault.ts";
import type { Environment } from "../../platform/environment.ts";
import { readCookie } from "../../platform/http/cookie.server.ts";
import { digestOf } from "../../platform/secret.server.ts";
import { type Called, whoCalls } from "./caller.server.ts";
import { collect } from "./collect.server.ts";
import { collectEvents } from "./events.server.ts";
import { apiWords } from "./messages/api.ts";
import { openApi } from "./openapi.ts";
import { problemJson } from "./problem.ts";
import { makeRate, type RateLeft } from "./rate.ts";
import {
  apiVersion,
  base,
  chosen,
  parametersIn,
  pathParameters,
  patternOf,
  type Query,
  type Resource,
  readQuery,
  resources,
} from "./resources.ts";

type At = Context<{ Bindings: HttpBindings }>;
const perMinute = 600;
/** For an application with a key. */
const perMinuteByKey = 3_000;

export interface ApiServices {
  readonly db: Reader;
  readonly environment: Pick<Environment, "origin" | "siteName" | "mailFrom" | "trustProxy" | "oidc" | "eventSource">;
}

/**
 * The public API, version 1: only reading, only what was published.
 * @param isOpen whether the table of who may enter opens an address to everybody
 */
export function openApiRoutes(
  app: Hono<{ Bindings: HttpBindings }>,
  { db, environment }: ApiServices,
  isOpen: (pattern: string) => boolean,
): void {
  const { origin } = environment;
  const rate = makeRate({ quota: perMinute, seconds: 60, most: 20_000 });
  const rateByKey = makeRate({ quota: perMinuteByKey, seconds: 60, most: 1_000 });

  app.get(`${base}/openapi.json`, (c) => {
    const contact = { name: environment.siteName, url: `${origin}/api`, email: addressIn(environment.mailFrom) };
    const document = JSON.stringify(openApi(apiWords.nl, { origin, contact }));
    return answer(c, document, { "Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "API-Version, ETag" });
  });
  for (const resource of resources.filter((one) => isOpen(patternOf(one)))) {
    app.get(base + resource.path.replace(/\{(\w+)\}/g, ":$1"), async (c) => {
      let left: RateLeft | null = null;
      const no = (status: number, detail: string) => told(problemJson(status, detail, pathOf(c)), left);
      try {
        const called = await whoCalls(db, environment, c.req.header("authorization"), new Date());
        left =
          called.status === "known" && called.caller.scopes.includes("dialogen")
            ? rateByKey(called.caller.id, Date.now())
            : rate(called.status === "known" ? called.caller.id : whoAsks(c, environment.trustProxy), Date.now());
        if (!left.pass)
          return no(429, `U mag ${left.quota} vragen per minuut stellen. Probeer het over ${left.resets} seconden weer.`);
        const refusal = refusalOf(called, resource);
        if (refusal) return no(refusal.status, refusal.detail);
        const parameters = readPath(c, resource);
        if (!parameters) return no(404, "Dit adres wijst niets aan.");
        const read = readQuery(resource, new URL(c.req.url).searchParams);
        if (!read.ok) return no(400, `${read.parameter}: ${read.why}`);
        const found = resource.scope
          ? await collectEvents(db, environment, read.query, new Date())
          : await collect(db, { resource, parameters, query: read.query, origin });
        if (!found) return no(404, "Dit is er niet, of het is niet gepubliceerd.");
        const things = found.things.map((thing) => chosen(thing, read.query.velden));
        const { pagina, aantal } = read.query;
        const body = resource.many ? { resultaten: things, pagina, aantal, totaal: found.total } : things[0];
        const links = resource.many ? linksOf(new URL(c.req.url), origin, read.query, found.total) : null;
        return told(answer(c, JSON.stringify(body), links ? { Link: links } : {}), left);
      } catch (fault) {
        if (isAway(fault)) return no(503, "De database is even niet bereikbaar. Probeer het zo weer.");
        throw fault;
      }
    });
  }
  app.get("/api/:version/*", (c) => problemJson(404, "Dit adres bestaat niet. Alle adressen staan in openapi.json.", pathOf(c)));
  app.all("/api/:version/*", (c) => problemJson(405, "Met deze API kunt u alleen lezen, met GET.", pathOf(c)));
}

const pathOf = (c: At) => new URL(c.req.url).pathname;

/** Why an address does not open for who shows this. */
function refusalOf(called: Called, { scope }: Resource): { status: 401 | 403 | 503; detail: string } | null {
  if (called.status === "away")
    return { status: 503, detail: "De aanmelding van de organisatie antwoordt niet. Probeer het zo weer." };
  if (called.status === "wrong")
    return { status: 401, detail: "Deze sleutel geldt hier niet, of niet meer. Vraag de beheerder om een nieuwe." };
  if (scope === undefined) return null;
  if (called.status === "nobody")
    return { status: 401, detail: "Hiervoor is een sleutel nodig, in de header Authorization. Vraag die aan de beheerder." };
  return called.caller.scopes.includes(scope) ? null : { status: 403, detail: `Deze sleutel geeft geen toegang tot ${scope}.` };
}

/** A person's device, or else the network it comes from: no vote or form hangs on this. */
function whoAsks(c: At, trustProxy: number): string {
  const cookies = c.req.header("cookie");
  const secret = readCookie(cookies, "team") ?? readCookie(cookies, "mee");
  if (secret) return digestOf(secret);
  const passedOn = c.req.header("x-forwarded-for")?.split(",") ?? [];
  const from = trustProxy > 0 ? passedOn.at(-trustProxy)?.trim() : undefined;
  return digestOf(from ?? c.env?.incoming?.socket.remoteAddress ?? "");
}

function readPath(c: At, { path }: Resource): Record<string, string | number> | null {
  const read: Record<string, string | number> = {};
  for (const name of parametersIn(path)) {
    const parsed = pathParameters[name].safeParse(c.req.param(name));
    if (!parsed.success) return null;
    read[name] = parsed.data;
  }
  return read;
}

function answer(c: At, body: string, more: Readonly<Record<string, string>>): Response {
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 32)}"`;
  const headers = { "API-Version": apiVersion, ETag: etag, "Cache-Control": "no-store", ...more };
  const known = (c.req.header("if-none-match") ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
  if (known.includes(etag) || known.includes("*")) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "Content-Type": "application/json" } });
}

/** What is left, in the words of the RateLimit header fields for HTTP. */
function told(response: Response, rate: RateLeft | null): Response {
  if (!rate) return response;
  const { quota, left, resets } = rate;
  response.headers.set("RateLimit-Policy", `"vragen";q=${quota};w=60`);
  response.headers.set("RateLimit", `"vragen";r=${left};t=${resets}`);
  if (response.status === 429) response.headers.set("Retry-After", String(resets));
  return response;
}

function linksOf(asked: URL, origin: string, { pagina, aantal }: Query, total: number): string {
  const last = Math.max(1, Math.ceil(total / aantal));
  const to = (page: number, rel: string) => {
    const url = new URL(asked.pathname + asked.search, origin);
    url.searchParams.set("pagina", String(page));
    return `<${url}>; rel="${rel}"`;
  };
  return [
    to(1, "first"),
    ...(pagina > 1 ? [to(Math.min(pagina - 1, last), "prev")] : []),
    ...(pagina < last ? [to(pagina + 1, "next")] : []),
    to(last, "last"),
  ].join(", ");
}
