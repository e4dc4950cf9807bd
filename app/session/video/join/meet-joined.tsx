import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useWords } from "../../../language/words.ts";
import { Button } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/layout/disclosure.tsx";
import { useKeysOn } from "../../room/use-keys-on.tsx";
import { OwnCaptions } from "../captions/own-captions.tsx";
import { type MediaClient, type MediaView, openMediaClient } from "../client/media.client.ts";
import { mediaWords } from "../messages/media.ts";
import { allKinds, Devices, keptDevices } from "./meet-devices.tsx";
import { Preview } from "./meet-preview.tsx";
import { Interpreters, makeTile, Stage } from "./meet-tile.tsx";
import { Troubles } from "./meet-troubles.tsx";
import { drawTiles } from "./tile-slot.tsx";
import { useMicrophoneKeys } from "./use-microphone-keys.tsx";
import "./meet.css";
import type { JoinedProps } from "./meet-props.ts";

/** One for this page: it goes along from step to step, and from one drawing of the page to the next. */
let current: { readonly client: MediaClient; readonly session: string } | null = null;
let ends: number | undefined;

function clientFor({ session, as, wish }: JoinedProps): MediaClient {
  window.clearTimeout(ends);
  if (current?.session === session && current.client.view().phase !== "left") return current.client;
  current?.client.leave();
  const client = openMediaClient(session, as);
  current = { client, session };
  void client.prepare(wish, keptDevices()).then(() => {
    // Who only looks on has nothing to choose first.
    if (!wish.sound && !wish.picture) client.join();
  });
  return client;
}

/** What somebody sees of sound and picture: how they come in, and once they are in, what is on. */
export function Joined(props: JoinedProps) {
  const { place, wish, left } = props;
  const [client] = useState(() => clientFor(props));
  const view = useSyncExternalStore(client.subscribe, client.view, client.view);
  useEffect(() => {
    window.clearTimeout(ends);
    drawTiles(makeTile(client));
    return () => {
      drawTiles(null);
      // Drawn anew a moment later it is the same; gone for good it lets go of camera and microphone.
      ends = window.setTimeout(() => client.leave(), 3_000);
    };
  }, [client]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another place there may be somebody
  useEffect(() => client.refresh(), [client, place]);
  const leave = () => {
    client.leave();
    left();
  };
  if (view.phase === "ready") return <Preview client={client} view={view} wish={wish} cancel={leave} />;
  return (
    <>
      <Controls client={client} view={view} leave={leave} {...props} />
      {view.phase === "on" ? <Interpreters client={client} view={view} /> : null}
      {view.kind === "plenary" && view.phase === "on" ? <Stage client={client} view={view} /> : null}
    </>
  );
}

function Controls({
  client,
  view,
  leave,
  hasFloor,
  as,
  session,
  place,
}: JoinedProps & { client: MediaClient; view: MediaView; leave: () => void }) {
  const m = useWords(mediaWords);
  const { on, may } = view;
  const toggle = (kind: "sound" | "picture") => void client.set({ [kind]: !on[kind] });
  const mayShare =
    as === "team" && view.kind === "plenary" && may.picture && navigator.mediaDevices?.getDisplayMedia !== undefined;
  // A screen is shown to the whole group, and goes along nowhere.
  useEffect(() => {
    if (view.sharesScreen && !mayShare) void client.share(false);
  }, [client, mayShare, view.sharesScreen]);
  const keys = useKeysOn();
  useMicrophoneKeys(client, may.sound, keys.on);
  const bar = useRef<HTMLElement>(null);
  // It comes in the place of what was pressed to come in.
  useEffect(() => bar.current?.focus({ preventScroll: true }), []);
  const passes = may.sound || may.picture;
  return (
    <section className="wrap meet meet-on" aria-label={m.title} ref={bar} tabIndex={-1}>
      <fieldset className="row-actions">
        <legend className="visually-hidden">{m.controls}</legend>
        {passes || view.phase !== "on" ? (
          <>
            <Button
              type="button"
              variant="secondary"
              size="small"
              icon={on.sound ? "microphone" : "microphone-off"}
              className={on.sound ? "is-on" : "is-off"}
              aria-keyshortcuts={keys.on ? "m" : undefined}
              onClick={() => toggle("sound")}
            >
              {on.sound ? m.microphone.on : m.microphone.off}
            </Button>
            <Button
              type="button"
              variant="secondary"
              size="small"
              icon={on.picture ? "camera" : "camera-off"}
              className={on.picture ? "is-on" : "is-off"}
              onClick={() => toggle("picture")}
            >
              {on.picture ? m.camera.on : m.camera.off}
            </Button>
          </>
        ) : null}
        {mayShare ? (
          <Button type="button" variant="secondary" size="small" onClick={() => void client.share(!view.sharesScreen)}>
            {view.sharesScreen ? m.screen.on : m.screen.off}
          </Button>
        ) : null}
        <Button
          type="button"
          variant="quiet"
          size="small"
          onClick={() => client.want({ ...view.wants, pictures: !view.wants.pictures })}
        >
          {view.wants.pictures ? m.pictures.on : m.pictures.off}
        </Button>
        <Button type="button" variant="quiet" size="small" onClick={leave}>
          {m.leave}
        </Button>
      </fieldset>
      <p className="small" role="status">
        {said(m, view, { hasFloor, as })}
      </p>
      {view.share ? <p className="small quiet">{m.share[view.share]}</p> : null}
      {view.phase === "blocked" && as === "participant" ? (
        <p className="small">
          <a href={`/bijeenkomst/${session}/verbinding`}>{m.state.test}</a>
        </p>
      ) : null}
      {view.phase === "elsewhere" ? (
        <Button type="button" variant="secondary" size="small" onClick={client.takeOver}>
          {m.state.here}
        </Button>
      ) : null}
      <Troubles view={view} />
      <Disclosure summary={m.devices.title}>
        <Devices client={client} view={view} kinds={allKinds} />
        {as === "participant" ? <OwnCaptions client={client} view={view} session={session} place={place} /> : null}
        {keys.toggle ? <p className="small">{m.devices.keys}</p> : null}
        {keys.toggle ? (
          <Button type="button" variant="quiet" size="small" aria-pressed={keys.on} onClick={keys.toggle}>
            {keys.on ? m.devices.keysOn : m.devices.keysOff}
          </Button>
        ) : null}
      </Disclosure>
    </section>
  );
}

type Words = (typeof mediaWords)["nl"];

/** How it stands, in words: also spoken when it changes. */
function said(m: Words, view: MediaView, { hasFloor, as }: { hasFloor: boolean; as: string }): string {
  const { phase, kind, on, may } = view;
  if (
    phase === "joining" ||
    phase === "lost" ||
    phase === "blocked" ||
    phase === "waiting" ||
    phase === "elsewhere" ||
    phase === "full"
  )
    return m.state[phase];
  if (phase !== "on") return "";
  if (kind === null) return m.state.waiting;
  if (!may.sound && kind === "plenary" && as === "participant") return m.state.audience;
  if (!may.sound) return m.state.muted;
  const weak = m.state.weak[view.weak];
  if (hasFloor && kind === "plenary" && !on.sound) return `${m.state.floor} ${weak}`;
  return [m.state.sound[on.sound ? "on" : "off"], weakPicture(view) ? "" : m.state.picture[on.picture ? "on" : "off"], weak]
    .filter(Boolean)
    .join(" ");
}

/** The word about the line says how it is with one's own picture. */
const weakPicture = ({ weak }: MediaView): boolean => weak === "own" || weak === "sound" || weak === "text";
