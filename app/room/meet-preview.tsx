import { useEffect, useState } from "react";
import type { MediaClient, MediaView } from "../media/media.client.ts";
import { watchLevel } from "../media/watch.client.ts";
import { mediaWords } from "../messages/media.ts";
import { useWords } from "../messages/words.ts";
import { Button } from "../ui/button.tsx";
import { Devices } from "./meet-devices.tsx";
import { Picture } from "./meet-tile.tsx";
import { Troubles } from "./meet-troubles.tsx";

/** Before anybody sees or hears them: one's own picture, the level of one's voice, and which devices. */
export function Preview({ client, view, cancel }: { client: MediaClient; view: MediaView; cancel: () => void }) {
  const m = useWords(mediaWords).ready;
  const camera = client.camera();
  const microphone = client.microphone();
  const hasNone = !camera && !microphone && (view.trouble.sound ?? view.trouble.picture) !== undefined;
  return (
    <section className="wrap meet meet-ready" aria-labelledby="beeld-vooraf">
      <h2 id="beeld-vooraf">{m.title}</h2>
      <p className="small">{m.lead}</p>
      <div className="meet-preview">
        {camera ? (
          <span className="tile">
            <Picture track={camera} label={m.own} mirrored />
          </span>
        ) : null}
        <div className="flow-small">
          {microphone ? <Level track={microphone} label={m.level} /> : null}
          <Devices client={client} view={view} />
        </div>
      </div>
      <Troubles view={view} />
      <div className="row-actions">
        <Button type="button" variant={hasNone ? "secondary" : "primary"} onClick={client.join}>
          {hasNone ? m.listen : m.join}
        </Button>
        <Button type="button" variant={hasNone ? "secondary" : "quiet"} onClick={cancel}>
          {hasNone ? m.text : m.cancel}
        </Button>
      </div>
    </section>
  );
}

function Level({ track, label }: { track: MediaStreamTrack; label: string }) {
  const [level, setLevel] = useState(0);
  useEffect(() => watchLevel(track, setLevel), [track]);
  return (
    <label className="meet-level small">
      {label}
      <meter min={0} max={1} value={level} />
    </label>
  );
}
