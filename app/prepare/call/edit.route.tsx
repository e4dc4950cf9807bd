import { data } from "react-router";
import { askedByTeam, askedOfDialogue } from "../../dialogue/access/asked.server.ts";
import { servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import { readForm } from "../../platform/http/form.ts";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import type { Route } from "./+types/edit.route.ts";
import { callShape, differences, guardedTexts } from "./call.ts";
import { CallEditor, type EditorState } from "./call-editor.tsx";
import { findCallPage } from "./call-page.server.ts";
import { saveCall } from "./calls.server.ts";
import { callWords } from "./messages/call.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue } = askedOfDialogue(context);
  const found = await findCallPage(context.get(servicesContext).db, dialogue, context.get(visitContext).locale);
  const values = { ...found.page.texts, title: dialogue.title, privacy: found.privacy };
  return {
    page: found.page,
    values,
    version: found.version,
    draft: dialogue.state === "draft",
    saved: new URL(request.url).searchParams.has("bewaard"),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, team, locale, db } = askedByTeam(context);
  const form = await request.formData();
  const read = readForm(callShape, form);
  if (!read.ok) {
    const version = Number(read.typed.version) || 0;
    return data(
      { values: read.typed, version, errors: read.errors, theirs: {}, conflictBy: null, saved: false } satisfies EditorState,
      { status: 422 },
    );
  }
  const { version, ...texts } = read.value;
  if (objection(form, guardedTexts))
    return data(
      { values: texts, version, errors: {}, theirs: {}, conflictBy: null, saved: false, guarded: true } satisfies EditorState,
      { status: 422 },
    );
  const done = await saveCall(db, dialogue.id, team.personId, read.value);
  if (done.status === "saved")
    return { values: texts, version: done.version, errors: {}, theirs: {}, conflictBy: null, saved: true } satisfies EditorState;
  const now = await findCallPage(db, dialogue, locale);
  const current: Record<string, string> = { ...now.page.texts, title: dialogue.title, privacy: now.privacy };
  const theirs = Object.fromEntries(differences(texts, current).map((name) => [name, current[name] ?? ""]));
  return data(
    { values: texts, version: now.version, errors: {}, theirs, conflictBy: done.by, saved: false } satisfies EditorState,
    { status: 409 },
  );
}

export default function EditCall({ loaderData, actionData }: Route.ComponentProps) {
  const m = useWords(callWords).edit;
  const { page, values, version, draft } = loaderData;
  const state: EditorState = actionData ?? { values, version, errors: {}, theirs: {}, conflictBy: null, saved: loaderData.saved };
  return (
    <>
      <title>{`${m.title} · ${page.title}`}</title>
      <PageHead title={m.title} lead={m.lead}>
        {draft ? (
          <p>
            {m.notOpenYet} <TextLink to={`/team/${page.slug}`}>{m.toOpening}</TextLink>
          </p>
        ) : (
          <p>
            <TextLink href={`/oproep/${page.slug}`}>{m.openCall}</TextLink>
          </p>
        )}
      </PageHead>
      <CallEditor state={state} page={page} />
    </>
  );
}
