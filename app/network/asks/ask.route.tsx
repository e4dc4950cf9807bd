import { data, redirect } from "react-router";
import { askedByGuest } from "../../dialogue/access/asked.server.ts";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import { waysOut } from "../../platform/database/transitions.ts";
import { readForm } from "../../platform/http/form.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { MessageId } from "../../platform/ids.ts";
import { cleanText, textLength } from "../../platform/text.ts";
import { dateLong } from "../../platform/time.ts";
import { Rail } from "../../ui/chart/rail.tsx";
import { Typed, Written } from "../../ui/form/typed.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import small from "../../ui/layout/small.client.ts?worker&url";
import { Notice, Refusal } from "../../ui/notice.tsx";
import { Tag } from "../../ui/tag.tsx";
import { messageShape } from "../inbox/message.ts";
import { writeMessage } from "../inbox/messages.server.ts";
import { networkWords } from "../messages/network.ts";
import { areaNameOf } from "../people/areas.server.ts";
import { listFields } from "../people/fields.server.ts";
import { halfTypedBy } from "../people/half-typed.server.ts";
import { memberOf } from "../people/viewer.server.ts";
import { NetworkNav } from "../start/network-nav.tsx";
import type { Route } from "./+types/ask.route.ts";
import { askEvents, askLimits, askTransitions } from "./ask.ts";
import { MoveForm, ReactForm } from "./ask-forms.tsx";
import { findAsk, moveAsk } from "./asks.server.ts";
import { MatchList } from "./match-list.tsx";
import { matchesFor } from "./matches.server.ts";
import "../start/network.css";

export const handle = { script: false, small };

const numberOf = (text: string) => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0);

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const { dialogue, at } = await memberOf(db, context.get(visitContext), context.get(placeContext), "asks");
  const found = await findAsk(db, dialogue.id, numberOf(params.number));
  if (!found) throw data("missing", { status: 404 });
  const { ask, by, reactions } = found;
  const mine = ask.personId === at.personId;
  const fields = await listFields(db, dialogue.id);
  const { kind, title, context: about, until, state, thanks, createdAt } = ask;
  return {
    ask: { kind, title, about, until, state, thanks, createdAt, by, reactions },
    area: await areaNameOf(db, ask.areaCode, ask.areaYear),
    fields: fields.filter(({ id }) => ask.fieldIds.includes(id)).map(({ name }) => name),
    mine,
    ways: mine ? waysOut(askTransitions, state) : [],
    matches: mine && state === "open" ? await matchesFor(db, ask) : null,
    id: crypto.randomUUID() as string,
    draft: mine ? null : await halfTypedBy(db, at, "message"),
    done: new URL(request.url).searchParams.get("gedaan"),
    slug: dialogue.slug,
    dialogueTitle: dialogue.title,
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { dialogue, guest, db } = askedByGuest(context);
  const at = { dialogueId: dialogue.id, personId: guest.personId };
  const found = await findAsk(db, dialogue.id, numberOf(params.number));
  if (!found) throw data("missing", { status: 404 });
  const form = await request.formData();
  const one = (name: string) => String(form.get(name) ?? "");
  const typed = { id: one("id"), text: one("text"), mail: form.has("mail"), thanks: one("thanks") };
  const no = (status: number, trouble: { errors?: Readonly<Record<string, string>>; guarded?: boolean; refused?: string }) =>
    data({ typed, errors: {}, guarded: false, refused: null, ...trouble }, { status });
  try {
    if (form.has("stap")) {
      const event = askEvents.find((each) => each === form.get("stap"));
      if (!event) throw data("missing", { status: 400 });
      const thanks = cleanText(typed.thanks);
      if (textLength(thanks) > askLimits.thanks) return no(422, { errors: { thanks: "long" } });
      if (objection(form, ["thanks"])) return no(422, { guarded: true });
      await moveAsk(db, at, found.ask.id, event, thanks);
      return redirect(`/netwerk/${dialogue.slug}/vragen/${found.ask.number}?gedaan=gewijzigd`, 303);
    }
    const read = readForm(messageShape, form);
    if (!read.ok) return no(422, { errors: read.errors });
    if (objection(form, ["text"])) return no(422, { guarded: true });
    const { id, text, mail } = read.value;
    const words = { id: id as MessageId, text, sharesMail: mail === "on", about: found.ask.id };
    await writeMessage(db, at, found.member, words);
    return redirect(`/mijn/${dialogue.slug}/berichten?gedaan=verstuurd`, 303);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return no(error.status, { refused: error.code });
  }
}

export default function AskPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(networkWords);
  const m = words.asks;
  const locale = useLocale();
  const { ask, area, fields, mine, ways, matches, slug, dialogueTitle, done, id } = loaderData;
  const typed = actionData?.typed ?? { id, text: "", mail: false, thanks: "" };
  const trouble = { typed, errors: actionData?.errors ?? {}, guarded: actionData?.guarded ?? false };
  return (
    <PublicFrame>
      <title>{`${ask.title} · ${dialogueTitle}`}</title>
      <meta name="robots" content="noindex" />
      <PageHead title={<Written>{ask.title}</Written>} eyebrow={m.kinds[ask.kind]} />
      <NetworkNav slug={slug} here={null} member />
      {done && m.done[done] && !actionData ? <Notice variant="success">{m.done[done]}</Notice> : null}
      {actionData?.refused ? <Refusal>{words.refused[actionData.refused] ?? words.refused.gone}</Refusal> : null}
      <p>
        <Tag tone={ask.state === "open" ? "calm" : "good"}>{m.states[ask.state]}</Tag>
      </p>
      {ask.about ? <Typed as="p">{ask.about}</Typed> : null}
      <p className="small quiet">
        {[m.by({ name: ask.by, when: dateLong(ask.createdAt, locale) }), area, fields.join(", ")].filter(Boolean).join(". ")}
        {ask.until ? `. ${m.until({ day: dateLong(new Date(`${ask.until}T12:00:00Z`), locale) })}` : ""}
      </p>
      {ask.thanks ? (
        <Notice variant="success" title={m.thanks}>
          <Typed as="p">{ask.thanks}</Typed>
        </Notice>
      ) : null}
      {mine ? (
        <>
          <p>
            {ask.reactions > 0 ? (
              <a href={`/mijn/${slug}/berichten`}>{m.reactions({ n: ask.reactions })}</a>
            ) : (
              m.reactions({ n: 0 })
            )}
          </p>
          {matches ? <MatchList matches={matches} kind={ask.kind} slug={slug} /> : null}
          <Rail id="stand" heading={m.moveHeading}>
            <MoveForm ways={ways} trouble={trouble} />
          </Rail>
        </>
      ) : ask.state === "open" ? (
        <Rail id="reageer" heading={m.react}>
          <ReactForm trouble={trouble} draft={loaderData.draft} back={actionData !== undefined} />
        </Rail>
      ) : (
        <p>{m.reactedOnce}</p>
      )}
      <p>
        <a href={`/netwerk/${slug}/vragen`}>{m.back}</a>
      </p>
    </PublicFrame>
  );
}
