import { installationWords } from "../../dialogue/messages/installation.ts";
import { useWords } from "../../language/words.ts";
import type { Route } from "./+types/mail.route.ts";
import { showMails } from "./mail-edge.server.ts";
import { MailPage } from "./mail-page.tsx";

export const loader = (arrived: Route.LoaderArgs) => showMails(arrived, null);

export default function InstallationMail({ loaderData }: Route.ComponentProps) {
  const m = useWords(installationWords).mail;
  return (
    <>
      <title>{m.title}</title>
      <MailPage lead={m.installationLead} home="/beheer/post" shown={loaderData} />
    </>
  );
}
