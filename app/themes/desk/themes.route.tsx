import type { ReactNode } from "react";
import { data, redirect } from "react-router";
import { askedByTeam } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { mayDialogue } from "../../dialogue/dialogue.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import { Refused } from "../../platform/http/refused.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Progress } from "../../ui/progress.tsx";
import { findFirstFrame } from "../board/first-frame.server.ts";
import { themesWords } from "../messages/themes.ts";
import { MachinePart } from "../suggestions/machine.tsx";
import { guardedWords } from "../theme-deed.ts";
import { doThemes } from "../themes.server.ts";
import { listTies } from "../tie.server.ts";
import type { Route } from "./+types/themes.route.ts";
import { ChosenNeeds } from "./chosen.tsx";
import { Decisions, JustDone } from "./decisions.tsx";
import type { Desk } from "./desk.ts";
import { ElsewhereNotice, OthersLine } from "./desk-notices.tsx";
import { DragToTheme } from "./drag.tsx";
import type { Spot } from "./here.ts";
import { Keys } from "./keys.tsx";
import { listQueryOf } from "./list-query.ts";
import { DeskLive } from "./news.tsx";
import { Pile } from "./pile.tsx";
import { readDeed } from "./theme-form.ts";
import { AddTheme, Begin, ThemeList } from "./theme-list.tsx";
import { OpenTheme } from "./theme-open.tsx";
import "./themes.css";
import type { Said } from "./desk-said.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, roles, team } = askedByTeam(context);
  const asked = new URL(request.url).searchParams;
  const { db, desks, here } = context.get(servicesContext);
  const query = { ...listQueryOf(asked), need: asked.get("behoefte"), me: team.personId };
  const desk = await desks.find(dialogue.id, query);
  // the others see it a little later; who left before the page was made is not there
  if (!request.signal.aborted) here.say(dialogue.id, team.personId, spotOf(desk)).catch(() => {});
  const begin = desk.themes.length > 0 ? [] : await findFirstFrame(db, dialogue.id);
  return {
    desk,
    ties: desk.open ? await listTies(db, dialogue.id) : [],
    begin,
    search: asked.get("zoek") ?? "",
    mayWrite: (roles.has("analyst") || roles.has("organiser")) && mayDialogue(dialogue.state, "groupThemes"),
    fresh: crypto.randomUUID(),
  };
}

/** Other forms of the desk may carry the fields of a name that nobody sent. */
const namesTheme: ReadonlySet<string> = new Set(["add", "write", "split"]);

const spotOf = ({ open, pile }: Desk): Spot =>
  open ? { need: null, theme: open.id } : { need: pile.current?.number ?? null, theme: null };

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, team } = askedByTeam(context);
  const form = await request.formData();
  const typed = {
    name: String(form.get("name") ?? ""),
    description: String(form.get("description") ?? ""),
    seeds: String(form.get("seeds") ?? ""),
  };
  const said: Said = {
    deed: String(form.getAll("deed").at(-1) ?? ""),
    typed,
    errors: {},
    refusal: null,
    elsewhere: [],
    theirs: null,
  };
  const read = readDeed(form);
  if (!read.ok) return data({ ...said, errors: read.errors } satisfies Said, { status: 422 });
  if (namesTheme.has(read.deed.deed) && objection(form, guardedWords))
    return data({ ...said, guarded: true } satisfies Said, { status: 422 });
  try {
    const { db, suggesting } = context.get(servicesContext);
    const { deed: asked } = read;
    const deed =
      asked.deed === "place-sure" ? { deed: asked.deed, sure: await suggesting.above(dialogue.id, asked.threshold) } : asked;
    const done = await doThemes(db, dialogue.id, team.personId, deed);
    if (done.status === "refused") {
      const refusal = done.elsewhere.length > 0 ? null : done.code;
      return data({ ...said, refusal, elsewhere: done.elsewhere } satisfies Said, { status: 409 });
    }
    if (done.status === "written-meanwhile") return data({ ...said, theirs: done } satisfies Said, { status: 409 });
    if (done.elsewhere.length > 0) return data({ ...said, elsewhere: done.elsewhere } satisfies Said, { status: 409 });
  } catch (error) {
    if (error instanceof Refused) return data({ ...said, refusal: "not-now" } satisfies Said, { status: error.status });
    throw error;
  }
  const to = new URL(request.url);
  to.searchParams.delete("behoefte");
  const next = form.get("next");
  if (typeof next === "string" && next) to.searchParams.set("behoefte", next);
  if (read.deed.deed === "merge") to.searchParams.set("thema", read.deed.into);
  if (read.deed.deed === "remove") to.searchParams.delete("thema");
  return redirect(`/team/${dialogue.slug}/themas${to.search}`, 303);
}

export default function Themes({ loaderData, actionData }: Route.ComponentProps) {
  const m = useWords(themesWords);
  const { slug, title } = useDialogue();
  const { desk, ties, mayWrite, fresh, search, begin } = loaderData;
  const said = actionData ?? null;
  const [newest] = desk.decisions;
  return (
    <Together desk={desk}>
      <title>{`${m.title} · ${title}`}</title>
      <div className="page-head desk-head">
        <div>
          <h1>{m.title}</h1>
          {desk.total > 0 ? (
            <Progress
              label={m.progress({ placed: desk.placed, total: desk.total })}
              text={m.left({ n: desk.total - desk.placed })}
              value={desk.placed}
              max={desk.total}
            />
          ) : null}
        </div>
        <div>
          {mayWrite ? <JustDone decision={newest} back={desk.back} /> : null}
          <OthersLine decision={newest} />
        </div>
      </div>
      {mayWrite ? null : <Notice>{m.onlyReading}</Notice>}
      <ElsewhereNotice said={said} desk={desk} />
      {desk.total === 0 ? <Empty title={m.noNeeds}>{m.noNeedsText}</Empty> : null}
      <div className="desk">
        {desk.open ? (
          <OpenTheme
            key={desk.open.id}
            desk={desk}
            open={desk.open}
            ties={ties}
            mayWrite={mayWrite}
            fresh={fresh}
            said={said}
            search={search}
          />
        ) : desk.pile.size > 0 || desk.pile.current ? (
          <Pile desk={desk} search={search} mayWrite={mayWrite} />
        ) : desk.total > 0 ? (
          <Empty title={m.pileEmpty} action={<LinkButton to={`/team/${slug}/verslag`}>{m.toReport}</LinkButton>}>
            {m.pileEmptyText}
          </Empty>
        ) : null}
        <div className="desk-side">
          <ThemeList desk={desk} begin={mayWrite && begin.length > 1 ? <Begin begin={begin} /> : null} />
          {mayWrite ? <AddTheme desk={desk} fresh={fresh} said={said} /> : null}
          {mayWrite && desk.themes.length > 1 && desk.pile.size > 0 ? <MachinePart desk={desk} /> : null}
          <Decisions decisions={desk.decisions} mayWrite={mayWrite} />
          {mayWrite ? <Keys desk={desk} /> : null}
        </div>
      </div>
    </Together>
  );
}

/** What all parts of the desk share: who else is here, what is ticked, and what is being dragged. */
function Together({ desk, children }: { desk: Desk; children: ReactNode }) {
  const own = desk.decisions.find(({ mine }) => mine);
  return (
    <DeskLive stand={desk.stand} current={desk.open ? null : (desk.pile.current?.id ?? null)}>
      <ChosenNeeds until={`${own?.step} ${desk.open?.id}`}>
        <DragToTheme themes={desk.themes}>{children}</DragToTheme>
      </ChosenNeeds>
    </DeskLive>
  );
}
