import type { IncomingMessage } from "node:http";
import type pg from "pg";
import { expect, test } from "vitest";
import { isRefusal, openGate } from "./gate.server.ts";

const away = { totalCount: 0, idleCount: 0, waitingCount: 0, query: () => Promise.reject(new Error("away")) };
const none = () => 0;
const asks = (method: string, url: string) =>
  ({
    method,
    url,
    headers: { origin: "https://dialoog.example", "content-type": "multipart/form-data" },
  }) as unknown as IncomingMessage;

test("what is refused is a line with its route and status, and a figure; nothing of who asked", async () => {
  const said: unknown[] = [];
  const gate = openGate({
    ...{
      origin: "https://dialoog.example",
      pool: away as unknown as pg.Pool,
      sockets: none,
      ticks: none,
      seen: none,
      traces: null,
    },
    log: (line, about) => said.push([line, about]),
  });
  const answered = (method: string, url: string, route: string, status: number) => {
    const knocked = gate.knock(asks(method, url));
    if (knocked.turned) throw new Error("turned away");
    knocked.leave({ route, status });
  };
  answered("GET", "/team/aanmelden/geheim-van-iemand", "/team/aanmelden/:token", 410);
  answered("GET", "/beheer/logboek", "/beheer/logboek", 403);
  answered("GET", "/", "/", 200);
  expect(said).toEqual([
    ["geweigerd", { method: "GET", route: "/team/aanmelden/:token", status: 410 }],
    ["geweigerd", { method: "GET", route: "/beheer/logboek", status: 403 }],
  ]);
  const figures = await (await gate.metrics.text()).text();
  expect(figures).toContain('klankbord_refused_total{status="410"} 1');
  expect(figures).toContain('klankbord_refused_total{status="403"} 1');
});

test("a sign-in that does not succeed is a refusal; a form to fill in better, or a page that is not there, is none", () => {
  expect(isRefusal("/team/aanmelden/sleutel", 422)).toBe(true);
  expect(isRefusal("/team/aanmelden/organisatie/terug", 400)).toBe(true);
  expect(isRefusal("/team/:slug/oproep", 422)).toBe(false);
  expect(isRefusal("/team/aanmelden", 200)).toBe(false);
  for (const status of [401, 403, 410, 429]) expect(isRefusal("/", status)).toBe(true);
  for (const status of [200, 303, 404, 503]) expect(isRefusal("/", status)).toBe(false);
});
