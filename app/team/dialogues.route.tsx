import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { placeContext, servicesContext, visitContext } from "../context.ts";
import { dialogue, membership } from "../db/schema.ts";
import { teamWords } from "../messages/team.ts";
import { useWords } from "../messages/words.ts";
import type { Route } from "./+types/dialogues.route.ts";

export async function loader({ context }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const { team } = context.get(visitContext);
  if (!team) return { name: "", mayCreate: false, dialogues: [] };
  const rows = await db
    .selectDistinct({ slug: dialogue.slug, title: dialogue.title, createdAt: dialogue.createdAt })
    .from(membership)
    .innerJoin(dialogue, eq(dialogue.id, membership.dialogueId))
    .where(and(eq(membership.personId, team.personId), isNull(membership.endedAt), isNotNull(membership.acceptedAt)))
    .orderBy(desc(dialogue.createdAt));
  return {
    name: team.name,
    mayCreate: context.get(placeContext).roles.has("creator"),
    dialogues: rows.map(({ slug, title }) => ({ slug, title })),
  };
}

export default function Dialogues({ loaderData }: Route.ComponentProps) {
  const m = useWords(teamWords).home;
  return (
    <main id="main" className="wrap">
      <title>{m.title}</title>
      <h1>{m.title}</h1>
      <p>{m.signedInAs({ name: loaderData.name })}</p>
      {loaderData.dialogues.length === 0 ? <p>{m.none}</p> : null}
      <ul>
        {loaderData.dialogues.map((one) => (
          <li key={one.slug}>
            <a href={`/team/${one.slug}`}>{one.title}</a>
          </li>
        ))}
      </ul>
      {loaderData.mayCreate ? <a href="/team/nieuw">{m.newDialogue}</a> : null}
      <form method="post" action="/team/afmelden">
        <button type="submit">{m.signOut}</button>
        <button type="submit" name="everywhere" value="1">
          {m.signOutEverywhere}
        </button>
      </form>
    </main>
  );
}
