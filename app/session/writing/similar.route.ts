import { data } from "react-router";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { makeBrake } from "../../platform/http/brake.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { Route } from "./+types/similar.route.ts";
import { backToRoom } from "./back.server.ts";
import { asSimilar, type SimilarAnswer } from "./similar.ts";

/** Who types asks every half second at most. */
const brake = makeBrake({ burst: 12, perSecond: 2, most: 20_000 });
const answer = (body: SimilarAnswer, status = 200) => Response.json(body, { status, headers: { "Cache-Control": "no-store" } });

export const loader = backToRoom;

/** The needs of others that resemble what somebody is writing; keeps nothing of it. */
export async function action({ request, context }: Route.ActionArgs) {
  const { session } = context.get(placeContext);
  const { guest } = context.get(visitContext);
  if (!session || !guest) throw data("missing", { status: 404 });
  if (!brake.pass(guest.personId, Date.now())) return answer({ status: "refused", code: "too-often" }, 429);
  const text = String((await request.formData()).get("text") ?? "");
  const writer = { dialogueId: session.dialogueId, sessionId: session.id, personId: guest.personId };
  try {
    const near = await context.get(servicesContext).similar.nearest(writer, text);
    return answer({ status: "found", needs: near.map(asSimilar) });
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault;
    return answer({ status: "refused", code: fault.code }, fault.status);
  }
}
