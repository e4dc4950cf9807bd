import { data, type RouterContextProvider, redirect } from "react-router";
import { placeContext, servicesContext, visitContext } from "../context.ts";
import type { Writer } from "../contribution/writer.server.ts";
import { Refused } from "../platform/refused.ts";
import type { Services } from "../services.server.ts";
import type { Answer } from "./deed.ts";

export interface Deed {
  readonly services: Services;
  readonly writer: Writer;
  readonly form: FormData;
  readonly locale: "nl" | "en";
  /** The current step, when it carries one. */
  readonly session: NonNullable<ReturnType<typeof sessionOf>>;
}

const sessionOf = (context: Readonly<RouterContextProvider>) => context.get(placeContext).session;

/**
 * Runs one deed of a participant: answers the page's script with what came of it, and a form without script with the page
 * itself (303) or a page that keeps what was typed (409, 422).
 */
export async function answerDeed(
  { request, context }: { request: Request; context: Readonly<RouterContextProvider> },
  work: (deed: Deed) => Promise<{ number?: number } | undefined>,
) {
  const { dialogue, session } = context.get(placeContext);
  const { guest, locale } = context.get(visitContext);
  if (!dialogue || !session || !guest) throw data("missing", { status: 404 });
  const form = await request.formData();
  const writer: Writer = { dialogueId: dialogue.id, sessionId: session.id, personId: guest.personId };
  try {
    const done = await work({ services: context.get(servicesContext), writer, form, locale, session });
    if (form.get("via") === "script") return data({ status: "kept", ...done } satisfies Answer);
    return redirect(`/bijeenkomst/${session.id}${anchorOf(form)}`, 303);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const typed = Object.fromEntries([...form].filter((pair): pair is [string, string] => typeof pair[1] === "string"));
    return data({ status: "refused", code: error.code, typed } satisfies Answer, { status: error.status });
  }
}

/** Back to where the form stood on the page. */
function anchorOf(form: FormData): string {
  const at = form.get("terug");
  return typeof at === "string" && /^[?#][\w=&#-]{1,80}$/.test(at) ? at : "";
}
