import { wakeGuard } from "./method/guard/guard.ts";
import type { Db } from "./platform/database/change.server.ts";
import { seedAreas } from "./prepare/areas/areas.server.ts";

/** What must stand in the database before the first request: data that the project ships. Runs at each start, changes nothing twice. */
export async function startUp(db: Db): Promise<void> {
  await seedAreas(db);
  wakeGuard();
}
