import { askedOfDialogue } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useWords } from "../../language/words.ts";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { coverageWords } from "../messages/coverage.ts";
import type { Route } from "./+types/coverage.route.ts";
import { findCoverage } from "./coverage.server.ts";
import { CoverageView } from "./coverage-view.tsx";
import { mayPlan } from "./planning.ts";
import "./programme.css";

export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue, roles } = askedOfDialogue(context);
  const coverage = await findCoverage(context.get(servicesContext).db, dialogue.id, "team");
  return { coverage, mayWrite: mayPlan(dialogue.state, roles) };
}

export default function ProgrammeCoverage({ loaderData: { coverage, mayWrite } }: Route.ComponentProps) {
  const m = useWords(coverageWords);
  const { slug, title } = useDialogue();
  const home = `/team/${slug}/programma`;
  return (
    <>
      <title>{`${m.title} · ${title}`}</title>
      <PageHead title={m.title} lead={m.lead}>
        <p>
          <TextLink to={home}>{m.back}</TextLink>
        </p>
      </PageHead>
      <CoverageView
        coverage={coverage}
        itemAt={(number) => `${home}/${number}`}
        {...(mayWrite ? { makeFor: (theme: string) => `${home}/nieuw?thema=${theme}` } : {})}
      />
    </>
  );
}
