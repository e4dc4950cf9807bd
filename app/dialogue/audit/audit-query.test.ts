import { expect, test } from "vitest";
import { readAuditQuery, whatParts } from "./audit-query.ts";

test("what cannot be is left out", () => {
  const query = readAuditQuery(new URLSearchParams("waar=x'; drop&wat=<b>&vanaf=gisteren&tot=2026-02-30&pagina=-3"));
  expect(query).toEqual({ scope: null, what: null, from: null, until: null, page: 1 });
});

test("days are whole days in the Netherlands", () => {
  const query = readAuditQuery(new URLSearchParams("vanaf=2026-04-16&tot=2026-04-16&wat=need.add&pagina=2"));
  expect(query).toMatchObject({
    from: new Date("2026-04-15T22:00Z"),
    until: new Date("2026-04-16T22:00Z"),
    what: "need.add",
    page: 2,
  });
});

test("a deed is a thing and a verb", () => {
  expect(whatParts("session.open-registration")).toEqual({ thing: "session", verb: "open-registration" });
  expect(whatParts("odd")).toEqual({ thing: "odd", verb: "" });
});
