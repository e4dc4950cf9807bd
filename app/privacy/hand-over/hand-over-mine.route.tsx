import { data, redirect } from "react-router";
import { z } from "zod";
import { askedByGuest } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { Refused } from "../../platform/http/refused.ts";
import { dateLong } from "../../platform/time.ts";
import { Button } from "../../ui/button.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { Notice } from "../../ui/notice.tsx";
import { handOverWords } from "../messages/hand-over.ts";
import type { Route } from "./+types/hand-over-mine.route.ts";
import { answerTransfer, findAnswer, openHandOver } from "./hand-over.server.ts";

export const handle = { script: false };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, guest, db } = askedByGuest(context);
  const [open, answer] = await Promise.all([openHandOver(db, dialogue.id), findAnswer(db, dialogue.id, guest.personId)]);
  return {
    open: open && { toName: open.toName, until: open.until },
    answer,
    saved: new URL(request.url).searchParams.has("bewaard"),
    slug: dialogue.slug,
    title: dialogue.title,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, guest } = askedByGuest(context);
  const answer = z.enum(["ja", "nee"]).safeParse((await request.formData()).get("antwoord"));
  if (!answer.success) throw data("missing", { status: 400 });
  const home = `/mijn/${dialogue.slug}/overdracht`;
  try {
    await answerTransfer(context.get(servicesContext).db, dialogue.id, guest.personId, answer.data === "ja");
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return redirect(home, 303);
  }
  return redirect(`${home}?bewaard`, 303);
}

/** Whether somebody goes along when another organisation goes on with the dialogue. */
export default function HandOverMine({ loaderData: { open, answer, saved, slug, title } }: Route.ComponentProps) {
  const m = useWords(handOverWords).mine;
  const locale = useLocale();
  return (
    <PublicFrame>
      <title>{`${m.title} · ${title}`}</title>
      <meta name="robots" content="noindex" />
      <PageHead title={m.title} />
      {saved ? <Notice variant="success">{m.saved}</Notice> : null}
      {open ? (
        <>
          <p>{m.text({ title, to: open.toName, day: dateLong(new Date(`${open.until}T12:00:00Z`), locale) })}</p>
          <p>{m.yesWhat}</p>
          <p>{m.noWhat}</p>
          <p>
            <strong>{m.now[answer === null ? "none" : answer ? "yes" : "no"]}</strong>
          </p>
          <form method="post">
            <p className="actions">
              <Button name="antwoord" value="ja">
                {m.yes}
              </Button>
              <Button name="antwoord" value="nee" variant="secondary">
                {m.no}
              </Button>
            </p>
          </form>
        </>
      ) : (
        <p>{m.none}</p>
      )}
      <p>
        <a href={`/mijn/${slug}`}>{m.back}</a>
      </p>
    </PublicFrame>
  );
}
