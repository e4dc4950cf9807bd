import { data } from "react-router";
import { placeContext } from "../../dialogue/access/context.server.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import type { Route } from "./+types/dialogue-letter.route.ts";
import { LetterPage } from "./letter-page.tsx";
import { showLetters } from "./mail-edge.server.ts";

export async function loader(arrived: Route.LoaderArgs) {
  const { dialogue } = arrived.context.get(placeContext);
  if (!dialogue) throw data("missing", { status: 404 });
  return showLetters(arrived, dialogue.id);
}

export default function DialogueLetter({ loaderData }: Route.ComponentProps) {
  return <LetterPage letters={loaderData.letters} home={`/team/${useDialogue().slug}/post`} />;
}
