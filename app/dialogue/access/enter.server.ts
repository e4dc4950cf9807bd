import { eq } from "drizzle-orm";
import { data, redirect } from "react-router";
import type { Services } from "../../platform/services.server.ts";
import { findPlace } from "../people/place.server.ts";
import type { Role } from "../people/role.ts";
import { opensInRehearsal } from "../rehearsal.ts";
import { dialogue as dialogues } from "../tables.ts";
import { access } from "./access.ts";
import type { Place, Visit } from "./context.server.ts";

/** Whether one of the roles held is among those that may. */
export const mayEnter = (allowed: readonly Role[] | undefined, held: ReadonlySet<Role>): boolean =>
  (allowed ?? []).some((role) => held.has(role));

/**
 * Lets a request in at a route, or throws the answer: 404 not there, redirect to sign in, 401 use your link, 403 not yours.
 * @param pattern the route's own pattern, such as `/team/:dialogue/oproep`
 */
export async function enter(
  services: Pick<Services, "db">,
  visit: Visit,
  at: { readonly pattern: string; readonly params: Readonly<Record<string, string | undefined>>; readonly writes: boolean },
): Promise<Place> {
  const rule = access[at.pattern];
  if (!rule) throw data("missing", { status: 404 });
  const { dialogue, session } = at.params;
  const place = await findPlace(services.db, { ...(dialogue ? { dialogue } : {}), ...(session ? { session } : {}) }, visit);
  if (place === "missing") throw data("missing", { status: 404 });
  if (place.dialogue?.rehearsalOf && !opensInRehearsal(at.pattern)) {
    if (at.writes || !visit.team) throw data("missing", { status: 404 });
    const [of] = await services.db
      .select({ slug: dialogues.slug })
      .from(dialogues)
      .where(eq(dialogues.id, place.dialogue.rehearsalOf));
    throw redirect(`/team/${of?.slug}/repetitie`, 303);
  }
  const allowed = at.writes ? rule.write : rule.read;
  if (mayEnter(allowed, place.roles)) return place;
  if (!allowed) throw data("missing", { status: 405 });
  const forGuests = allowed.includes("participant") || allowed.includes("registrant");
  if (forGuests && visit.guest && !visit.guest.confirmed) throw redirect("/apparaat", 303);
  if (forGuests && !visit.team) throw data("link", { status: 401 });
  if (!visit.team) throw redirect(`/team/aanmelden?naar=${encodeURIComponent(wanted(visit))}`, 303);
  if (visit.team.atDoor) throw redirect(`/team/sleutel?naar=${encodeURIComponent(wanted(visit))}`, 303);
  throw data("forbidden", { status: 403 });
}

/** The page that was asked for, also when a script asked for what is on it. */
const wanted = ({ path }: Visit): string => path.replace(/\.data(\?.*)?$/, "");
