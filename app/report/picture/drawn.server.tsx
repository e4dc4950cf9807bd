import { createHash } from "node:crypto";
import { renderToStaticMarkup } from "react-dom/server";
import { createStaticHandler, createStaticRouter, type StaticHandlerContext, StaticRouterProvider } from "react-router";
import type { Locale } from "../../language/locale.ts";
import { lruCache } from "../../platform/cache/lru-cache.ts";
import { WrittenIn } from "../../ui/form/typed.tsx";
import type { ReportPage } from "../publish/page.ts";
import { ReportView } from "../read/report-view.tsx";

const keep = lruCache<string>(40);

/**
 * A report as HTML. It is drawn once for all that it says, words of participants included: where one was withdrawn since, or read in
 * another language, it is drawn anew. To draw it takes ten times as long as to read it.
 */
export function drawnReport(page: ReportPage, locale: Locale, pdf: boolean): Promise<string> {
  const key = createHash("sha256")
    .update(JSON.stringify([page.hash === null ? page : { ...page, content: null }, locale, pdf]))
    .digest("base64");
  return keep(key, () => draw(page, locale, pdf));
}

/** The parts of a page ask the router in which language they are read, and were written. */
async function draw(page: ReportPage, locale: Locale, pdf: boolean): Promise<string> {
  const { dataRoutes, query } = createStaticHandler([
    {
      id: "root",
      path: "/",
      loader: () => ({ locale }),
      element: (
        <WrittenIn language={page.language}>
          <ReportView page={page} pdf={pdf} />
        </WrittenIn>
      ),
    },
  ]);
  const context = (await query(new Request("http://localhost/"))) as StaticHandlerContext;
  const router = createStaticRouter(dataRoutes, context);
  // names of its own: the rest of the page counts too
  return renderToStaticMarkup(<StaticRouterProvider router={router} context={context} hydrate={false} />, {
    identifierPrefix: "verslag",
  });
}
