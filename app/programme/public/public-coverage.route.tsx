import { data } from "react-router";
import { placeContext, servicesContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import { Written } from "../../ui/form/typed.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { findCoverage } from "../items/coverage.server.ts";
import { CoverageView } from "../items/coverage-view.tsx";
import { newestVersion } from "../items/newest-version.server.ts";
import { coverageWords } from "../messages/coverage.ts";
import type { Route } from "./+types/public-coverage.route.ts";
import "../items/programme.css";

export const handle = { script: false };

/** As the programme itself: once the organiser opened it. Words of needs only as far as the report published their theme. */
export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue } = context.get(placeContext);
  if (!dialogue?.programmeShownAt) throw data("missing", { status: 404 });
  const { db } = context.get(servicesContext);
  const coverage = await findCoverage(db, dialogue.id, "everybody");
  const published = new Set((await newestVersion(db, dialogue.id))?.needs);
  const left = coverage.needs.left.filter(({ number }) => published.has(number));
  return {
    title: dialogue.title,
    slug: dialogue.slug,
    coverage: { ...coverage, needs: { ...coverage.needs, left } },
  };
}

export default function PublicCoverage({ loaderData: { title, slug, coverage } }: Route.ComponentProps) {
  const m = useWords(coverageWords);
  return (
    <PublicFrame>
      <title>{`${m.title} · ${title}`}</title>
      <PageHead title={m.title} eyebrow={<Written>{title}</Written>} lead={m.lead}>
        <p>
          <a href={`/programma/${slug}`}>{m.back}</a>
        </p>
      </PageHead>
      <CoverageView coverage={coverage} itemAt={(number) => `/programma/${slug}#punt-${number}`} />
    </PublicFrame>
  );
}
