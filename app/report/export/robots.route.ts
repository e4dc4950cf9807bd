import { servicesContext } from "../../dialogue/access/context.server.ts";
import type { Route } from "./+types/robots.route.ts";

/** Pages of people and of the team are not for search engines; links in mails are kept from them too. */
const kept = [
  "/team",
  "/beheer",
  "/mijn",
  "/mee",
  "/bijeenkomst",
  "/netwerk",
  "/bevestig",
  "/uitnodiging",
  "/punt",
  "/programmapost",
];

export function loader({ context }: Route.LoaderArgs) {
  const { origin } = context.get(servicesContext).environment;
  const lines = ["User-agent: *", ...kept.map((path) => `Disallow: ${path}/`), "", `Sitemap: ${origin}/sitemap.xml`, ""];
  return new Response(lines.join("\n"), { headers: { "content-type": "text/plain; charset=utf-8" } });
}
