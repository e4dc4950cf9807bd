import { openPlainDoor } from "../../dialogue/access/plain-door.server.ts";
import type { DialogueId, PersonId } from "../../platform/ids.ts";
import type { Services } from "../../platform/services.server.ts";
import type { DeskNews } from "../desk/here.ts";
import { namesOf } from "../theme-store.server.ts";

export interface DeskStreams {
  /** Tells a screen of the desk whenever its picture changed, and who else is there. */
  answer(request: Request, dialogue: string): Promise<Response>;
  stop(): void;
}

/** After so long the browser comes back by itself: then it is asked anew who may. */
const lifeMs = 5 * 60_000;
const beatMs = 20_000;
const mostPerPerson = 6;

const pattern = "stream:themes";

/** What is told once, and again and again: the desk's picture, and who else works at it. */
export async function newsOf(
  { db, here }: Pick<Services, "db" | "here">,
  dialogueId: DialogueId,
  me: PersonId,
  stand: string,
): Promise<DeskNews> {
  const others = [...here.of(dialogueId)].filter(([person]) => person !== me);
  const names = await namesOf(
    db,
    others.map(([person]) => person),
  );
  return { stand, here: others.map(([id, spot]) => ({ id, name: names.get(id) ?? null, ...spot })) };
}

export function openDeskStreams(services: Services): DeskStreams {
  const { desks, here } = services;
  const open = new Map<PersonId, Set<() => void>>();

  function stream(dialogueId: DialogueId, me: PersonId): ReadableStream<Uint8Array> {
    const mine = open.get(me) ?? new Set();
    open.set(me, mine);
    let end = () => {};
    return new ReadableStream<Uint8Array>({
      start(controller) {
        const write = (text: string) => controller.enqueue(new TextEncoder().encode(text));
        let stand: string | null = null;
        let telling = Promise.resolve();
        let last = "";
        const tell = () => {
          telling = telling.then(async () => {
            if (stand === null || !mine.has(end)) return;
            const news = JSON.stringify(await newsOf(services, dialogueId, me, stand));
            if (news === last || !mine.has(end)) return;
            last = news;
            write(`data: ${news}\n\n`);
          });
          telling = telling.catch(() => end()); // the browser comes back
        };
        const unwatch = desks.watch(dialogueId, (now) => {
          stand = now;
          tell();
        });
        const deaf = here.on((desk) => {
          if (desk === dialogueId) tell();
        });
        const beat = setInterval(() => {
          write(": nog hier\n\n");
          tell();
          here.still(dialogueId, me).catch(() => {});
        }, beatMs);
        const life = setTimeout(() => end(), lifeMs);
        beat.unref();
        life.unref();
        end = () => {
          if (!mine.delete(end)) return;
          unwatch();
          deaf();
          clearInterval(beat);
          clearTimeout(life);
          if (mine.size === 0) {
            open.delete(me);
            here.say(dialogueId, me, "gone").catch(() => {});
          }
          try {
            controller.close();
          } catch {
            // its reader left already
          }
        };
        mine.add(end);
        if (mine.size > mostPerPerson) [...mine][0]?.();
        write("retry: 1000\n\n");
        here.still(dialogueId, me).catch(() => {});
      },
      cancel: () => end(),
    });
  }

  return {
    async answer(request, dialogue) {
      const door = await openPlainDoor(services, request, { pattern, params: { dialogue }, writes: false });
      if (door instanceof Response) return door;
      const { visit, place } = door;
      if (!place.dialogue || !visit.team) return new Response("missing", { status: 404 });
      return new Response(stream(place.dialogue.id, visit.team.personId), {
        headers: { "Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no" },
      });
    },
    stop() {
      for (const mine of open.values()) for (const end of [...mine]) end();
    },
  };
}
