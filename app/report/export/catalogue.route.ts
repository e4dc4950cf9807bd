import { servicesContext } from "../../dialogue/access/context.server.ts";
import { listNewest, publisherOf } from "../publish/listed.server.ts";
import { dcatOf } from "../publish/listing.ts";
import type { Route } from "./+types/catalogue.route.ts";

/** The data of all published reports, for a register that comes to fetch it. */
export async function loader({ context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  const catalogue = dcatOf(await listNewest(services.db), publisherOf(services));
  return new Response(`${JSON.stringify(catalogue, null, 2)}\n`, {
    headers: { "content-type": "application/ld+json; charset=utf-8" },
  });
}
