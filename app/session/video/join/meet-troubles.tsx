import { useWords } from "../../../language/words.ts";
import { Notice } from "../../../ui/notice.tsx";
import type { MediaView } from "../client/media.client.ts";
import { mediaWords } from "../messages/media.ts";

/** Why a device gives nothing, and that one can go on. */
export function Troubles({ view }: { view: MediaView }) {
  const m = useWords(mediaWords).trouble;
  const isBoth = view.trouble.sound !== undefined && view.trouble.sound === view.trouble.picture;
  const kinds = isBoth ? (["both"] as const) : (["sound", "picture"] as const);
  return (
    <div aria-live="polite">
      {kinds.map((kind) => {
        const trouble = view.trouble[kind === "both" ? "sound" : kind];
        return trouble ? (
          <Notice key={kind} variant="info">
            {m[trouble][kind]}
          </Notice>
        ) : null;
      })}
    </div>
  );
}
