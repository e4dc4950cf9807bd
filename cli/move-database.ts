import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { copyTo } from "../app/organisation/backup/backup.server.ts";
import { databaseLine } from "../app/platform/database/database-line.ts";
import { findRunning } from "../app/platform/database/embedded.server.ts";
import { migrateAll } from "../app/platform/database/migrate.server.ts";
import { Refused } from "../app/platform/http/refused.ts";
import { projectRoot } from "../app/platform/root.server.ts";
import { readSettings } from "../app/platform/settings.server.ts";
import type { Outcome } from "./command.ts";
import { withDatabase } from "./database.ts";
import { progressOn } from "./progress.ts";

const usage = "Gebruik: klankbord move-database postgres://GEBRUIKER:WACHTWOORD@SERVER/DATABASE";

const refusals: Readonly<Record<string, string>> = {
  "other-schema": "Die database hoort bij een andere versie van Klankbord.",
  "not-empty": "In die database staat al een installatie. Kies een lege database.",
  differs: "Wat in die database kwam, is niet wat hier staat.",
};

/** Moves everything from the embedded database to a PostgreSQL elsewhere, and counts it there again. What is here stays. */
export async function run(args: readonly string[]): Promise<Outcome> {
  const [url] = args;
  if (args.length !== 1 || !url || !/^postgres(ql)?:\/\//.test(url)) return { problem: usage };
  const read = readSettings(process.env);
  if (!read.ok) return { problem: read.line };
  if (read.value.databaseUrl)
    return {
      problem:
        "Klankbord gebruikt al een eigen database (DATABASE_URL). Haal die instelling weg om de ingebouwde te verplaatsen.",
    };
  if (findRunning(path.resolve(read.value.dataDir ?? path.join(projectRoot, "data"))))
    return {
      problem: "Klankbord draait nog. Stop Klankbord eerst: wat tijdens het verplaatsen gebeurt, zou anders achterblijven.",
    };
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on("error", () => {});
  pool.on("connect", (client) => {
    client.on("error", () => {});
  });
  try {
    await migrateAll(pool, projectRoot);
    return await withDatabase(async (db): Promise<Outcome> => {
      const progress = progressOn(process.stderr);
      try {
        return { json: await copyTo(db, drizzle(pool), progress.at) };
      } finally {
        progress.end();
      }
    });
  } catch (error) {
    if (error instanceof Refused && refusals[error.code]) return { problem: `${refusals[error.code]} Er is niets verplaatst.` };
    const { code } = error as { code?: string };
    if (code === "ECONNREFUSED" || code === "ENOTFOUND" || code === "ENOENT")
      return { problem: `Die database is niet bereikbaar (${code}). Controleer het adres.` };
    if (code === "28P01" || code === "28000")
      return { problem: "Die database laat u niet binnen. Controleer gebruiker en wachtwoord." };
    if (code === "3D000") return { problem: "Die database is er niet. Maak eerst een lege database." };
    const problem = databaseLine(error)?.replace("DATABASE_URL: d", "D").replace("DATABASE_URL: h", "H");
    if (problem) return { problem };
    throw error;
  } finally {
    await pool.end();
  }
}
