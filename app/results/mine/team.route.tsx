import { askedOfDialogue } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import { resultsWords } from "../../session/results/messages/results.ts";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { findResultsPage } from "../results-page.server.ts";
import type { Route } from "./+types/team.route.ts";
import { ResultsView } from "./results-view.tsx";

export const handle = { script: false };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue } = askedOfDialogue(context);
  const page = await findResultsPage(context.get(servicesContext).db, dialogue, "team", new URL(request.url).searchParams);
  return { page, slug: dialogue.slug, title: dialogue.title };
}

export default function TeamResults({ loaderData: { page, slug, title } }: Route.ComponentProps) {
  const m = useWords(resultsWords);
  return (
    <>
      <title>{`${m.title} · ${title}`}</title>
      <PageHead title={m.title}>
        <p className="no-print row-actions">
          <a href={`/team/${slug}/inzichten`}>{m.toInsights}</a>
          {page.live ? null : (
            <>
              <a href={`/team/${slug}/inzichten/uitkomst/gegevens.csv?scheiding=puntkomma`} download>
                {m.toCsv}
              </a>
              <a href={`/team/${slug}/inzichten/uitkomst/gegevens.json`} download>
                {m.toJson}
              </a>
            </>
          )}
        </p>
      </PageHead>
      <ResultsView page={page} base={`/team/${slug}/inzichten/uitkomst`} />
    </>
  );
}
