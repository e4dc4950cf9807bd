import { useEffect, useState } from "react";
import { useWords } from "../../language/words.ts";
import { blockWords } from "./messages/blocks.ts";

interface Writing {
  readonly block: string;
  readonly name: string;
}
const everyMs = 5_000;

/** Who else writes in the report now. @param block the text that is open here; null: only looking */
export function useWriters(slug: string, block: string | null): readonly Writing[] {
  const [others, setOthers] = useState<readonly Writing[]>([]);
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      if (!document.hidden)
        try {
          const answer = await fetch(`/team/${slug}/verslag/schrijvers${block ? `?tekst=${block}` : ""}`);
          const told = answer.ok ? ((await answer.json()) as { readonly others: readonly Writing[] }) : null;
          if (told && !stopped)
            setOthers((before) => (JSON.stringify(before) === JSON.stringify(told.others) ? before : told.others));
        } catch {
          // no line now: asked again
        }
      if (!stopped) timer = setTimeout(ask, everyMs);
    };
    void ask();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [slug, block]);
  return others;
}

/** Says who else has this text open; nothing of theirs or of one's own is ever written over. */
export function OtherWriters({ slug, block }: { slug: string; block: string }) {
  const m = useWords(blockWords);
  const here = useWriters(slug, block).filter((one) => one.block === block);
  const names = here.map(({ name }) => name || m.outline.somebody);
  return (
    <p className="other-writers" role="status">
      {names.length > 0 ? m.editor.alsoHere({ names }) : null}
    </p>
  );
}
