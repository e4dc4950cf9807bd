import { makeClaim } from "../app/organisation/team/claim.server.ts";
import type { Outcome } from "./command.ts";
import { withDatabase } from "./database.ts";

/** Prints a new claim link; an older one ends. */
export async function run(args: readonly string[]): Promise<Outcome> {
  if (args.length > 0) return { problem: "Gebruik: klankbord claim" };
  return withDatabase(async (db, { origin }) => ({ text: `${origin}/claim/${await makeClaim(db)}` }));
}
