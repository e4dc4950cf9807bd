import { data, redirect, useLocation } from "react-router";
import { askedByTeam, askedOfDialogue } from "../../dialogue/access/asked.server.ts";
import { mayDialogue } from "../../dialogue/dialogue.ts";
import { countHarvest } from "../../dialogue/overview.server.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import { readForm } from "../../platform/http/form.ts";
import { Refused } from "../../platform/http/refused.ts";
import { Rail } from "../../ui/chart/rail.tsx";
import { Empty } from "../../ui/empty.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Refusal } from "../../ui/notice.tsx";
import { prioritiesWords } from "../priorities/messages/priorities.ts";
import { differenceOf } from "../review/difference.ts";
import { DifferenceList } from "../review/difference-list.tsx";
import { reviewWords } from "../review/messages/review.ts";
import { findSeen, sawDraft } from "../review/seen.server.ts";
import { SeenNote } from "../review/seen-note.tsx";
import { BlockOutline } from "../write/block-outline.tsx";
import { listBlocks, listRemoved } from "../write/blocks.server.ts";
import { draftFields, draftShape } from "../write/draft.ts";
import { DraftEditor, type DraftState } from "../write/draft-editor.tsx";
import { findDraft, listNotes, saveDraft } from "../write/drafts.server.ts";
import { blockWords } from "../write/messages/blocks.ts";
import { draftWords } from "../write/messages/draft.ts";
import { firstWords, outlineOf } from "../write/outline.ts";
import type { Route } from "./+types/desk.route.ts";
import { findDraftPage } from "./page.server.ts";
import { PublishForm } from "./publish-form.tsx";
import { countReady, findVersion, listVersions } from "./reports.server.ts";
import "../write/blocks.css";
import { VersionTable } from "./version-table.tsx";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, roles, db } = askedOfDialogue(context);
  const page = await findDraftPage(db, dialogue, new Date());
  const [draft, last, versions, harvest, ready, notes, blocks, removed, seen] = await Promise.all([
    findDraft(db, dialogue.id),
    findVersion(db, dialogue.id),
    listVersions(db, dialogue.id),
    countHarvest(db, dialogue.id),
    countReady(db, dialogue.id),
    listNotes(db, dialogue.id),
    listBlocks(db, dialogue.id),
    listRemoved(db, dialogue.id),
    findSeen(db, dialogue.id),
  ]);
  const said = new URL(request.url).searchParams;
  return {
    values: { introduction: draft.introduction, conclusions: draft.conclusions },
    version: draft.version,
    versions,
    // while a session is going on the draft holds no figures
    difference: last && !page.live ? differenceOf(last.content, page.content) : null,
    seen: seen && { at: seen.at, difference: page.live ? null : differenceOf(seen.content, page.content) },
    live: page.live,
    outline: outlineOf(page.content, page.quotes, blocks),
    parts: {
      themes: page.content.themes.map(({ id, name }) => ({ id, name })),
      insights: page.content.insights.map(({ id, number }) => ({ id, number })),
    },
    removed: removed.map(({ id, text }) => ({ id, text: firstWords(text) })),
    ready: { ...ready, ...harvest, notes: notes.filter(({ chosen }) => chosen).length },
    /** Nothing can be brought in yet. */
    isAhead: dialogue.state === "draft",
    mayWrite: (roles.has("organiser") || roles.has("analyst")) && mayDialogue(dialogue.state, "draftReport"),
    isOrganiser: roles.has("organiser"),
    mayPublish: mayDialogue(dialogue.state, "publishReport"),
    saved: said.has("bewaard"),
    chosen: said.has("gekozen"),
    late: said.has("niet"),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, team, db } = askedByTeam(context);
  const form = await request.formData();
  if (form.get("doen") === "gezien") {
    const { live, content } = await findDraftPage(db, dialogue, new Date());
    if (!live) await sawDraft(db, dialogue.id, team.personId, content);
    throw redirect(`/team/${dialogue.slug}/verslag#stand`, 303);
  }
  const read = readForm(draftShape, form);
  const state: DraftState = { values: {}, version: 0, errors: {}, theirs: {}, conflictBy: null, saved: false };
  if (!read.ok)
    return data(
      { ...state, values: read.typed, version: Number(read.typed.version) || 0, errors: read.errors } satisfies DraftState,
      { status: 422 },
    );
  const { introduction, conclusions } = read.value;
  const values = { introduction, conclusions };
  if (objection(form, draftFields))
    return data({ ...state, values, version: read.value.version, guarded: true } satisfies DraftState, { status: 422 });
  try {
    const done = await saveDraft(db, dialogue.id, team.personId, read.value);
    if (done.status === "saved")
      return { ...state, values, version: done.version, saved: true, savedAt: new Date() } satisfies DraftState;
    const now = await findDraft(db, dialogue.id);
    const theirs = Object.fromEntries(draftFields.filter((name) => now[name] !== values[name]).map((name) => [name, now[name]]));
    return data({ ...state, values, version: now.version, theirs, conflictBy: done.by } satisfies DraftState, { status: 409 });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return data({ ...state, values, version: read.value.version, refused: true } satisfies DraftState, { status: error.status });
  }
}

export default function ReportDesk({ loaderData, actionData }: Route.ComponentProps) {
  const m = useWords(draftWords);
  const priorities = useWords(prioritiesWords);
  const blocks = useWords(blockWords);
  const review = useWords(reviewWords);
  const { slug, title } = useDialogue();
  const { key } = useLocation();
  const { values, version, versions, ready, mayWrite, mayPublish, isOrganiser } = loaderData;
  const state: DraftState = actionData ?? { values, version, errors: {}, theirs: {}, conflictBy: null, saved: loaderData.saved };
  const newest = versions[0]?.number ?? 0;
  if (loaderData.isAhead)
    return (
      <>
        <title>{`${m.title} · ${title}`}</title>
        <PageHead title={m.title} lead={m.lead} />
        <Empty title={m.ahead.title} action={<TextLink to={`/team/${slug}/verslag/voorbeeld`}>{m.preview}</TextLink>}>
          {m.ahead.text}
        </Empty>
      </>
    );
  return (
    <>
      <title>{`${m.title} · ${title}`}</title>
      <PageHead title={m.title} lead={m.lead}>
        <p className="row-actions">
          <TextLink to={`/team/${slug}/verslag/voorbeeld`}>{m.preview}</TextLink>
          <TextLink to={`/team/${slug}/verslag/meelezen`}>{review.team.link}</TextLink>
          {newest > 0 ? <TextLink href={`/verslag/${slug}`}>{m.public}</TextLink> : null}
        </p>
      </PageHead>
      <Rail id="stand" heading={m.state.heading}>
        <ul className="plain">
          <li>
            {m.state.needs({ placed: ready.needs - ready.unplaced, total: ready.needs })}.{" "}
            {ready.unplaced > 0 ? <TextLink to={`/team/${slug}/themas`}>{m.state.themes}</TextLink> : null}
          </li>
          <li>{m.state.insights({ n: ready.insights })}.</li>
          <li>{m.state.now({ n: ready.current })}.</li>
          <li>
            <TextLink to={`/team/${slug}/prioriteiten`}>{priorities.title}</TextLink>.
          </li>
          <li>
            {m.state.notes({ n: ready.notes })}. <TextLink to={`/team/${slug}/verslag/notities`}>{m.notes.link}</TextLink>
          </li>
        </ul>
        <SeenNote seen={loaderData.seen} live={loaderData.live} mayWrite={mayWrite} />
      </Rail>
      <Rail id="teksten" heading={m.texts}>
        <DraftEditor key={key} state={state} readOnly={!mayWrite} />
      </Rail>
      <Rail id="opbouw" heading={blocks.outline.heading}>
        {loaderData.late ? <Refusal>{blocks.editor.notNow}</Refusal> : null}
        <BlockOutline parts={loaderData.parts} texts={loaderData.outline} removed={loaderData.removed} mayWrite={mayWrite} />
      </Rail>
      <Rail id="publiceren" heading={m.versions.heading}>
        <VersionTable slug={slug} versions={versions} />
        {loaderData.difference ? <DifferenceList difference={loaderData.difference} since={newest} /> : null}
        <PublishForm next={newest + 1} isOrganiser={isOrganiser} mayPublish={mayPublish} />
      </Rail>
    </>
  );
}
