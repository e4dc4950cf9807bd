import { data, type RouterContextProvider, redirect } from "react-router";
import type { z } from "zod";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import type { At } from "../../dialogue/team/members.server.ts";
import type { Db } from "../../platform/database/change.server.ts";
import { readForm } from "../../platform/http/form.ts";
import { Refused } from "../../platform/http/refused.ts";

interface Arrived {
  readonly request: Request;
  readonly context: Readonly<RouterContextProvider>;
}

/** A deed on the list of the team: done, or refused, and back to the list with a word about it. */
export async function memberDeed<S extends z.ZodType>(
  { request, context }: Arrived,
  form: S,
  told: string,
  deed: (db: Db, at: At, value: z.output<S>) => Promise<void>,
): Promise<Response> {
  const { dialogue } = context.get(placeContext);
  const { team } = context.get(visitContext);
  const read = readForm(form, await request.formData());
  if (!team || !read.ok) throw data("missing", { status: 404 });
  const back = (code: string) => redirect(`${peopleHome(dialogue)}?melding=${code}`, 303);
  try {
    await deed(context.get(servicesContext).db, { dialogueId: dialogue?.id ?? null, by: team.personId }, read.value);
  } catch (error) {
    if (error instanceof Refused) return back(error.code);
    throw error;
  }
  return back(told);
}

/** The list of a dialogue's team, or of the installation's. */
const peopleHome = (dialogue: { slug: string } | null) => (dialogue ? `/team/${dialogue.slug}/team` : "/beheer/mensen");

export const backToPeople = ({ context }: Pick<Arrived, "context">) =>
  redirect(peopleHome(context.get(placeContext).dialogue), 303);
