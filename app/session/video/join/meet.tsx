import { type ComponentType, useEffect, useRef, useState } from "react";
import { useWords } from "../../../language/words.ts";
import { Button } from "../../../ui/button.tsx";
import { browserStore } from "../../writing/store.ts";
import { mediaWords } from "../messages/media.ts";
import type { JoinedProps, MeetProps, Wish } from "./meet-props.ts";

const kept = "klankbord:beeld";
const wishes: Readonly<Record<string, Wish>> = {
  camera: { sound: true, picture: true },
  sound: { sound: true, picture: false },
  watch: { sound: false, picture: false },
};

/** How somebody takes part: by camera, by sound or in text. Until then nothing of sound and picture is loaded. */
export function Meet(props: MeetProps) {
  const m = useWords(mediaWords);
  const [choice, setChoice] = useState<string | null>(null);
  const [Joined, setJoined] = useState<ComponentType<JoinedProps> | null>(null);
  const [isText, setText] = useState(false);
  const door = useRef<HTMLElement>(null);
  const cameBack = useRef(false);
  useEffect(() => {
    if (Joined || !cameBack.current) return;
    cameBack.current = false;
    door.current?.focus({ preventScroll: true });
  }, [Joined]);
  // A press before the script is here would be lost.
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    setText(browserStore.get(kept) === "text");
    setReady(true);
  }, []);

  async function choose(next: string): Promise<void> {
    browserStore.set(kept, next);
    setText(next === "text");
    if (next === "text") return;
    // A page that came without being loaded itself has the permissions of the one before it.
    const policy = (document as { featurePolicy?: { allowsFeature(name: string): boolean } }).featurePolicy;
    if (policy && !policy.allowsFeature("camera")) {
      location.reload();
      return;
    }
    setChoice(next);
    const { Joined } = await import("./meet-joined.tsx");
    setJoined(() => Joined);
  }

  const wish = choice === null ? undefined : wishes[choice];
  if (Joined && wish)
    return (
      <Joined
        {...props}
        wish={wish}
        left={() => {
          cameBack.current = true;
          setChoice(null);
          setJoined(null);
        }}
      />
    );
  if (!props.kind) return null;
  const ways = props.as === "participant" && props.kind === "plenary" ? ["watch", "text"] : ["camera", "sound", "text"];
  if (isText)
    return (
      <section className="wrap flow-small with-script meet-door" aria-label={m.title} ref={door} tabIndex={-1}>
        <p className="small">
          {m.textOnly}{" "}
          <Button type="button" variant="quiet" size="small" onClick={() => setText(false)}>
            {m.stillJoin}
          </Button>
        </p>
      </section>
    );
  return (
    <section className="wrap flow-small with-script meet-door" aria-label={m.title} ref={door} tabIndex={-1}>
      <p className="small">{props.as === "team" ? m.ask.team : m.ask[props.kind]}</p>
      <div className="row-actions">
        {ways.map((way) => (
          <Button
            key={way}
            type="button"
            variant="secondary"
            size="small"
            icon={way === "text" ? "keyboard" : way === "camera" ? "camera" : way === "sound" ? "microphone" : "people"}
            disabled={!isReady || choice !== null}
            onClick={() => void choose(way)}
          >
            {m.ask[way as keyof typeof m.ask]}
          </Button>
        ))}
      </div>
    </section>
  );
}
