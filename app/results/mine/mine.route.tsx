import { askedOfDialogue } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import { resultsWords } from "../../session/results/messages/results.ts";
import { Written } from "../../ui/form/typed.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { findResultsPage } from "../results-page.server.ts";
import type { Route } from "./+types/mine.route.ts";
import { ResultsView } from "./results-view.tsx";

export const handle = { script: false };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue } = askedOfDialogue(context);
  const page = await findResultsPage(context.get(servicesContext).db, dialogue, "participant", new URL(request.url).searchParams);
  return { page, slug: dialogue.slug, title: dialogue.title };
}

export default function MyResults({ loaderData: { page, slug, title } }: Route.ComponentProps) {
  const m = useWords(resultsWords);
  return (
    <PublicFrame>
      <title>{`${m.title} · ${title}`}</title>
      <meta name="robots" content="noindex" />
      <PageHead title={m.title} eyebrow={<Written>{title}</Written>} />
      <ResultsView page={page} base={`/mijn/${slug}/uitkomst`} />
      <p>
        <a href={`/mijn/${slug}`}>{m.toMine}</a>
      </p>
    </PublicFrame>
  );
}
