import { servicesContext } from "../../dialogue/access/context.server.ts";
import type { Route } from "./+types/schema.route.ts";
import { openDataSchema } from "./open-data-shape.ts";
import { schemaPath } from "./package.server.ts";

/** Fit for every installation, so that others can check what they get. */
export function loader({ context }: Route.LoaderArgs) {
  const { origin } = context.get(servicesContext).environment;
  return Response.json(openDataSchema(`${origin}${schemaPath}`), {
    headers: { "content-type": "application/schema+json; charset=utf-8", "cache-control": "public, max-age=3600" },
  });
}
