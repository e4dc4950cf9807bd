import { and, desc, eq, isNull } from "drizzle-orm";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { dialogue } from "../../dialogue/tables.ts";
import { pageWords } from "../../language/page.ts";
import { useWords } from "../../language/words.ts";
import { report } from "../../report/tables.ts";
import { Rail } from "../../ui/chart/rail.tsx";
import { Written, WrittenIn } from "../../ui/form/typed.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import type { Route } from "./+types/home.route.ts";

export const handle = { script: false };

export async function loader({ context }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const shown = { slug: dialogue.slug, title: dialogue.title, language: dialogue.language };
  const open = await db
    .select(shown)
    .from(dialogue)
    .where(and(eq(dialogue.state, "open"), isNull(dialogue.rehearsalOf)))
    .orderBy(desc(dialogue.createdAt));
  // What was published stays to be read, also when the dialogue goes on or is closed.
  const published = await db
    .select(shown)
    .from(dialogue)
    .innerJoin(report, eq(report.dialogueId, dialogue.id))
    .where(eq(report.number, 1))
    .orderBy(desc(report.publishedAt));
  return { open, published };
}

interface TitlesProps {
  readonly of: Route.ComponentProps["loaderData"]["open"];
  readonly at: string;
  readonly none: string;
}
function Titles({ of, at, none }: TitlesProps) {
  if (of.length === 0) return <p className="quiet">{none}</p>;
  return (
    <ul className="plain">
      {of.map((one) => (
        <li key={one.slug} className="lead">
          <a href={`/${at}/${one.slug}`}>
            <WrittenIn language={one.language}>
              <Written>{one.title}</Written>
            </WrittenIn>
          </a>
        </li>
      ))}
    </ul>
  );
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const m = useWords(pageWords).home;
  return (
    <PublicFrame>
      <title>{m.title}</title>
      <h1>{m.title}</h1>
      <p className="lead">{m.lead}</p>
      <Rail id="oproepen" heading={m.open}>
        <Titles of={loaderData.open} at="oproep" none={m.noneOpen} />
      </Rail>
      <Rail id="verslagen" heading={m.reports}>
        <Titles of={loaderData.published} at="verslag" none={m.noReports} />
      </Rail>
    </PublicFrame>
  );
}
