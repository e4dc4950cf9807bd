import { askedOfSession } from "../../dialogue/access/asked.server.ts";
import { useWords } from "../../language/words.ts";
import { Written } from "../../ui/form/typed.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { fieldsOf } from "../write/fields.server.ts";
import type { Route } from "./+types/priorities-shown.route.ts";
import { prioritiesWords } from "./messages/priorities.ts";
import { revealedShortList, wordsOf } from "./short-lists.server.ts";
import { ShortListsView } from "./short-lists-view.tsx";

export const handle = { script: false };

export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue, session, db } = askedOfSession(context);
  const lists = await revealedShortList(db, dialogue.id);
  return {
    lists,
    fields: await fieldsOf(db, dialogue.id),
    words: lists ? await wordsOf(db, lists) : {},
    title: dialogue.title,
    session: session.id,
  };
}

/** For participants, once it is revealed. */
export default function PrioritiesShown({ loaderData: { lists, fields, words, title, session } }: Route.ComponentProps) {
  const m = useWords(prioritiesWords);
  return (
    <PublicFrame>
      <title>{`${m.title} · ${title}`}</title>
      <meta name="robots" content="noindex" />
      <PageHead title={m.title} eyebrow={<Written>{title}</Written>} lead={m.lead}>
        <p>
          <a href={`/bijeenkomst/${session}`}>{m.toRoom}</a>
        </p>
      </PageHead>
      {lists ? <ShortListsView lists={lists} fields={fields} words={words} level={2} /> : <p>{m.notYet}</p>}
    </PublicFrame>
  );
}
