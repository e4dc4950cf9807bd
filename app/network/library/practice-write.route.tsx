import { data, redirect } from "react-router";
import { z } from "zod";
import { askedByGuest } from "../../dialogue/access/asked.server.ts";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import { readForm } from "../../platform/http/form.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { PracticeId } from "../../platform/ids.ts";
import { Button } from "../../ui/button.tsx";
import { Around } from "../../ui/form/typed.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import small from "../../ui/layout/small.client.ts?worker&url";
import { Notice, Refusal } from "../../ui/notice.tsx";
import { filesWords } from "../messages/files.ts";
import { networkWords } from "../messages/network.ts";
import { areaNameOf, findPlaceNamed } from "../people/areas.server.ts";
import { listFields } from "../people/fields.server.ts";
import { memberOf } from "../people/viewer.server.ts";
import { NetworkNav } from "../start/network-nav.tsx";
import type { Route } from "./+types/practice-write.route.ts";
import { practiceLists, practiceProse, practiceShape } from "./practice.ts";
import { PracticeForm, type PracticeTyped } from "./practice-form.tsx";
import { listOwnPractices, listThemes, savePractice, withdrawPractice } from "./practices.server.ts";
import "../start/network.css";

export const handle = { script: false, small };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const { dialogue, at } = await memberOf(db, context.get(visitContext), context.get(placeContext), "practice");
  const all = await listOwnPractices(db, at);
  const own = params.number === "nieuw" ? null : all.find((one) => String(one.number) === params.number);
  if (own === undefined) throw data("missing", { status: 404 });
  const typed: PracticeTyped = own
    ? {
        ...own.words,
        ...{ id: own.id, version: own.version, fields: own.fieldIds, themes: own.themeIds, open: own.open },
        area: await areaNameOf(db, own.areaCode, own.areaYear),
        areaChosen: own.areaCode ? `${own.areaCode}:${own.areaYear}` : "",
      }
    : { ...empty, id: crypto.randomUUID() };
  return {
    ...{
      typed,
      slug: dialogue.slug,
      title: dialogue.title,
      number: own?.number ?? null,
      draft: own ? null : { of: at.personId, kept: all.map(({ id }) => id) },
      state: own?.state ?? null,
      reason: own?.reason ?? "",
    },
    fields: await listFields(db, dialogue.id),
    themes: await listThemes(db, dialogue.id),
    saved: new URL(request.url).searchParams.has("bewaard"),
  };
}

const empty = {
  ...{ version: 0, title: "", situation: "", done: "", took: "", gave: "", conditions: "", links: "" },
  ...{ area: "", areaChosen: "", fields: [] as string[], themes: [] as string[], open: false },
};

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, guest, db } = askedByGuest(context);
  const at = { dialogueId: dialogue.id, personId: guest.personId };
  const form = await request.formData();
  const one = (name: string) => String(form.get(name) ?? "");
  const id = z.uuid().safeParse(one("id"));
  if (!id.success) throw data("missing", { status: 400 });
  const home = `/netwerk/${dialogue.slug}/praktijk`;
  const typed: PracticeTyped = {
    ...{ id: id.data, version: Number(one("version")) || 0, title: one("title"), situation: one("situation"), done: one("done") },
    ...{ took: one("took"), gave: one("gave"), conditions: one("conditions"), links: one("links"), area: one("area") },
    ...{ areaChosen: one("area-chosen"), fields: form.getAll("fields").map(String), themes: form.getAll("themes").map(String) },
    open: form.has("open"),
  };
  const no = (
    status: number,
    trouble: { errors?: Readonly<Record<string, string>>; guarded?: boolean; refused?: string; conflict?: boolean },
    version = typed.version,
  ) => data({ typed: { ...typed, version }, errors: {}, guarded: false, refused: null, conflict: false, ...trouble }, { status });
  try {
    if (form.get("doen") === "intrekken") {
      await withdrawPractice(db, at, id.data as PracticeId);
      return redirect(`${home}?gedaan=ingetrokken`, 303);
    }
    const read = readForm(practiceShape, form, practiceLists);
    const place = await findPlaceNamed(db, typed.area, typed.areaChosen);
    if (!read.ok || place === "unknown")
      return no(422, { errors: { ...(read.ok ? {} : read.errors), ...(place === "unknown" && { area: "unknown" }) } });
    if (objection(form, practiceProse)) return no(422, { guarded: true });
    const saved = await savePractice(db, at, id.data as PracticeId, read.value, place === "none" ? null : place);
    if (saved.status === "conflict") return no(409, { conflict: true }, saved.version);
    return redirect(`${home}/${saved.number}/schrijven?bewaard`, 303);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return no(error.status, { refused: error.code });
  }
}

export default function WritePracticePage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(networkWords);
  const m = words.practices;
  const files = useWords(filesWords);
  const { number, slug, title, state, reason, saved, fields, themes } = loaderData;
  const heading = state ? m.edit : m.add;
  return (
    <PublicFrame>
      <title>{`${heading} · ${title}`}</title>
      <meta name="robots" content="noindex" />
      <PageHead title={heading} eyebrow={m.title} lead={m.writeLead} />
      <NetworkNav slug={slug} here={null} member />
      {saved && !actionData ? <Notice variant="success">{m.saved}</Notice> : null}
      {state === "returned" && reason ? (
        <Notice variant="warn">
          <Around words={{ reason }} say={m.returned} />
        </Notice>
      ) : null}
      {actionData?.conflict ? <Refusal>{m.conflict}</Refusal> : null}
      {actionData?.refused ? <Refusal>{words.refused[actionData.refused] ?? words.refused.gone}</Refusal> : null}
      <PracticeForm
        typed={actionData?.typed ?? loaderData.typed}
        draft={loaderData.draft}
        back={actionData !== undefined}
        errors={actionData?.errors ?? {}}
        guarded={actionData?.guarded ?? false}
        fields={fields}
        themes={themes}
      />
      {number && state !== "withdrawn" ? (
        <p>
          <a href={`/netwerk/${slug}/praktijk/${loaderData.typed.id}/bestanden`}>{files.link}</a>
        </p>
      ) : null}
      {state && state !== "withdrawn" ? (
        <Disclosure summary={m.withdraw}>
          <p>{m.withdrawText}</p>
          <form method="post">
            <input type="hidden" name="id" value={loaderData.typed.id} />
            <p className="actions">
              <Button variant="secondary" danger name="doen" value="intrekken">
                {m.withdrawSure}
              </Button>
            </p>
          </form>
        </Disclosure>
      ) : null}
      <p>
        <a href={`/netwerk/${slug}/praktijk`}>{m.back}</a>
      </p>
    </PublicFrame>
  );
}
