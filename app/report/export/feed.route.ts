import { and, desc, eq, isNull } from "drizzle-orm";
import { servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { dialogue } from "../../dialogue/tables.ts";
import { reportWords } from "../read/messages/report.ts";
import { report } from "../tables.ts";
import type { Route } from "./+types/feed.route.ts";
import { atomOf } from "./atom.ts";

const mostEntries = 50;

/** Reports that came out, the newest version first; of rehearsals none. */
export async function loader({ context }: Route.LoaderArgs) {
  const { db, environment } = context.get(servicesContext);
  const { locale } = context.get(visitContext);
  const m = reportWords[locale];
  const rows = await db
    .select({
      slug: dialogue.slug,
      title: dialogue.title,
      number: report.number,
      publishedAt: report.publishedAt,
      changeNote: report.changeNote,
    })
    .from(report)
    .innerJoin(dialogue, eq(dialogue.id, report.dialogueId))
    .where(and(isNull(dialogue.rehearsalOf)))
    .orderBy(desc(report.publishedAt))
    .limit(mostEntries);
  const { origin, siteName } = environment;
  const text = atomOf(
    { id: `${origin}/verslagen.atom`, title: m.feed({ site: siteName }), author: siteName, home: origin },
    rows.map(({ slug, title, number, publishedAt, changeNote }) => ({
      address: `${origin}/verslag/${slug}/${number}`,
      title: `${m.title({ title })}, ${m.method.number({ n: number })}`,
      at: publishedAt,
      summary: changeNote || m.description({ title, number }),
    })),
  );
  return new Response(text, { headers: { "content-type": "application/atom+xml; charset=utf-8" } });
}
