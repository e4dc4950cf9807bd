import { data, redirect } from "react-router";
import { z } from "zod";
import { askedByGuest } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import type { Db } from "../../platform/database/change.server.ts";
import { readForm } from "../../platform/http/form.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, DissentId, PersonId, RemarkId } from "../../platform/ids.ts";
import { Button } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { Help, PublicFrame } from "../../ui/frame.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import small from "../../ui/layout/small.client.ts?worker&url";
import { Notice, Refusal } from "../../ui/notice.tsx";
import { usePartName } from "../gather/part-name.tsx";
import { BlockView } from "../write/block-view.tsx";
import type { Typed } from "../write/typed.ts";
import type { Route } from "./+types/mine-part.route.ts";
import { DissentForm } from "./dissent-form.tsx";
import { DissentList } from "./dissent-list.tsx";
import { standUnder, writeDissent } from "./dissents.server.ts";
import { reviewWords } from "./messages/review.ts";
import { RemarkForm } from "./remark-form.tsx";
import { RemarkList } from "./remark-list.tsx";
import { addRemark, agreeWith, supportRemark, withdrawRemark } from "./remarks.server.ts";
import { blockOfPart, dissentShape, guardedDissent, guardedRemark, isPart, type Part, partIn, remarkShape } from "./review.ts";
import { findReadAlong } from "./review-page.server.ts";

export const handle = { script: false, small };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { dialogue, guest } = askedByGuest(context);
  const found = await findReadAlong(context.get(servicesContext).db, dialogue, guest.personId, new Date());
  const { part } = params;
  if (!found || !("page" in found) || !isPart(part) || partIn(part, found.page.content) !== part)
    throw data("missing", { status: 404 });
  const said = new URL(request.url).searchParams.get("gezegd");
  const here = (one: { readonly part: string }) => partIn(one.part, found.page.content) === part;
  return {
    part: part as Part,
    slug: dialogue.slug,
    title: dialogue.title,
    help: dialogue.helpContact,
    open: found.moment === "open",
    copy: found.review.copy,
    page: found.page,
    remarks: found.remarks.filter(here),
    dissents: found.dissents.filter(here),
    agreed: found.agreed.includes(part),
    me: guest.personId,
    ids: { remark: crypto.randomUUID(), dissent: crypto.randomUUID() },
    said,
  };
}

interface At {
  readonly db: Db;
  readonly dialogueId: DialogueId;
  readonly me: PersonId;
  readonly part: Part;
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { dialogue, guest } = askedByGuest(context);
  if (!isPart(params.part)) throw data("missing", { status: 404 });
  const at: At = { db: context.get(servicesContext).db, dialogueId: dialogue.id, me: guest.personId, part: params.part };
  const form = await request.formData();
  const deed = String(form.get("doen"));
  const which = deed === "opmerking" || deed === "standpunt" ? deed : "anders";
  const typed: Typed = {
    which,
    values: Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []))),
    ...{ errors: {}, guarded: false, refused: null },
  };
  try {
    const no = which === "anders" ? await choose(at, form, deed) : await write(at, form, which);
    if (no) return data({ ...typed, ...no }, { status: 422 });
  } catch (error) {
    if (!(error instanceof Refused) || error.status === 404) throw error;
    return data({ ...typed, refused: error.code }, { status: error.status });
  }
  return redirect(`/mijn/${dialogue.slug}/verslag/${params.part}?gezegd=${which}`, 303);
}

async function write(
  { db, dialogueId, me, part }: At,
  form: FormData,
  which: "opmerking" | "standpunt",
): Promise<Partial<Typed> | null> {
  if (which === "opmerking") {
    const read = readForm(remarkShape, form);
    if (!read.ok) return { errors: read.errors };
    if (objection(form, guardedRemark)) return { guarded: true };
    await addRemark(db, dialogueId, me, part, read.value);
    return null;
  }
  const read = readForm(dissentShape, form);
  if (!read.ok) return { errors: read.errors };
  if (objection(form, guardedDissent)) return { guarded: true };
  await writeDissent(db, dialogueId, me, part, read.value);
  return null;
}

async function choose({ db, dialogueId, me, part }: At, form: FormData, deed: string): Promise<null> {
  const id = z.uuid().safeParse(form.get("wat"));
  if (deed === "eens" || deed === "oneens") await agreeWith(db, dialogueId, me, part, deed === "eens");
  else if (!id.success) throw data("missing", { status: 400 });
  else if (deed === "steun" || deed === "steun-niet")
    await supportRemark(db, dialogueId, me, id.data as RemarkId, deed === "steun");
  else if (deed === "intrek") await withdrawRemark(db, dialogueId, me, id.data as RemarkId);
  else {
    const stand = z.enum(["named", "unnamed", "leave"]).safeParse(deed);
    if (!stand.success) throw data("missing", { status: 400 });
    const version = Number(form.get("versie")) || 0;
    await standUnder(db, dialogueId, me, id.data as DissentId, { stand: stand.data, version });
  }
  return null;
}

export default function ReadPart({ loaderData, actionData }: Route.ComponentProps) {
  const m = useWords(reviewWords);
  const { part, slug, title, help, open, page, remarks, dissents, agreed, ids, me, said } = loaderData;
  const name = usePartName(page.content)(part);
  const block = page.content.blocks?.find(({ id }) => id === blockOfPart(part));
  const no = actionData?.refused ? m.part.refused[actionData.refused] : undefined;
  const typed = (which: Typed["which"]) => (actionData?.which === which ? actionData : null);
  return (
    <PublicFrame footer={<Help contact={help} />}>
      <title>{`${m.part.title({ part: name })} · ${title}`}</title>
      <meta name="robots" content="noindex" />
      <PageHead title={m.part.title({ part: name })}>
        <p>
          <a href={`/mijn/${slug}/verslag#deel-${part}`}>{m.part.back}</a>
        </p>
      </PageHead>
      {actionData?.refused ? <Refusal>{no ?? m.part.refused.closed}</Refusal> : null}
      {said && !actionData ? (
        <Notice variant="success">
          {said === "opmerking" ? m.part.sent : said === "standpunt" ? m.dissent.saved : m.part.done}
        </Notice>
      ) : null}
      {open ? null : <Notice>{m.part.closedShort}</Notice>}
      {block ? (
        <Rail id="tekst" heading={m.part.text}>
          <BlockView page={page} block={block} level={3} />
        </Rail>
      ) : null}
      {open ? (
        <Rail id="eens" heading={m.part.agreeHeading}>
          <p>{agreed ? m.part.agreed : m.part.agreeLead}</p>
          <form method="post">
            <p className="actions">
              <Button variant="secondary" name="doen" value={agreed ? "oneens" : "eens"}>
                {agreed ? m.part.disagree : m.part.agree}
              </Button>
            </p>
          </form>
        </Rail>
      ) : null}
      <Rail id="opmerkingen" heading={m.part.said}>
        <RemarkList remarks={remarks} copy={loaderData.copy} open={open} />
        {open || typed("opmerking") ? (
          <RemarkForm
            id={ids.remark}
            typed={typed("opmerking")}
            draft={me}
            kept={remarks.filter(({ mine }) => mine).map(({ id }) => id)}
          />
        ) : null}
      </Rail>
      <Rail id="minderheid" heading={m.dissent.heading}>
        <p>{m.dissent.lead}</p>
        <DissentList dissents={dissents} open={open} draft={me} />
        {open || typed("standpunt") ? (
          <DissentForm id={ids.dissent} typed={typed("standpunt")} draft={me} kept={dissents.map(({ id }) => id)} />
        ) : null}
      </Rail>
    </PublicFrame>
  );
}
