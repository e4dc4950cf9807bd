import { data, type RouterContextProvider, redirect } from "react-router";
import { askedByTeam, askedOfDialogue } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { type ListErrors, listAsSeen, namesIn, readListEdit } from "../../dialogue/choice-list.ts";
import { mayDialogue } from "../../dialogue/dialogue.ts";
import { type KeptRow, type ListName, listRows, saveList } from "../../dialogue/settings.server.ts";
import { objection } from "../../method/guard/weigh.ts";
import { Refused } from "../../platform/http/refused.ts";

interface Arrived {
  readonly request: Request;
  readonly context: Readonly<RouterContextProvider>;
}
export interface ListShown {
  readonly rows: readonly KeptRow[];
  readonly seen: string;
  readonly open: boolean;
  readonly saved: boolean;
}
export interface ListAnswer {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors?: ListErrors;
  /** The list as another left it. */
  readonly conflict?: readonly KeptRow[];
  readonly seen?: string;
  readonly refused?: string;
  readonly guarded?: boolean;
}

const seenOf = (rows: readonly KeptRow[]) => listAsSeen(rows.filter(({ removed }) => !removed));

export async function showList({ request, context }: Arrived, list: ListName): Promise<ListShown> {
  const { dialogue } = askedOfDialogue(context);
  const rows = await listRows(context.get(servicesContext).db, list, dialogue.id);
  const saved = new URL(request.url).searchParams.has("bewaard");
  return { rows, seen: seenOf(rows), open: mayDialogue(dialogue.state, "editLists"), saved };
}

export async function changeList({ request, context }: Arrived, list: ListName, page: string) {
  const { dialogue, team } = askedByTeam(context);
  const form = await request.formData();
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const read = readListEdit(form);
  if (!read.ok) return data<ListAnswer>({ typed, errors: read.errors }, { status: 422 });
  if (objection(form, namesIn(form))) return data<ListAnswer>({ typed, guarded: true }, { status: 422 });
  try {
    const at = { dialogueId: dialogue.id, by: team.personId };
    const outcome = await saveList(context.get(servicesContext).db, list, at, read.edit);
    if (outcome.status === "conflict")
      return data<ListAnswer>({ typed, conflict: outcome.current, seen: seenOf(outcome.current) }, { status: 409 });
  } catch (error) {
    if (error instanceof Refused) return data<ListAnswer>({ typed, refused: error.code }, { status: error.status });
    throw error;
  }
  return redirect(`/team/${dialogue.slug}/instellingen/${page}?bewaard`, 303);
}
