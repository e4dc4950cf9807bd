import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useWords } from "../../../language/words.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon, type IconName } from "../../../ui/icons.tsx";
import type { MediaClient, MediaView, Other } from "../client/media.client.ts";
import { mediaWords } from "../messages/media.ts";
import type { Tile } from "./tile-slot.tsx";

type PictureProps = { label: string; mirrored?: boolean } & ({ track: MediaStreamTrack } | { stream: MediaStream });

/** A moving picture; it shows nothing until its first frame is there, so that nobody's last one lingers. */
export function Picture({ label, mirrored = false, ...from }: PictureProps) {
  const ref = useRef<HTMLVideoElement>(null);
  const [isThere, setThere] = useState(false);
  const source = "track" in from ? from.track : from.stream;
  useEffect(() => {
    const video = ref.current;
    if (!video) return;
    setThere(false);
    video.srcObject = source instanceof MediaStream ? source : new MediaStream([source]);
    video.play().catch(() => {});
    // At its first frame; a browser without that call tells a quarter of a second later.
    const frame = video.requestVideoFrameCallback?.(() => setThere(true));
    return () => {
      if (frame !== undefined) video.cancelVideoFrameCallback(frame);
      video.srcObject = null;
    };
  }, [source]);
  return (
    <video
      ref={ref}
      className={["meet-video", mirrored && "mirrored", isThere && "is-there"].filter(Boolean).join(" ")}
      aria-label={label}
      muted
      playsInline
      onTimeUpdate={() => setThere(true)}
    />
  );
}

/** What a tile at the table shows while people see and hear each other. */
export function makeTile(client: MediaClient): Tile {
  return function MediaTile({ personId, you, name, children }) {
    const m = useWords(mediaWords).tile;
    const view = useSyncExternalStore(client.subscribe, client.view, client.view);
    const isIn = view.phase === "on" && view.kind === "group";
    if (you) return <OwnTile client={client} view={view} isIn={isIn} mark={children} />;
    const other = isIn ? view.others.find(({ id }) => id === personId) : undefined;
    if (!other)
      return (
        <>
          {children}
          {isIn ? <Said icon="keyboard">{m.text}</Said> : null}
        </>
      );
    return <OtherTile client={client} view={view} other={other} name={name || m.somebody} mark={children} />;
  };
}

function OwnTile({ client, view, isIn, mark }: { client: MediaClient; view: MediaView; isIn: boolean; mark: ReactNode }) {
  const m = useWords(mediaWords).tile;
  const camera = client.camera();
  return (
    <>
      {camera && view.on.picture && view.phase !== "ready" ? (
        <Picture track={camera} label={m.picture({ name: m.you })} mirrored />
      ) : (
        mark
      )}
      {isIn && view.on.picture && (view.weak === "own" || view.weak === "text") ? (
        <Said icon="clock" isAbove>
          {m.ownHeld}
        </Said>
      ) : null}
      {isIn && !view.on.sound ? <Said icon="microphone-off">{m.muted}</Said> : null}
      {isIn && view.speaks ? <Speaks /> : null}
    </>
  );
}

type OtherProps = { client: MediaClient; view: MediaView; other: Other; name: string; mark: ReactNode };

function OtherTile({ client, view, other, name, mark }: OtherProps) {
  const m = useWords(mediaWords).tile;
  const stream = client.stream(other.place);
  // Who interprets for who looks has a place of their own.
  const shown = other.picture && !other.heldBack && view.wants.pictures && other.interprets !== "you" && stream;
  const isPinned = view.wants.pinned === other.id;
  return (
    <span
      className={["meet-tile", isPinned && "is-pinned", other.interprets === "others" && "interprets"].filter(Boolean).join(" ")}
    >
      {shown ? <Picture key={other.key} stream={stream} label={m.picture({ name })} /> : mark}
      {other.interprets ? (
        <Said icon="people" isAbove>
          {m.interpreter}
        </Said>
      ) : null}
      {other.heldBack ? <Said icon="clock">{m.held}</Said> : null}
      {other.speaks ? <Speaks /> : other.sound ? null : <Said icon="microphone-off">{m.muted}</Said>}
      {shown ? (
        <Button
          type="button"
          variant="quiet"
          size="small"
          className="meet-pin"
          aria-pressed={isPinned}
          onClick={() => client.want({ ...view.wants, pinned: isPinned ? null : other.id })}
        >
          {isPinned ? m.unpin : m.pin}
          <span className="visually-hidden">{m.about({ name })}</span>
        </Button>
      ) : null}
    </span>
  );
}

/** By shape, word and colour. */
function Speaks() {
  const m = useWords(mediaWords).tile;
  return (
    <span className="meet-said speaks">
      <Icon name="microphone" /> {m.speaks}
    </span>
  );
}

function Said({ icon, isAbove = false, children }: { icon: IconName; isAbove?: boolean; children: ReactNode }) {
  return (
    <span className={isAbove ? "meet-said above" : "meet-said"}>
      <Icon name={icon} /> {children}
    </span>
  );
}

/** In the plenary: who can be seen and heard, and nobody of the audience. */
export function Stage({ client, view }: { client: MediaClient; view: MediaView }) {
  const m = useWords(mediaWords);
  const own = view.may.picture && view.on.picture ? client.camera() : null;
  const speakers = view.others.filter(({ sound, picture, interprets }) => (sound || picture) && interprets !== "you");
  return (
    <section className="wrap meet-stage" aria-label={m.stage}>
      {speakers.length === 0 && !own ? <p className="small quiet">{m.nobody}</p> : null}
      <ul className="plain">
        {own ? (
          <li>
            <span className="tile">
              <Picture track={own} label={m.tile.picture({ name: m.tile.you })} mirrored={!view.sharesScreen} />
              {view.speaks ? <Speaks /> : null}
            </span>
            <span className="name">{m.tile.you}</span>
          </li>
        ) : null}
        {speakers.map((other) => (
          <li key={other.id}>
            <span className="tile">
              <OtherTile client={client} view={view} other={other} name={other.name || m.tile.somebody} mark={null} />
            </span>
            <span className="name">{other.name || m.tile.somebody}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who interprets for who looks stays in view, wherever they are on the page. */
export function Interpreters({ client, view }: { client: MediaClient; view: MediaView }) {
  const m = useWords(mediaWords).tile;
  const mine = view.others.filter(({ interprets, picture }) => interprets === "you" && picture);
  if (mine.length === 0) return null;
  return (
    <section className="meet-interpreter" aria-label={m.interpreter}>
      {mine.map((other) => {
        const stream = client.stream(other.place);
        const name = other.name || m.somebody;
        return (
          <span key={other.id} className="tile">
            {stream ? <Picture key={other.key} stream={stream} label={m.picture({ name })} /> : null}
            <Said icon="people" isAbove>
              {m.interpreter}
            </Said>
          </span>
        );
      })}
    </section>
  );
}
