import { data, redirect } from "react-router";
import { z } from "zod";
import { askedByGuest } from "../../dialogue/access/asked.server.ts";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import { readForm } from "../../platform/http/form.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { MemberId, MessageId } from "../../platform/ids.ts";
import { Empty } from "../../ui/empty.tsx";
import small from "../../ui/layout/small.client.ts?worker&url";
import { Notice, Refusal } from "../../ui/notice.tsx";
import { networkWords } from "../messages/network.ts";
import { memberOf } from "../people/viewer.server.ts";
import type { Route } from "./+types/messages.route.ts";
import { messageShape, reportShape } from "./message.ts";
import { blockMember, listThreads, reportMessage, writeMessage } from "./messages.server.ts";
import { ThreadView } from "./thread-view.tsx";
import "../start/network.css";
import { NetworkPage } from "../start/network-page.tsx";

export const handle = { script: false, small };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const { dialogue, at } = await memberOf(db, context.get(visitContext), context.get(placeContext), "messages");
  return {
    threads: (await listThreads(db, at)).map((thread) => ({ ...thread, next: crypto.randomUUID() })),
    me: at.personId,
    done: new URL(request.url).searchParams.get("gedaan"),
    slug: dialogue.slug,
    title: dialogue.title,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { db, dialogue, guest } = askedByGuest(context);
  const at = { dialogueId: dialogue.id, personId: guest.personId };
  const form = await request.formData();
  const member = z.uuid().safeParse(form.get("lid"));
  const doing = String(form.get("doen") ?? "");
  if (!member.success) throw data("missing", { status: 400 });
  const to = member.data as MemberId;
  const typed = {
    ...{ id: String(form.get("id") ?? ""), text: String(form.get("text") ?? ""), mail: form.has("mail") },
    ...{ message: String(form.get("message") ?? ""), reason: String(form.get("reason") ?? "") },
  };
  const no = (status: number, trouble: { errors?: Readonly<Record<string, string>>; guarded?: boolean; refused?: string }) =>
    data({ to, typed, doing, errors: {}, guarded: false, refused: null, ...trouble }, { status });
  const done = (what: string) => redirect(`/mijn/${dialogue.slug}/berichten?gedaan=${what}`, 303);
  try {
    switch (doing) {
      case "antwoord": {
        const read = readForm(messageShape, form);
        if (!read.ok) return no(422, { errors: read.errors });
        if (objection(form, ["text"])) return no(422, { guarded: true });
        const { id, text, mail } = read.value;
        await writeMessage(db, at, to, { id: id as MessageId, text, sharesMail: mail === "on" });
        return done("verstuurd");
      }
      case "blokkeer":
      case "sta-toe":
        await blockMember(db, at, to, doing === "blokkeer");
        return done(doing === "blokkeer" ? "geblokkeerd" : "toegestaan");
      case "meld": {
        const read = readForm(reportShape, form);
        if (!read.ok) return no(422, { errors: read.errors });
        if (objection(form, ["reason"])) return no(422, { guarded: true });
        await reportMessage(db, at, to, read.value.message as MessageId, read.value.reason);
        return done("gemeld");
      }
      default:
        throw data("missing", { status: 400 });
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return no(error.status, { refused: error.code });
  }
}

const said = { verstuurd: "sent", geblokkeerd: "blocked", toegestaan: "unblocked", gemeld: "reported" } as const;

export default function MessagesPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(networkWords);
  const m = words.messages;
  const { threads, slug, title, done } = loaderData;
  const told = done !== null && done in said ? m[said[done as keyof typeof said]] : null;
  return (
    <NetworkPage title={m.title} of={title} lead={m.lead} slug={slug} here="messages" member>
      {told && !actionData ? <Notice variant="success">{told}</Notice> : null}
      {actionData?.refused ? <Refusal>{words.refused[actionData.refused] ?? words.refused.gone}</Refusal> : null}
      {threads.length === 0 ? <Empty title={m.none}>{m.noneText}</Empty> : null}
      {threads.map((thread) => (
        <ThreadView
          key={thread.member}
          slug={slug}
          thread={thread}
          me={loaderData.me}
          trouble={actionData?.to === thread.member ? actionData : null}
        />
      ))}
    </NetworkPage>
  );
}
