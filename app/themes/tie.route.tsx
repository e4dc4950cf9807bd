import { data, redirect } from "react-router";
import { z } from "zod";
import { askedByTeam } from "../dialogue/access/asked.server.ts";
import { servicesContext } from "../dialogue/access/context.server.ts";
import { useWords } from "../language/words.ts";
import { Refused } from "../platform/http/refused.ts";
import type { ThemeId } from "../platform/ids.ts";
import { LinkButton } from "../ui/button.tsx";
import type { Route } from "./+types/tie.route.ts";
import { themesWords } from "./messages/themes.ts";
import { tieInsights } from "./tie.server.ts";

export const loader = ({ params }: Route.LoaderArgs) => redirect(`/team/${params.dialogue}/themas`, 303);

const numbers = z.array(z.coerce.number().int()).max(500);

/** Which insights test what a theme is about. */
export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, team } = askedByTeam(context);
  const form = await request.formData();
  const theme = z.uuid().safeParse(form.get("theme"));
  const tied = numbers.safeParse(form.getAll("insight"));
  const was = numbers.safeParse(
    String(form.get("was") ?? "")
      .split(",")
      .filter(Boolean),
  );
  const back = `/team/${dialogue.slug}/themas?thema=${theme.data ?? ""}`;
  if (!theme.success || !tied.success || !was.success) return data({ back }, { status: 422 });
  try {
    await tieInsights(context.get(servicesContext).db, dialogue.id, team.personId, {
      theme: theme.data as ThemeId,
      tied: tied.data,
      was: was.data,
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return data({ back }, { status: error.status });
  }
  return redirect(back, 303);
}

export default function NotTied({ actionData }: Route.ComponentProps) {
  const m = useWords(themesWords).tie;
  return (
    <>
      <title>{m.refusedTitle}</title>
      <h1>{m.refusedTitle}</h1>
      <p>{m.refused}</p>
      <p className="actions">
        <LinkButton to={actionData?.back ?? "."}>{m.back}</LinkButton>
      </p>
    </>
  );
}
