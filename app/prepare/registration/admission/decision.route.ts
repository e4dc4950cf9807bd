import { data, redirect } from "react-router";
import { z } from "zod";
import { askedByTeam } from "../../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../../dialogue/access/context.server.ts";
import type { RegistrationId, SessionId } from "../../../platform/ids.ts";
import type { Route } from "./+types/decision.route.ts";
import { decide, decisions } from "./admission.server.ts";

export const loader = ({ params }: Route.LoaderArgs) => redirect(`/team/${params.dialogue}/aanmeldingen`, 303);

const shape = z.object({ session: z.uuid(), decision: z.enum(decisions), ids: z.array(z.uuid()) });

/** Admit, put on the waiting list or do not choose: one person or many, all or nobody. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const { dialogue, team } = askedByTeam(context);
  const form = await request.formData();
  const read = shape.safeParse({
    session: form.get("session"),
    decision: form.get("decision"),
    ids: [...new Set(form.getAll("id"))],
  });
  if (!read.success) throw data("missing", { status: 400 });
  const { session, decision, ids } = read.data;
  const page = form.get("back") === "overview" ? "aanmeldingen" : "aanmeldingen/lijst";
  const to = (said: Record<string, string | number>) => {
    const search = new URLSearchParams({ bijeenkomst: session });
    for (const [name, value] of Object.entries(said)) search.set(name, String(value));
    const state = form.get("stand");
    if (page !== "aanmeldingen" && typeof state === "string" && state) search.set("stand", state);
    return redirect(`/team/${params.dialogue}/${page}?${search}`, 303);
  };
  if (ids.length === 0) return to({ niet: "nobody" });
  // ids that came in by a form: that they are of this session is for the rules to say
  const at = { dialogueId: dialogue.id, sessionId: session as SessionId, by: team.personId };
  const done = await decide(context.get(servicesContext).db, at, decision, ids as RegistrationId[], new Date());
  if (done.status === "refused") return to({ niet: done.code, n: done.free });
  return to({ gedaan: decision, n: done.changed });
}
