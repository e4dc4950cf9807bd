import { objection } from "../../method/guard/weigh.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { Services } from "../../platform/services.server.ts";
import { ballotBoxOf } from "../check/ballots.server.ts";
import type { Answer, DeedName } from "./deed.ts";
import { deeds } from "./deeds.server.ts";
import type { Fields } from "./fields.ts";
import type { PostPlace } from "./post-place.server.ts";
import { RefusedField, typedIn } from "./read-form.ts";

export interface Post {
  readonly place: PostPlace;
  readonly contribution: string | undefined;
  readonly form: Fields;
}

/** One form post of the room, however it came in: a no becomes an answer that keeps what was typed. */
export async function post(
  services: Pick<Services, "db" | "pool">,
  name: DeedName,
  { place, contribution, form }: Post,
): Promise<{ readonly answer: Exclude<Answer, { status: "offline" }>; readonly status: number }> {
  const { dialogue, session, registration } = place;
  try {
    if (!dialogue || !session || !registration) throw new Refused("not-yours", 404);
    const no = objection(form);
    if (no) throw new RefusedField(no.code, no.field);
    const writer = { dialogueId: dialogue.id, sessionId: session.id, personId: registration.personId };
    const at = { db: services.db, box: ballotBoxOf(services.pool), writer, place, contribution, form };
    const done = await deeds[name](at);
    return { answer: { status: "kept", ...done }, status: 200 };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const typed = typedIn(form);
    const field = error instanceof RefusedField ? { field: error.field } : {};
    return { answer: { status: "refused", code: error.code, ...field, typed }, status: error.status };
  }
}
