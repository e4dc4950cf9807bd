import { desc, inArray } from "drizzle-orm";
import { servicesContext } from "../context.ts";
import { dialogue } from "../db/schema.ts";
import { pageWords } from "../messages/page.ts";
import { useWords } from "../messages/words.ts";
import type { Route } from "./+types/home.route.ts";

export const handle = { script: false };

export async function loader({ context }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const rows = await db
    .select({ slug: dialogue.slug, title: dialogue.title, state: dialogue.state })
    .from(dialogue)
    .where(inArray(dialogue.state, ["open", "harvest", "published"]))
    .orderBy(desc(dialogue.createdAt));
  return { open: rows.filter((row) => row.state === "open"), published: rows.filter((row) => row.state === "published") };
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const m = useWords(pageWords);
  return (
    <main id="main" className="wrap">
      <title>{m.home.title}</title>
      <h1>{m.home.title}</h1>
      <p className="lead">{m.home.lead}</p>
      <h2>{m.home.open}</h2>
      {loaderData.open.length === 0 ? <p>{m.home.noneOpen}</p> : null}
      <ul>
        {loaderData.open.map((one) => (
          <li key={one.slug}>
            <a href={`/oproep/${one.slug}`}>{one.title}</a>
          </li>
        ))}
      </ul>
      <h2>{m.home.reports}</h2>
      {loaderData.published.length === 0 ? <p>{m.home.noReports}</p> : null}
      <ul>
        {loaderData.published.map((one) => (
          <li key={one.slug}>
            <a href={`/verslag/${one.slug}`}>{one.title}</a>
          </li>
        ))}
      </ul>
    </main>
  );
}
