import { useEffect, useRef, useState } from "react";
import { useWords } from "../../../language/words.ts";
import { Button } from "../../../ui/button.tsx";
import type { MediaClient, MediaView } from "../client/media.client.ts";
import { watchLevel } from "../client/watch.client.ts";
import { mediaWords } from "../messages/media.ts";
import { allKinds, Devices, withoutCamera } from "./meet-devices.tsx";
import type { Wish } from "./meet-props.ts";
import { Picture } from "./meet-tile.tsx";
import { Troubles } from "./meet-troubles.tsx";

interface Props {
  readonly client: MediaClient;
  readonly view: MediaView;
  readonly wish: Wish;
  readonly cancel: () => void;
}

/** Before anybody sees or hears them: one's own picture, the level of one's voice, and which devices. */
export function Preview({ client, view, wish, cancel }: Props) {
  const m = useWords(mediaWords).ready;
  const heading = useRef<HTMLHeadingElement>(null);
  // It opens at a press, above what was pressed.
  useEffect(() => heading.current?.focus(), []);
  const camera = client.camera();
  const microphone = client.microphone();
  const hasNone = !camera && !microphone && (view.trouble.sound ?? view.trouble.picture) !== undefined;
  // Another program may have closed by now, or the browser was told otherwise.
  const mayTryAgain = hasNone && [view.trouble.sound, view.trouble.picture].some((one) => one === "in-use" || one === "denied");
  return (
    <section className="wrap meet meet-ready" aria-labelledby="beeld-vooraf">
      <h2 id="beeld-vooraf" ref={heading} tabIndex={-1}>
        {wish.picture ? m.title : wish.sound ? m.soundTitle : m.watchTitle}
      </h2>
      <p className="small">{m.lead}</p>
      <div className="meet-preview">
        {camera ? (
          <span className="tile">
            <Picture track={camera} label={m.own} mirrored />
          </span>
        ) : null}
        <div className="flow-small">
          {microphone ? <Level track={microphone} label={m.level} /> : null}
          <Devices client={client} view={view} kinds={wish.picture ? allKinds : withoutCamera} />
        </div>
      </div>
      <Troubles view={view} />
      <div className="row-actions">
        {mayTryAgain ? (
          <Button type="button" onClick={() => void client.set(wish).then(() => heading.current?.focus())}>
            {m.again}
          </Button>
        ) : null}
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

/** How loud one's own voice comes in. */
export function Level({ track, label }: { track: MediaStreamTrack; label: string }) {
  const [level, setLevel] = useState(0);
  useEffect(() => watchLevel(track, setLevel), [track]);
  return (
    <label className="meet-level small">
      {label}
      <meter min={0} max={1} value={level} />
    </label>
  );
}
