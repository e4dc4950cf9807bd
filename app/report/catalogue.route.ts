import { servicesContext } from "../dialogue/access/context.ts";
import type { Route } from "./+types/catalogue.route.ts";
import { listNewest, publisherOf } from "./listed.server.ts";
import { dcatOf } from "./listing.ts";

/** The data of all published reports, for a register that comes to fetch it. */
export async function loader({ context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  const catalogue = dcatOf(await listNewest(services.db), publisherOf(services));
  return new Response(`${JSON.stringify(catalogue, null, 2)}\n`, {
    headers: { "content-type": "application/ld+json; charset=utf-8" },
  });
}
