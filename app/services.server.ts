import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { openSimilarNeeds } from "./contribution/similar.server.ts";
import { openSite } from "./organisation/site/site.server.ts";
import { type Jobs, keepJobs } from "./platform/cache/run-jobs.server.ts";
import type { Db } from "./platform/database/change.server.ts";
import { type Doorbell, openDoorbell } from "./platform/database/doorbell.server.ts";
import { holdEmbedded, isServed, startEmbedded } from "./platform/database/embedded.server.ts";
import { migrateAll } from "./platform/database/migrate.server.ts";
import type { Environment } from "./platform/environment.ts";
import type { Log, Services } from "./platform/services.server.ts";
import { openTraces } from "./platform/traces.server.ts";
import { openWriters } from "./report/write/writers.server.ts";
import { watchBallots } from "./session/analysis/analysis-watch.server.ts";
import { openAnalyst } from "./session/analysis/analyst.server.ts";
import { type Desks, openDesks } from "./themes/board/desks.server.ts";
import { openWhoIsHere } from "./themes/desk/here.server.ts";
import { openSuggesting } from "./themes/suggestions/suggesting.server.ts";

/**
 * Opens database, jobs and doorbell.
 * @throws InUse when another Klankbord has the embedded directory
 */
export async function openServices(options: {
  readonly root: string;
  readonly environment: Environment;
  readonly log: Log;
  /** What runs by the clock and in the background; without it no jobs run. */
  readonly jobs?: (services: Services) => Jobs;
}): Promise<Services & { close(): Promise<void> }> {
  const { root, environment, log } = options;
  const dataDir = path.resolve(environment.dataDir ?? path.join(root, "data"));
  const embedded = environment.databaseUrl ? null : await startEmbedded(dataDir, isServed, (line) => log(line));
  const hold = embedded ? await holdEmbedded(embedded) : null;
  const config: pg.PoolConfig = embedded
    ? { host: embedded.host, port: embedded.port, user: embedded.user, database: "klankbord" }
    : { connectionString: environment.databaseUrl };
  // Also the longest that a page waits its turn: a hall that comes at once is served late before it is sent away.
  const pool = new pg.Pool({ ...config, max: 12, connectionTimeoutMillis: 15_000, keepAlive: true });
  // A database that restarts must not end Node; the next query connects anew.
  pool.on("error", () => log("database: verbinding verbroken"));
  pool.on("connect", (client) => {
    client.on("error", () => {});
  });
  const db: Db = drizzle(pool);
  let doorbell: Doorbell | undefined;
  let desks: Desks | undefined;
  let jobs: { stop(): Promise<void> } | undefined;
  let unwatch = () => {};
  const traces = environment.otel ? openTraces(environment.otel, (line) => log(line)) : null;
  const analyst = openAnalyst(config);
  const suggesting = openSuggesting(config, { embeddingsUrl: environment.embeddingsUrl, log });
  async function close(): Promise<void> {
    unwatch();
    // first: its job fails and is taken up again, instead of holding up the end
    await analyst.close();
    await desks?.close();
    await suggesting.close();
    await jobs?.stop();
    await traces?.close();
    await doorbell?.close();
    await pool.end();
    await hold?.end().catch(() => {});
    await embedded?.stop();
  }
  try {
    await migrateAll(pool, root);
    doorbell = await openDoorbell(config, (line) => log(line));
    const similar = openSimilarNeeds({ db, doorbell });
    desks = openDesks({ config, suggesting, doorbell, log });
    const site = await openSite(db, doorbell, environment);
    const here = openWhoIsHere({ db, doorbell });
    const writers = openWriters({ db, doorbell });
    const services: Services = {
      db,
      pool,
      doorbell,
      analyst,
      suggesting,
      desks,
      here,
      writers,
      similar,
      environment: site.environment,
      site,
      log,
      traces,
    };
    if (options.jobs) {
      unwatch = watchBallots(services);
      jobs = await keepJobs(pool, options.jobs(services), embedded !== null, (line) => log(line));
    }
    return { ...services, close };
  } catch (error) {
    await close();
    throw error;
  }
}
