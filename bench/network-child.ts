// Prepares the overviews of bench/network.ts in a process that can be killed.
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { prepareDigests } from "../app/network/digest/digest.server.ts";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
await prepareDigests(drizzle(pool), new Date("2027-01-04T06:00:00Z"));
await pool.end();
