import { data } from "react-router";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import type { Route } from "./+types/logo.route.ts";

/** The logo of the installation. Its address changes with it, so a browser may keep it. */
export function loader({ context }: Route.LoaderArgs) {
  const { logo } = context.get(servicesContext).site.now();
  if (!logo) throw data("missing", { status: 404 });
  return new Response(new Uint8Array(logo.bytes), {
    headers: { "Content-Type": logo.type, "Cache-Control": "public, max-age=86400" },
  });
}
