import { access } from "../access.ts";
import { mayEnter } from "../enter.server.ts";
import { openPlainDoor } from "../plain-door.server.ts";
import type { Services } from "../services.server.ts";
import { arrive } from "./arrive.server.ts";
import type { Hub } from "./hub.server.ts";
import { audiences, type Viewer } from "./view.ts";

/** How the session stands now, for a browser whose network lets no socket through. The same view, from the same hub. */
export async function answerStand(services: Services, hub: Hub, request: Request, session: string): Promise<Response> {
  const door = await openPlainDoor(services, request, {
    pattern: "/bijeenkomst/:session/stand",
    params: { session },
    writes: false,
  });
  if (door instanceof Response) return door;
  const asked = new URL(request.url).searchParams.get("als");
  const as = audiences.find((one) => one === asked);
  if (!as) return new Response("als: participant, team of projector", { status: 400 });
  const { visit, place } = door;
  if (!place.session || !mayEnter(access[`socket:${as}`]?.read, place.roles)) return new Response("forbidden", { status: 403 });
  const viewer: Viewer | null = as !== "participant" ? { as } : visit.guest && { as, personId: visit.guest.personId };
  if (!viewer) return new Response("forbidden", { status: 403 });
  if (viewer.as === "participant") {
    hub.seen(place.session.id, viewer.personId);
    await arrive(services.db, place.session, viewer.personId);
  }
  const view = await hub.look({ sessionId: place.session.id, dialogueId: place.session.dialogueId }, viewer);
  if (!view) return new Response("missing", { status: 404 });
  return Response.json(view, { headers: { "Cache-Control": "no-store" } });
}
