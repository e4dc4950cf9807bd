import { createContext, data, type RouterContextProvider, redirect, replace } from "react-router";
import type { z } from "zod";
import { askedByTeamOfSession } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { anywayField } from "../../method/guard/anyway.ts";
import { objection } from "../../method/guard/weigh.ts";
import type { Db } from "../../platform/database/change.server.ts";
import { backTo } from "../../platform/http/back-to.ts";
import { readForm } from "../../platform/http/form.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, PersonId, SessionId } from "../../platform/ids.ts";
import type { Steering } from "../clock/steer.server.ts";
import { saidFields, type Unsaid } from "./unsaid.ts";

export interface DeedAt {
  readonly db: Db;
  readonly at: { readonly dialogueId: DialogueId; readonly sessionId: SessionId };
  readonly who: PersonId;
}
interface Args {
  readonly request: Request;
  readonly context: Readonly<RouterContextProvider>;
}

/**
 * One deed of whoever leads a session: a small form that goes back to the page it stood on, also without script. What could not
 * be done is told there, and what was done already needs no word. Words that are not kept come back in their form (422).
 * @param work returns a code when it was refused
 * @param lists names of fields that may come several times
 */
export async function doDeed<T extends z.ZodType>(
  { request, context }: Args,
  schema: T,
  work: (by: DeedAt, wish: z.output<T>) => Promise<string | undefined>,
  lists: readonly string[] = [],
) {
  const { dialogue, session, team } = askedByTeamOfSession(context);
  const form = await request.formData();
  const home = `/team/${dialogue.slug}/bijeenkomst/${session.id}`;
  const back = backTo(form.get("terug"), home);
  const read = readForm(schema, form, lists);
  const by = { db: context.get(servicesContext).db, at: { dialogueId: dialogue.id, sessionId: session.id }, who: team.personId };
  const code = read.ok
    ? (objection(form, saidFields)?.code ?? (await refusal(() => work(by, read.value))))
    : (Object.values(read.errors)[0] ?? "other");
  if (code && saidFields.some((name) => String(form.get(name) ?? "").trim() !== "")) {
    context.set(unsaidContext, true);
    return data({ code, typed: typedIn(form) } satisfies Unsaid, { status: 422 });
  }
  // In place of the page it stood on: the back button leads out of the cockpit, not through every press.
  return replace(code ? withNotice(back, code) : back, 303);
}

/** Set when words were not kept: the loader that runs after the action must not send them away. */
const unsaidContext = createContext(false);

/** Whoever opens the address of a deed is on the wrong page: back to the cockpit. */
export function toCockpit({
  params,
  context,
}: Pick<Args, "context"> & { readonly params: Readonly<Record<string, string | undefined>> }) {
  if (context.get(unsaidContext)) return null;
  return redirect(`/team/${params.dialogue}/bijeenkomst/${params.session}`, 303);
}

const typedIn = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...new Set(form.keys())].filter((name) => name !== anywayField).map((name) => [name, form.getAll(name).join(",")]),
  );

export const refusedBy = (outcome: Steering): string | undefined => (outcome.status === "refused" ? outcome.code : undefined);

async function refusal(work: () => Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
}

function withNotice(path: string, code: string): string {
  const url = new URL(path, "http://klankbord");
  url.searchParams.set("melding", code);
  return url.pathname + url.search;
}
