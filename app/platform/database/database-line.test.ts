import { expect, test } from "vitest";
import { databaseLine } from "./database-line.ts";

test("what keeps a database elsewhere from being used is one line", () => {
  expect(databaseLine({ code: "ECONNREFUSED" })).toBe("DATABASE_URL: de database is niet bereikbaar (ECONNREFUSED).");
  expect(databaseLine({ code: "ERR_TLS_CERT_ALTNAME_INVALID" })).toContain("wordt niet vertrouwd (ERR_TLS_CERT_ALTNAME_INVALID)");
  expect(databaseLine({ code: "SELF_SIGNED_CERT_IN_CHAIN" })).toContain("eigen CA");
  expect(databaseLine(new Error("The server does not support SSL connections"))).toContain("geen TLS aan");
  expect(databaseLine(new Error("something else"))).toBeNull();
  expect(databaseLine(undefined)).toBeNull();
});
