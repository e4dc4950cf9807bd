import { PgDialect } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import { session } from "../../dialogue/tables.ts";
import type { DialogueId } from "../ids.ts";
import { matches } from "./matches.server.ts";

test("every value is asked of its own column", () => {
  const asked = new PgDialect().sqlToQuery(matches(session, { dialogueId: "d" as DialogueId, state: "ended" }));
  expect(asked.sql).toBe('("session"."dialogue_id" = $1 and "session"."state" = $2)');
  expect(asked.params).toEqual(["d", "ended"]);
});

test("no value at all never means every row", () => {
  expect(() => matches(session, {})).toThrow();
});
