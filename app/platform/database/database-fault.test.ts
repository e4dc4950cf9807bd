import { expect, test } from "vitest";
import { isAway, isUnreadable, labelOf } from "./database-fault.ts";

const fault = (about: object, cause?: unknown) => Object.assign(new Error("x", { cause }), about);

test.each([
  fault({ code: "ECONNREFUSED" }),
  fault({ code: "ENOENT", syscall: "connect" }),
  fault({}, fault({ code: "57P01" })),
  fault({}, fault({ code: "08006" })),
  fault({}, fault({ code: "53100" })),
  fault({}, fault({ code: "25006" })),
  new Error("timeout exceeded when trying to connect"),
  new Error("Failed query", { cause: new Error("Connection terminated unexpectedly") }),
])("a database that is gone or full is away: %o", (error) => {
  expect(isAway(error)).toBe(true);
});

test.each([
  fault({ code: "ENOENT", syscall: "open" }),
  fault({}, fault({ code: "23505" })),
  fault({}, fault({ code: "42P01" })),
  new Error("Connection"),
  "57P01",
  null,
])("any other fault is a fault of ours: %o", (error) => {
  expect(isAway(error)).toBe(false);
});

test("a value that PostgreSQL cannot read is told apart", () => {
  expect(isUnreadable(fault({}, fault({ code: "22P02" })))).toBe(true);
  expect(isUnreadable(fault({}, fault({ code: "57P01" })))).toBe(false);
});

test("a label holds no message", () => {
  const error = new Error("Failed query: insert ... params: geheim", {
    cause: fault({ code: "23505", detail: "Key (mail)=(a@b)" }),
  });
  expect(labelOf(error)).toEqual({ name: "Error", code: "23505" });
  const circle = { cause: undefined as unknown };
  circle.cause = circle;
  expect(labelOf(circle)).toEqual({ name: "unknown", code: "" });
});
