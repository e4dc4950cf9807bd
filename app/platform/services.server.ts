import type pg from "pg";
import type { Db } from "./database/change.server.ts";
import type { Doorbell } from "./database/doorbell.server.ts";
import type { Environment } from "./environment.ts";
import type { Traces } from "./traces.server.ts";

/** All that a request may need besides itself. A room that opens something of its own declares it here, beside what it opens. */
export interface Services {
  readonly db: Db;
  readonly pool: pg.Pool;
  readonly doorbell: Doorbell;
  /** What an administrator set on a screen is in it too, as of now. */
  readonly environment: Environment;
  readonly log: Log;
  /** null: nobody collects them */
  readonly traces: Traces | null;
}
export type Log = (line: string, about?: Readonly<Record<string, string | number>>) => void;
