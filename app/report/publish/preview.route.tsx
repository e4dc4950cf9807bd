import { askedOfDialogue } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useWords } from "../../language/words.ts";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ReportView } from "../read/report-view.tsx";
import { draftWords } from "../write/messages/draft.ts";
import type { Route } from "./+types/preview.route.ts";
import { findDraftPage } from "./page.server.ts";

export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue } = askedOfDialogue(context);
  return { page: await findDraftPage(context.get(servicesContext).db, dialogue, new Date()) };
}

export default function Preview({ loaderData: { page } }: Route.ComponentProps) {
  const m = useWords(draftWords);
  const { slug, title } = useDialogue();
  return (
    <>
      <title>{`${m.previewTitle} · ${title}`}</title>
      <div className="page-head no-print">
        <h1>{m.previewTitle}</h1>
        <p className="lead">{m.previewLead}</p>
        <p>
          <TextLink to={`/team/${slug}/verslag`}>{m.back}</TextLink>
        </p>
      </div>
      {page.live ? <Notice>{m.state.liveNow}</Notice> : null}
      <ReportView page={page} heading={2} />
    </>
  );
}
