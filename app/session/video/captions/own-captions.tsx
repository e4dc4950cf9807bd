import { useEffect, useState } from "react";
import { useLocale, useWords } from "../../../language/words.ts";
import { Button } from "../../../ui/button.tsx";
import type { MediaClient, MediaView } from "../client/media.client.ts";
import { mediaWords } from "../messages/media.ts";
import { canCaption, captionOwn, mayCaption } from "./own-captions.client.ts";

interface Props {
  readonly client: MediaClient;
  readonly view: MediaView;
  readonly session: string;
  /** where they sit: what is said at one table is not written at the next */
  readonly place: string;
}

/** At a table, by own choice, and only where the browser makes text of a voice on the device itself. */
export function OwnCaptions({ client, view, session, place }: Props) {
  const m = useWords(mediaWords).captions;
  const locale = useLocale();
  const [can, setCan] = useState<boolean | null>(null);
  const [isOn, setOn] = useState(false);
  const [failed, setFailed] = useState(false);
  const track = view.phase === "on" && view.kind === "group" && view.on.sound && view.may.sound ? client.microphone() : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another table is another line
  useEffect(() => {
    if (!isOn || !track) return;
    return captionOwn({ session, locale, track }, () => {
      setOn(false);
      setFailed(true);
    });
  }, [isOn, track, session, locale, place]);
  const toggle = () => {
    setFailed(false);
    setOn(!isOn);
  };
  if (!mayCaption() || view.kind !== "group") return null;
  return (
    <div className="flow-small">
      <p className="small">{m.how}</p>
      {can ? (
        <Button type="button" variant="quiet" size="small" aria-pressed={isOn} onClick={toggle}>
          {isOn ? m.on : m.off}
        </Button>
      ) : can === null ? (
        <Button type="button" variant="quiet" size="small" onClick={() => void canCaption(locale).then(setCan)}>
          {m.look}
        </Button>
      ) : null}
      <p className="small" role="status">
        {failed ? m.failed : can === false ? m.cannot : ""}
      </p>
    </div>
  );
}
