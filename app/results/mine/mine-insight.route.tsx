import { data } from "react-router";
import { placeContext, servicesContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import { versionNumber } from "../../report/publish/page.server.ts";
import { resultsWords } from "../../session/results/messages/results.ts";
import { PublicFrame } from "../../ui/frame.tsx";
import { findInsightPage } from "../results-page.server.ts";
import type { Route } from "./+types/mine-insight.route.ts";
import { InsightHead, InsightView } from "./insight-view.tsx";

export const handle = { script: false };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { dialogue } = context.get(placeContext);
  const number = versionNumber(params.number);
  if (!dialogue || number === null) throw data("missing", { status: 404 });
  const page = await findInsightPage(context.get(servicesContext).db, dialogue, "participant", number);
  if (!page) throw data("missing", { status: 404 });
  return { page, slug: dialogue.slug, title: dialogue.title };
}

export default function MyInsight({ loaderData: { page, slug, title } }: Route.ComponentProps) {
  const m = useWords(resultsWords);
  return (
    <PublicFrame>
      <title>{`${m.each.one({ n: page.number })} · ${title}`}</title>
      <meta name="robots" content="noindex" />
      <InsightHead page={page} />
      <InsightView page={page} base={`/mijn/${slug}/uitkomst`} />
    </PublicFrame>
  );
}
