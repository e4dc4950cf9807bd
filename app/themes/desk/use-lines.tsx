import { useEffect, useRef, useState } from "react";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import type { ListAnswer, Listed, NeedLine } from "./desk.ts";

const block = 100;

interface Held {
  /** Which list they are of. */
  readonly key: string;
  readonly blocks: ReadonlyMap<number, { readonly stand: string; readonly lines: readonly NeedLine[] }>;
}

interface Asked {
  readonly list: Listed;
  /** The picture that `list` belongs to. */
  readonly stand: string;
  readonly theme: string | null;
  readonly search: string;
}

/**
 * The lines of a long list around what is in sight, fetched as one scrolls to them. When the list changed, what was there stays until
 * the new lines have come.
 * @param sight the first and last place that can be seen
 */
export function useLines({ list, stand, theme, search }: Asked, sight: readonly [number, number]) {
  const { slug } = useDialogue();
  const key = JSON.stringify([theme, search]);
  const [held, setHeld] = useState<Held>({ key, blocks: new Map() });
  const asking = useRef(new Set<string>());
  const [first, last] = sight;
  const from = Math.max(0, Math.floor(first / block) - 1);
  const until = Math.min(Math.ceil(list.found / block), Math.floor(last / block) + 2);
  useEffect(() => {
    for (let at = from; at < until; at++) {
      const mark = `${key} ${stand} ${at}`;
      if ((held.key === key && held.blocks.get(at)?.stand === stand) || asking.current.has(mark)) continue;
      asking.current.add(mark);
      const asked = new URLSearchParams({ vanaf: String(at * block), aantal: String(block), zoek: search });
      if (theme) asked.set("thema", theme);
      void fetch(`/team/${slug}/themas/rijen?${asked}`)
        .then(async (answer) => {
          if (!answer.ok) return;
          const { shown } = (await answer.json()) as ListAnswer; // of our own route
          // Of what is far away it forgets the lines, so that who scrolls through all does not hold all.
          setHeld((before) => {
            const near = [...(before.key === key ? before.blocks : [])].filter(([place]) => Math.abs(place - at) <= mostBlocks);
            return { key, blocks: new Map([...near, [at, { stand, lines: shown }]]) };
          });
        })
        .catch(() => {}) // the next scroll asks again
        .finally(() => asking.current.delete(mark));
    }
  }, [from, until, key, stand, held, slug, search, theme]);

  return (at: number): NeedLine | undefined => {
    const given = at >= list.from ? list.shown[at - list.from] : undefined;
    if (given) return given;
    return held.key === key ? held.blocks.get(Math.floor(at / block))?.lines[at % block] : undefined;
  };
}

const mostBlocks = 20;
