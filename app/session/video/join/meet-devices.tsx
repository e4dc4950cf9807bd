import { useEffect, useState } from "react";
import { useWords } from "../../../language/words.ts";
import { Select } from "../../../ui/form/select.tsx";
import { browserStore } from "../../writing/store.ts";
import type { MediaClient, MediaView } from "../client/media.client.ts";
import { anyDevice, type Devices as Chosen } from "../client/own-tracks.client.ts";
import { mediaWords } from "../messages/media.ts";

const kept = "klankbord:apparaten";
const kinds = { microphone: "audioinput", camera: "videoinput", speaker: "audiooutput" } as const;

type Kind = keyof typeof kinds;
export const allKinds: readonly Kind[] = ["microphone", "camera", "speaker"];
export const withoutCamera: readonly Kind[] = ["microphone", "speaker"];

/** The devices that were chosen in this browser before. */
export function keptDevices(): Chosen {
  try {
    const read = JSON.parse(browserStore.get(kept) ?? "{}") as Partial<Chosen>;
    const text = (value: unknown) => (typeof value === "string" ? value : null);
    return { microphone: text(read.microphone), camera: text(read.camera), speaker: text(read.speaker) };
  } catch {
    return anyDevice;
  }
}

interface Props {
  readonly client: MediaClient;
  readonly view: MediaView;
  readonly kinds: readonly Kind[];
}

/** Microphone, camera and speaker, of which there are more than one. */
export function Devices({ client, view, kinds: asked }: Props) {
  const m = useWords(mediaWords).devices;
  const [there, setThere] = useState<readonly MediaDeviceInfo[]>([]);
  const { sound, picture } = view.on;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a browser names its devices once one was given
  useEffect(() => {
    const look = () => navigator.mediaDevices?.enumerateDevices().then(setThere, () => {});
    void look();
    navigator.mediaDevices?.addEventListener("devicechange", look);
    return () => navigator.mediaDevices?.removeEventListener("devicechange", look);
  }, [sound, picture]);

  return (
    <div className="meet-devices">
      {asked.map((kind) => {
        const of = there.filter((one) => one.kind === kinds[kind] && one.deviceId && one.deviceId !== "default");
        return of.length === 0 ? null : (
          <Select
            key={kind}
            name={`meet-${kind}`}
            label={m[kind]}
            value={of.some(({ deviceId }) => deviceId === view.devices[kind]) ? (view.devices[kind] ?? "") : ""}
            emptyWord={m.usual}
            options={of.map(({ deviceId, label }, n) => ({ value: deviceId, label: label || m.nth({ n: n + 1 }) }))}
            onChange={(event) => {
              const next = { ...view.devices, [kind]: event.currentTarget.value || null };
              browserStore.set(kept, JSON.stringify(next));
              void client.choose(next);
            }}
          />
        );
      })}
    </div>
  );
}
