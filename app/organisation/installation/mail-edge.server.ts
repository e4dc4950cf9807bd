import { data, type RouterContextProvider, redirect } from "react-router";
import { z } from "zod";
import { askedBySignedIn } from "../../dialogue/access/asked.server.ts";
import { servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { INSTALLATION } from "../../platform/database/change.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, MailId } from "../../platform/ids.ts";
import { noteRead } from "../../platform/note-read.server.ts";
import { countMails, lettersOf, listMails, mailStates, sendAgain } from "./mails.server.ts";

interface Arrived {
  readonly request: Request;
  readonly context: Readonly<RouterContextProvider>;
}

const pageOf = (url: URL): number => Math.max(1, Math.min(10_000, Number(url.searchParams.get("pagina")) || 1));

export async function showMails({ request, context }: Arrived, dialogueId: DialogueId | null) {
  const { db, environment } = context.get(servicesContext);
  const url = new URL(request.url);
  const state = mailStates.find((one) => one === url.searchParams.get("stand")) ?? null;
  const page = pageOf(url);
  const scope = dialogueId ? { dialogueId } : {};
  const [list, counts] = await Promise.all([
    listMails(db, { ...scope, ...(state ? { state } : {}), page }),
    countMails(db, dialogueId ?? undefined),
  ]);
  return {
    ...list,
    page,
    state,
    counts,
    told: url.searchParams.get("melding"),
    mailbox: environment.smtpUrl === undefined,
  };
}

const id = z.uuid();

/** Only where mail does not go out: a letter holds links that are for its reader alone. */
export async function showLetters(
  { context, params }: Pick<Arrived, "context"> & { params: { mail: string } },
  dialogueId: DialogueId | null,
) {
  const { db, environment } = context.get(servicesContext);
  const read = id.safeParse(params.mail);
  if (environment.smtpUrl !== undefined || !read.success) throw data("missing", { status: 404 });
  const { team } = askedBySignedIn(context);
  const letters = await lettersOf(db, read.data as MailId, dialogueId);
  if (letters.length === 0) throw data("missing", { status: 404 });
  const subject = { kind: "mail", id: read.data };
  await noteRead(db, { scope: dialogueId ?? INSTALLATION, person: team.personId, what: "mail.read", subject });
  return { letters };
}

export async function mailAgain({ request, context }: Arrived, dialogueId: DialogueId | null, home: string) {
  const { team } = context.get(visitContext);
  const read = id.safeParse((await request.formData()).get("mail"));
  if (!team || !read.success) throw data("missing", { status: 404 });
  try {
    await sendAgain(context.get(servicesContext).db, team.personId, read.data as MailId, dialogueId);
  } catch (error) {
    if (error instanceof Refused) return redirect(`${home}?melding=${error.code}`, 303);
    throw error;
  }
  return redirect(`${home}?melding=again`, 303);
}
