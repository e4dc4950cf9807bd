import { data } from "react-router";
import { drawPng } from "../call/draw.server.ts";
import { shareSvg } from "../call/share-picture.ts";
import { placeContext, servicesContext, visitContext } from "../context.ts";
import { reportWords } from "../messages/report.ts";
import type { Route } from "./+types/share.route.ts";
import { edition } from "./edition.ts";
import type { ReportPage } from "./page.ts";
import { publishedPage } from "./published.server.ts";

/** The picture of a link preview: what the report is called, and how many took part. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { dialogue } = context.get(placeContext);
  if (!dialogue) throw data("missing", { status: 404 });
  const { db, environment } = context.get(servicesContext);
  const page = await publishedPage(db, dialogue, params.number);
  const m = reportWords[context.get(visitContext).locale];
  const png = await drawPng(
    shareSvg({
      eyebrow: m.share.eyebrow({ version: edition(page.number) }),
      title: page.content.title,
      when: m.share.brought(countsOf(page)),
      site: environment.siteName,
      shapes: page.content.fields.map(({ shape }) => shape),
      figure: keyFigure(page, m.peopleWord),
    }),
  );
  return new Response(png, {
    headers: {
      "content-type": "image/png",
      "cache-control": "public, max-age=3600",
      "cross-origin-resource-policy": "cross-origin",
    },
  });
}

const countsOf = ({ content: { themes, unplaced } }: ReportPage) => ({
  needs: themes.reduce((sum, one) => sum + one.needs.length, unplaced.length),
  themes: themes.length,
});

/** People, where the report itself tells how many they were. */
function keyFigure({ content }: ReportPage, word: (p: { n: number }) => string) {
  const { total } = content.taken.table;
  return total.status === "people" ? { n: String(total.people), word: word({ n: total.people }) } : null;
}
