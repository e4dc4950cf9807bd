import { data } from "react-router";
import { placeContext } from "../../dialogue/access/context.server.ts";
import { installationWords } from "../../dialogue/messages/installation.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useWords } from "../../language/words.ts";
import type { Route } from "./+types/dialogue-mail.route.ts";
import { showMails } from "./mail-edge.server.ts";
import { MailPage } from "./mail-page.tsx";

export async function loader(arrived: Route.LoaderArgs) {
  const { dialogue } = arrived.context.get(placeContext);
  if (!dialogue) throw data("missing", { status: 404 });
  return showMails(arrived, dialogue.id);
}

export default function DialogueMail({ loaderData }: Route.ComponentProps) {
  const m = useWords(installationWords).mail;
  const { slug, title } = useDialogue();
  return (
    <>
      <title>{`${m.title} · ${title}`}</title>
      <MailPage lead={m.dialogueLead} home={`/team/${slug}/post`} shown={loaderData} />
    </>
  );
}
