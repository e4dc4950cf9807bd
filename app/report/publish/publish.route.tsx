import { data, redirect } from "react-router";
import { askedByTeam, askedOfDialogue } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { mayDialogue } from "../../dialogue/dialogue.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import { readForm } from "../../platform/http/form.ts";
import { Refused } from "../../platform/http/refused.ts";
import { within } from "../../platform/within.ts";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice, Refusal } from "../../ui/notice.tsx";
import { isMakingPdf } from "../export/pdf.server.ts";
import { guardedPublication, publicationShape } from "../write/draft.ts";
import { draftWords } from "../write/messages/draft.ts";
import type { Route } from "./+types/publish.route.ts";
import { PublishForm } from "./publish-form.tsx";
import { listVersions, publishReport } from "./reports.server.ts";
import { VersionTable } from "./version-table.tsx";

const patienceMs = 8_000;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, roles } = askedOfDialogue(context);
  const versions = await listVersions(context.get(servicesContext).db, dialogue.id);
  const said = new URL(request.url).searchParams;
  return {
    versions,
    making: versions.filter(({ number }) => isMakingPdf({ slug: dialogue.slug, number })).map(({ number }) => number),
    isOrganiser: roles.has("organiser"),
    mayPublish: mayDialogue(dialogue.state, "publishReport"),
    published: said.has("verschenen"),
    meanwhile: said.has("intussen"),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, team } = askedByTeam(context);
  const { db, analyst } = context.get(servicesContext);
  const form = await request.formData();
  const read = readForm(publicationShape(form.get("number") === "1"), form);
  if (!read.ok) return data({ errors: read.errors, typed: read.typed.change ?? "", refused: false }, { status: 422 });
  if (objection(form, guardedPublication))
    return data({ errors: {}, typed: read.value.change, refused: false, guarded: true }, { status: 422 });
  // so that the version points at an analysis of the last ballots; one that takes long, or fails, comes with the next version
  await within(patienceMs, () => analyst.update(dialogue.id)).catch(() => {});
  try {
    const done = await publishReport(db, dialogue.id, { person: team.personId }, read.value);
    const said = done.status === "published" ? "verschenen" : "intussen";
    return redirect(`/team/${dialogue.slug}/verslag/versies?${said}`, 303);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return data({ errors: {}, typed: read.value.change, refused: true }, { status: error.status });
  }
}

export default function Publish({ loaderData, actionData }: Route.ComponentProps) {
  const m = useWords(draftWords);
  const { slug, title } = useDialogue();
  const { versions, making, isOrganiser, mayPublish, published, meanwhile } = loaderData;
  const newest = versions[0]?.number ?? 0;
  return (
    <>
      <title>{`${m.versions.heading} · ${title}`}</title>
      <PageHead title={m.versions.heading}>
        <p className="row-actions">
          <TextLink to={`/team/${slug}/verslag`}>{m.back}</TextLink>
          {newest > 0 ? <TextLink href={`/verslag/${slug}`}>{m.public}</TextLink> : null}
        </p>
      </PageHead>
      {published && newest > 0 ? <Notice variant="success">{m.versions.published({ n: newest })}</Notice> : null}
      {meanwhile ? <Notice variant="warn">{m.versions.meanwhile({ n: newest })}</Notice> : null}
      {actionData?.refused ? <Refusal>{m.versions.notNow}</Refusal> : null}
      {making.length > 0 ? <p>{m.versions.making({ numbers: making })}</p> : null}
      <VersionTable slug={slug} versions={versions} />
      {published ? null : (
        <PublishForm
          next={newest + 1}
          isOrganiser={isOrganiser}
          mayPublish={mayPublish}
          typed={actionData?.typed}
          guarded={actionData && "guarded" in actionData}
          errors={actionData?.errors ?? {}}
        />
      )}
    </>
  );
}
