import { data, redirect, useLocation } from "react-router";
import { z } from "zod";
import { askedOfDialogue } from "../../dialogue/access/asked.server.ts";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { mayDialogue } from "../../dialogue/dialogue.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import type { Db } from "../../platform/database/change.server.ts";
import { readForm } from "../../platform/http/form.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { BlockId, DialogueId, PersonId } from "../../platform/ids.ts";
import { Rail } from "../../ui/chart/rail.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice } from "../../ui/notice.tsx";
import { copiedIn, missingIn } from "../gather/copied.server.ts";
import { listRecognisable } from "../gather/recognisable.server.ts";
import { isPlace, standsAt } from "../read/places.ts";
import { proposalWords } from "../review/messages/proposal.ts";
import type { Route } from "./+types/block.route.ts";
import { blockShape, guardedBlock } from "./block.ts";
import { BlockEditor, type BlockState, calm } from "./block-editor.tsx";
import { BlockHistory } from "./block-history.tsx";
import { findBlockPage } from "./block-page.server.ts";
import { findBlock, isElsewhere, listWordings, removeBlock, restoreWording, saveBlock, shiftBlock } from "./blocks.server.ts";
import { ClaimList } from "./claim-list.tsx";
import { fieldNames } from "./live-field.ts";
import { blockWords } from "./messages/blocks.ts";
import "./blocks.css";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { dialogue, roles, db, environment } = askedOfDialogue(context);
  const query = new URL(request.url).searchParams;
  const after = query.get("na") ?? "";
  const home = `/team/${dialogue.slug}/verslag`;
  const mayWrite = mayDialogue(dialogue.state, "draftReport") && (roles.has("organiser") || roles.has("analyst"));
  if (params.block === "nieuw") throw redirect(`${home}/blokken/${crypto.randomUUID()}?na=${encodeURIComponent(after)}`, 303);
  const id = z.uuid().safeParse(params.block);
  if (!id.success) throw data("missing", { status: 404 });
  const found = await findBlock(db, dialogue.id, id.data as BlockId);
  if (!found && (!mayWrite || !isPlace(after))) throw data("missing", { status: 404 });
  const { page, named } = await findBlockPage(db, dialogue, id.data as BlockId, new Date());
  const text = found?.text ?? "";
  return {
    id: id.data as BlockId,
    isNew: found === null,
    values: { text, place: standsAt(found?.place ?? after, page.content), version: found?.version ?? 0 },
    removed: Boolean(found?.removedAt),
    page,
    named,
    fields: fieldNames(page.content),
    copied: found ? await copiedIn(db, dialogue.id, text) : [],
    missing: found ? await missingIn(db, dialogue.id, text) : [],
    recognisable: found ? await listRecognisable(db, dialogue.id, { taken: page.content.taken, blocks: [{ text }] }) : [],
    history: found ? await listWordings(db, found.id) : [],
    mayWrite,
    asksModel: environment.llm !== null,
    saved: query.has("bewaard"),
    restored: query.has("teruggezet"),
  };
}

interface At {
  readonly db: Db;
  readonly dialogueId: DialogueId;
  readonly who: PersonId;
  readonly id: BlockId;
  readonly here: string;
  readonly home: string;
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { dialogue } = context.get(placeContext);
  const { team } = context.get(visitContext);
  const id = z.uuid().safeParse(params.block);
  if (!dialogue || !team || !id.success) throw data("missing", { status: 404 });
  const { db } = context.get(servicesContext);
  if (await isElsewhere(db, dialogue.id, id.data as BlockId)) throw data("missing", { status: 404 });
  const home = `/team/${dialogue.slug}/verslag`;
  const at: At = {
    ...{ db, dialogueId: dialogue.id, who: team.personId, id: id.data as BlockId },
    ...{ home, here: `${home}/blokken/${id.data}` },
  };
  const form = await request.formData();
  const deed = String(form.get("doen"));
  if (deed === "bewaar" || deed === "auto") return save(at, form, deed === "auto");
  try {
    return await otherDeed(at, form, deed);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw redirect(`${home}?niet`, 303);
  }
}

async function otherDeed({ db, dialogueId, who, id, here, home }: At, form: FormData, deed: string) {
  switch (deed) {
    case "weg":
    case "terug":
      await removeBlock(db, dialogueId, who, id, deed === "weg");
      return redirect(`${home}#opbouw`, 303);
    case "op":
    case "neer":
      await shiftBlock(db, dialogueId, who, id, deed === "op" ? "up" : "down");
      return redirect(`${home}#opbouw`, 303);
    case "herstel": {
      const version = z.coerce.number().int().min(1).safeParse(form.get("versie"));
      if (!version.success) throw data("missing", { status: 400 });
      await restoreWording(db, dialogueId, who, id, version.data);
      return redirect(`${here}?teruggezet`, 303);
    }
    default:
      throw data("missing", { status: 400 });
  }
}

async function save({ db, dialogueId, who, id, here }: At, form: FormData, auto: boolean) {
  const typed = {
    text: String(form.get("text") ?? ""),
    place: String(form.get("place") ?? ""),
    version: Number(form.get("version")) || 0,
  };
  const no = (status: number, state: Partial<BlockState>, version = typed.version) =>
    data({ ...calm, values: { ...typed, version }, ...state } satisfies BlockState, { status });
  const read = readForm(blockShape, form);
  if (!read.ok) return no(422, { errors: read.errors });
  if (objection(form, guardedBlock)) return no(422, { guarded: true });
  try {
    const done = await saveBlock(db, dialogueId, who, id, read.value, auto ? "auto" : "write");
    if (done.status === "saved" && auto)
      return { ...calm, values: { ...typed, version: done.version }, savedAt: new Date() } satisfies BlockState;
    if (done.status === "saved") return redirect(`${here}?bewaard`, 303);
    if (done.status !== "conflict") return no(409, { refused: done.status });
    const now = await findBlock(db, dialogueId, id);
    return no(409, { theirs: now?.text ?? "", conflictBy: done.by ?? "" }, now?.version);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return no(error.status, { refused: "not-now" });
  }
}

export default function Block({ loaderData, actionData }: Route.ComponentProps) {
  const m = useWords(blockWords);
  const propose = useWords(proposalWords).link;
  const { slug, title } = useDialogue();
  const { id, isNew, values, page, named, fields, mayWrite, history, copied, missing, recognisable, removed } = loaderData;
  const state: BlockState = actionData ?? { ...calm, values };
  const heading = isNew ? m.editor.newTitle : m.editor.title;
  return (
    <>
      <title>{`${heading} · ${title}`}</title>
      <PageHead title={heading}>
        <p>
          <TextLink to={`/team/${slug}/verslag#opbouw`}>{m.editor.back}</TextLink>
        </p>
      </PageHead>
      {loaderData.saved && !actionData ? <Notice variant="success">{m.editor.saved}</Notice> : null}
      {loaderData.restored && !actionData ? <Notice variant="success">{m.editor.restored}</Notice> : null}
      {removed && !actionData ? <Notice variant="warn">{m.editor.gone}</Notice> : null}
      {copied.length > 0 ? <Notice variant="warn">{m.editor.copied({ numbers: copied })}</Notice> : null}
      {missing.length > 0 ? <Notice variant="warn">{m.editor.missing({ numbers: missing })}</Notice> : null}
      {recognisable.length > 0 ? <Notice>{m.editor.recognisable({ numbers: recognisable })}</Notice> : null}
      <BlockEditor
        key={`${id} ${useLocation().key}`}
        id={id}
        state={state}
        page={page}
        named={named}
        fields={fields}
        readOnly={!mayWrite || removed}
      />
      {isNew ? null : (
        <>
          <Rail id="onderbouwing" heading={m.claims.heading}>
            {loaderData.asksModel && mayWrite && !removed ? (
              <p>
                <TextLink to={`/team/${slug}/verslag/blokken/${id}/voorstel`}>{propose}</TextLink>
              </p>
            ) : null}
            <ClaimList page={page} block={{ id, text: values.text, ...named }} mayWrite={mayWrite && !removed} />
          </Rail>
          <Rail id="geschiedenis" heading={m.editor.history}>
            <BlockHistory history={history} mayWrite={mayWrite && !removed} />
          </Rail>
        </>
      )}
    </>
  );
}
