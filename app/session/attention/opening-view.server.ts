import { coalesceReads } from "../../platform/cache/coalesce-reads.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId, SessionId } from "../../platform/ids.ts";
import { viewFor } from "../live/parts.ts";
import { presentIn } from "../live/presence.server.ts";
import { lastChange, readStand } from "../live/snapshot.server.ts";
import type { Audience, LiveStart, Viewer } from "../live/view.ts";

const changeNow = coalesceReads(lastChange);
const standNow = coalesceReads((db: Reader, id: SessionId) => readStand(db, id, presentIn));

/**
 * What a page begins with. Await it before anything else in the loader: what is read later is then at least as new as
 * its numbers say, so no change falls between the page and the socket.
 */
export async function openingView<A extends Audience>(
  db: Reader,
  at: { readonly id: SessionId; readonly dialogueId: DialogueId },
  viewer: Viewer & { readonly as: A },
): Promise<LiveStart<A>> {
  const floor = await changeNow(db, at.dialogueId);
  const stand = await standNow(db, at.id);
  if (!stand) throw new Response(null, { status: 404 });
  const all = { step: floor, all: floor, team: floor, check: floor, groups: floor };
  const changes = { floor, ...all, group: new Map(), person: new Map() };
  const view = viewFor(viewer, { ...stand, epoch: "", seq: 0, now: Date.now(), changes });
  return { session: at.id, as: viewer.as, view };
}
