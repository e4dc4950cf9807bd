import { expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { personOf } from "../../dialogue/people/people.server.ts";
import { audit } from "../../platform/database/tables.ts";
import { readEnvironment } from "../../platform/environment.ts";
import type { PersonId } from "../../platform/ids.ts";
import { findStatement, saveStatement } from "../../privacy/statements/statements.server.ts";
import { openSite, saveLogo, saveSite } from "./site.server.ts";
import { emptySite } from "./site.ts";

const bell = () => {
  const hearers = new Set<(ring: never) => void>();
  return {
    hearers,
    ring: () => {
      for (const hear of hearers) hear({ scope: "*", seq: 0, kind: "change" } as never);
    },
    doorbell: { on: (hear: never) => hearers.add(hear) } as never,
  };
};

async function begin({ db }: FreshDatabase, env: Record<string, string> = {}) {
  const read = readEnvironment(env);
  if (!read.ok) throw new Error(read.line);
  const rung = bell();
  const site = await openSite(db, rung.doorbell, read.value);
  const by = await db.transaction((tx) => personOf(tx, "beheer@example.org", "Bo", "nl"));
  return { db, site, by: by as PersonId, rung, services: { db, site, environment: site.environment } };
}

test("what is kept holds at once, in every process, but for what is fixed outside", async () => {
  await using database = await freshDatabase();
  const { db, site, by } = await begin(database, { THEME_CLASS: "vast" });
  const other = await begin(database);
  expect(site.fixed).toEqual(["themeClass"]);
  const typed = { ...emptySite, siteName: "Dialoog", themeClass: "anders", languages: "nl" as const, mailFrom: "d@voorbeeld.nl" };
  await saveSite(db, site, by, typed);
  expect(site.environment).toMatchObject({
    siteName: "Dialoog",
    themeClass: "vast",
    languages: ["nl"],
    mailFrom: "d@voorbeeld.nl",
  });
  other.rung.ring();
  await expect.poll(() => other.site.environment.siteName).toBe("Dialoog");
  expect(other.site.environment.themeClass).toBeUndefined();
  // kept again as it was: no line in the log
  const lines = async () => (await db.select().from(audit)).filter(({ what }) => what === "site.change").length;
  expect(await lines()).toBe(1);
  await saveSite(db, site, by, typed);
  expect(await lines()).toBe(1);
});

test("a logo is shown, and goes again", async () => {
  await using database = await freshDatabase();
  const { db, site, by } = await begin(database);
  expect(await saveLogo(db, site, by, new TextEncoder().encode("<svg><script/></svg>"))).toBe(false);
  expect(site.environment.logo).toBeNull();
  expect(await saveLogo(db, site, by, new TextEncoder().encode("<svg></svg>"))).toBe(true);
  expect(site.environment.logo).toMatch(/^\/logo\?[0-9a-f]{12}$/);
  expect(await saveLogo(db, site, by, null)).toBe(true);
  expect(site.now().logo).toBeNull();
});

test("statements follow the settings until somebody writes them, and say when they fall behind", async () => {
  await using database = await freshDatabase();
  const { db, site, by, services } = await begin(database);
  const read = () => findStatement(services, "privacy", "nl");
  await saveSite(db, site, by, { ...emptySite, organisation: "De Linde", privacyContact: "privacy@linde.nl" });
  const first = await read();
  expect(first.text).toContain("De Linde is verantwoordelijk");
  expect(first.text).toContain("privacy@linde.nl");
  const write = (text: string, seen: number) =>
    saveStatement(db, by, { kind: "privacy", locale: "nl" }, { text, seen, proposed: first.proposed });
  expect(await write("Van ons.", 0)).toEqual({ status: "saved" });
  expect(await write("Van ons.", 0)).toEqual({ status: "saved" });
  expect(await write("Van een ander.", 0)).toEqual({ status: "meanwhile", text: "Van ons." });
  expect(await read()).toMatchObject({ text: "Van ons.", behind: false, kept: { version: 1 } });
  await saveSite(db, site, by, { ...emptySite, organisation: "De Eik" });
  expect(await read()).toMatchObject({ text: "Van ons.", behind: true });
  expect((await findStatement(services, "privacy", "en")).text).toContain("De Eik is responsible");
  expect(await write("", 1)).toEqual({ status: "saved" });
  expect(await read()).toMatchObject({ kept: null, behind: false });
  expect((await read()).versions.map(({ version }) => version)).toEqual([1, 2]);
});

test("every text is made, in both languages, with nothing missing", async () => {
  await using database = await freshDatabase();
  const { services } = await begin(database);
  for (const kind of ["privacy", "accessibility", "register", "dpia"] as const)
    for (const locale of ["nl", "en"] as const) {
      const { text } = await findStatement(services, kind, locale);
      expect(text).not.toMatch(/undefined|null|NaN|\[object/);
      expect(text.length).toBeGreaterThan(500);
    }
});
