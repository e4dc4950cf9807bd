import { data, redirect } from "react-router";
import { z } from "zod";
import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { askedByGuest } from "../../dialogue/access/asked.server.ts";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import { readForm } from "../../platform/http/form.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { MemberId, MessageId } from "../../platform/ids.ts";
import { Button } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { Checkbox } from "../../ui/form/choices.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextArea } from "../../ui/form/text-field.tsx";
import small from "../../ui/layout/small.client.ts?worker&url";
import { Refusal } from "../../ui/notice.tsx";
import { messageShape } from "../inbox/message.ts";
import { writeMessage } from "../inbox/messages.server.ts";
import { networkWords } from "../messages/network.ts";
import type { Route } from "./+types/person.route.ts";
import { CardView } from "./card-view.tsx";
import { findCard } from "./directory.server.ts";
import { halfTypedBy } from "./half-typed.server.ts";
import { halfTyped } from "./half-typed.ts";
import { viewerOf } from "./viewer.server.ts";
import "../start/network.css";
import { NetworkPage } from "../start/network-page.tsx";

export const handle = { script: false, small };

const isMemberId = (text: string): text is MemberId => z.uuid().safeParse(text).success;

export async function loader({ context, params }: Route.LoaderArgs) {
  const place = context.get(placeContext);
  const { db } = context.get(servicesContext);
  const { member, viewer } = await viewerOf(db, context.get(visitContext), place);
  const { dialogue } = place;
  const as = { viewer, personId: member?.personId ?? null };
  const found = dialogue && isMemberId(params.member) ? await findCard(db, dialogue.id, params.member, as) : null;
  if (!dialogue || !found) throw data("missing", { status: 404 });
  return {
    ...{ card: found.card, slug: dialogue.slug, title: dialogue.title, id: crypto.randomUUID() },
    mayWrite: member !== null && !found.card.mine,
    draft: member && (await halfTypedBy(db, { dialogueId: dialogue.id, personId: member.personId }, "message")),
    member: member !== null,
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { dialogue, guest } = askedByGuest(context);
  if (!isMemberId(params.member)) throw data("missing", { status: 404 });
  const form = await request.formData();
  const typed = { id: String(form.get("id") ?? ""), text: String(form.get("text") ?? ""), mail: form.has("mail") };
  const no = (status: number, trouble: { errors?: Readonly<Record<string, string>>; guarded?: boolean; refused?: string }) =>
    data({ typed, errors: {}, guarded: false, refused: null, ...trouble }, { status });
  const read = readForm(messageShape, form);
  if (!read.ok) return no(422, { errors: read.errors });
  if (objection(form, ["text"])) return no(422, { guarded: true });
  const { id, text, mail } = read.value;
  const words = { id: id as MessageId, text, sharesMail: mail === "on" };
  const at = { dialogueId: dialogue.id, personId: guest.personId };
  try {
    await writeMessage(context.get(servicesContext).db, at, params.member, words);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return no(error.status, { refused: error.code });
  }
  return redirect(`/mijn/${dialogue.slug}/berichten?gedaan=verstuurd`, 303);
}

export default function PersonPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(networkWords);
  const m = words.person;
  const { card, slug, title, mayWrite, member } = loaderData;
  const name = card.name || words.directory.someone;
  const errors: Readonly<Record<string, string>> = actionData?.errors ?? {};
  const error = errors.text ? m.errors.text?.[errors.text] : undefined;
  const typed = actionData?.typed ?? { id: loaderData.id, text: "", mail: false };
  return (
    <NetworkPage title={name} of={title} slug={slug} here={null} member={member}>
      <CardView card={card} />
      {mayWrite ? (
        <Rail id="schrijf" heading={m.write}>
          {actionData?.refused ? <Refusal>{words.refused[actionData.refused] ?? words.refused.gone}</Refusal> : null}
          <form method="post" noValidate className="network-form" {...halfTyped(loaderData.draft, actionData !== undefined)}>
            <ErrorSummary heading={m.summary} errors={error ? [{ field: "text", text: error }] : []} />
            <input type="hidden" name="id" value={typed.id} />
            {actionData?.guarded ? <GuardWarning outside typed={[["text", typed.text]]} fields={["text"]} /> : null}
            <p>{m.how}</p>
            <TextArea name="text" label={m.text} rows={6} defaultValue={typed.text} error={error} required />
            <Checkbox name="mail" label={m.mail} hint={m.mailHint} defaultChecked={typed.mail} />
            <p className="actions">
              <Button>{m.button}</Button>
            </p>
          </form>
        </Rail>
      ) : card.mine ? (
        <p>{words.directory.yours}</p>
      ) : (
        <p>
          {m.memberOnly} <a href={`/mijn/${slug}/netwerk`}>{words.directory.join}</a>
        </p>
      )}
      <p>
        <a href={`/netwerk/${slug}`}>{m.back}</a>
      </p>
    </NetworkPage>
  );
}
