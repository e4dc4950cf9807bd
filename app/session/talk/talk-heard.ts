import type { TalkPart } from "./said.ts";

/** What this screen heard last of what is being said: apart from the view, so that only who shows it is drawn anew. */
export interface TalkHeard {
  get(): TalkPart | null;
  on(hear: () => void): () => void;
}

export function hearTalk(): TalkHeard & { tell(part: TalkPart): void } {
  let last: TalkPart | null = null;
  const hears = new Set<() => void>();
  return {
    get: () => last,
    on(hear) {
      hears.add(hear);
      return () => hears.delete(hear);
    },
    tell(part) {
      const said = part.said ?? (last?.place === part.place ? last.said : undefined);
      last = said ? { ...part, said } : part;
      for (const hear of hears) hear();
    },
  };
}
