import { servicesContext } from "../../dialogue/access/context.server.ts";
import { listNewest, listOpenCalls } from "../publish/listed.server.ts";
import { sitemapOf } from "../publish/listing.ts";
import type { Route } from "./+types/sitemap.route.ts";

/** The pages that everybody may read and that say something of their own. */
export async function loader({ context }: Route.LoaderArgs) {
  const { db, environment } = context.get(servicesContext);
  const [reports, calls] = await Promise.all([listNewest(db), listOpenCalls(db)]);
  const pages = [
    ...["/", "/privacy", "/toegankelijkheid", "/api"].map((path) => ({ path })),
    ...calls.map(({ slug }) => ({ path: `/oproep/${slug}` })),
    ...reports.flatMap(({ slug, publishedAt: at, programme }) => [
      { path: `/verslag/${slug}`, at },
      { path: `/verslag/${slug}/draden`, at },
      ...(programme ? [{ path: `/programma/${slug}` }] : []),
    ]),
  ];
  return new Response(sitemapOf(environment.origin, pages), { headers: { "content-type": "application/xml; charset=utf-8" } });
}
