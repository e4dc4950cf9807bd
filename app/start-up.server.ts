import { seedAreas } from "./areas/areas.server.ts";
import { wakeGuard } from "./method/guard/guard.ts";
import type { Db } from "./platform/database/change.server.ts";

/** What must stand in the database before the first request: data that the project ships. Runs at each start, changes nothing twice. */
export async function startUp(db: Db): Promise<void> {
  await seedAreas(db);
  wakeGuard();
}
