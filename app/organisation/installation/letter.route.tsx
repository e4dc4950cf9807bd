import type { Route } from "./+types/letter.route.ts";
import { LetterPage } from "./letter-page.tsx";
import { showLetters } from "./mail-edge.server.ts";

export const loader = (arrived: Route.LoaderArgs) => showLetters(arrived, null);

export default function Letter({ loaderData }: Route.ComponentProps) {
  return <LetterPage letters={loaderData.letters} home="/beheer/post" />;
}
