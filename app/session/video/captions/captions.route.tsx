import { type FormEvent, useRef, useState } from "react";
import { askedByTeamOfSession } from "../../../dialogue/access/asked.server.ts";
import { teamRoles } from "../../../dialogue/people/role.ts";
import { TeamFrame } from "../../../dialogue/team-frame.tsx";
import { useWords } from "../../../language/words.ts";
import { Button } from "../../../ui/button.tsx";
import { TextArea } from "../../../ui/form/text-field.tsx";
import { Written } from "../../../ui/form/typed.tsx";
import { PageHead } from "../../../ui/layout/page-head.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { openingView } from "../../attention/opening-view.server.ts";
import { TimeLeft } from "../../clock/time-left.tsx";
import { readSteps } from "../../cockpit/cockpit.server.ts";
import { sendsByEnter, useTyped } from "../../cockpit/use-typed.tsx";
import { liveWords } from "../../live/messages/live.ts";
import { useLive } from "../../live/use-live.tsx";
import { talkWords } from "../../talk/messages/talk.ts";
import { SaidLines } from "../../talk/said-lines.tsx";
import type { Route } from "./+types/captions.route.ts";

export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue, session, roles, team, db } = askedByTeamOfSession(context);
  const start = await openingView(db, session, { as: "projector" });
  const steps = await readSteps(db, session.id);
  return {
    start,
    plenary: steps.filter(({ setting }) => setting === "plenary").map(({ id }) => id),
    session: { id: session.id, title: session.title },
    dialogue: { slug: dialogue.slug, title: dialogue.title },
    personId: team.personId,
    me: { name: team.name, role: teamRoles.find((role) => role !== "administrator" && roles.has(role)) ?? null },
  };
}

/** For who writes along what is said with the whole group. */
export default function Captions({ loaderData }: Route.ComponentProps) {
  const m = useWords(talkWords).captions;
  const { lost } = useWords(liveWords).connection;
  const { start, plenary, session, dialogue, personId, me } = loaderData;
  const live = useLive(start, ["step"]);
  const { view } = live;
  const mine = view.captionerId === personId;
  const now = view.state === "live" && plenary.some((id) => id === view.stepId);
  return (
    <TeamFrame title={dialogue.title} home={`/team/${dialogue.slug}`} me={me}>
      <title>{`${m.page} · ${session.title}`}</title>
      <PageHead title={m.page} eyebrow={<Written>{session.title}</Written>} lead={mine ? m.lead : m.notYou} />
      <TimeLeft view={view} now={() => live.now()} />
      <div aria-live="polite">
        {live.connection === "lost" ? <Notice variant="warn">{lost}</Notice> : null}
        {mine && !now ? <Notice>{m.notNow}</Notice> : null}
      </div>
      <noscript>
        <p>{m.noScript}</p>
      </noscript>
      <SaidLines heard={live.talk} floor={view.floor} aloud={false} always />
      {mine && now ? <CaptionForm session={session.id} /> : null}
    </TeamFrame>
  );
}

function CaptionForm({ session }: { session: string }) {
  const m = useWords(talkWords).captions;
  const around = useRef<HTMLFormElement>(null);
  const [failed, setFailed] = useState(false);
  useTyped({ session, as: "captions" }, around);
  async function finish(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const line = event.currentTarget.querySelector("textarea");
    const typed = line?.value ?? "";
    if (!line || typed.trim() === "") return;
    const body = new URLSearchParams({ als: "captions", tekst: "", af: typed });
    const answer = await fetch(`/bijeenkomst/${session}/typen`, { method: "POST", body }).catch(() => null);
    setFailed(!answer?.ok);
    if (!answer?.ok) return;
    // what was typed while this one left, is the next line
    line.value = line.value.startsWith(typed) ? line.value.slice(typed.length).trimStart() : line.value;
    line.dispatchEvent(new Event("input", { bubbles: true }));
  }
  return (
    <form ref={around} onSubmit={finish} className="talk-form">
      <TextArea name="tekst" label={m.line} rows={2} enterKeyHint="send" onKeyDown={sendsByEnter} />
      <p className="actions">
        <Button>{m.finish}</Button>
      </p>
      <p role="status" className={failed ? "error" : undefined}>
        {failed ? m.failed : null}
      </p>
    </form>
  );
}
