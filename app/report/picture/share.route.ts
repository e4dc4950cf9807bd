import { askedOfDialogue } from "../../dialogue/access/asked.server.ts";
import { visitContext } from "../../dialogue/access/context.server.ts";
import { drawPng } from "../../prepare/call/draw.server.ts";
import { shareSvg } from "../../prepare/call/share-picture.ts";
import { edition } from "../publish/edition.ts";
import type { ReportPage } from "../publish/page.ts";
import { publishedPage } from "../publish/published.server.ts";
import { reportWords } from "../read/messages/report.ts";
import type { Route } from "./+types/share.route.ts";

/** The picture of a link preview: what the report is called, and how many took part where it tells that, else how many needs it holds. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { dialogue, db, environment } = askedOfDialogue(context);
  const page = await publishedPage(db, dialogue, params.number);
  const m = reportWords[context.get(visitContext).locale];
  const counts = countsOf(page);
  const { total } = page.content.taken.table;
  const told = total.status === "people";
  const figure = told
    ? { n: String(total.people), word: m.peopleWord({ n: total.people }) }
    : counts.needs > 0
      ? { n: String(counts.needs), word: m.share.needsWord(counts) }
      : null;
  const png = await drawPng(
    shareSvg({
      eyebrow: m.share.eyebrow({ version: edition(page.number) }),
      title: page.content.title,
      when: m.share.brought(told ? counts : { ...counts, needs: 0 }),
      site: environment.siteName,
      shapes: page.content.fields.map(({ shape }) => shape),
      figure,
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
