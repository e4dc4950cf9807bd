import { useEffect } from "react";
import type { MediaClient } from "../client/media.client.ts";

const typing = "textarea, select, input, [contenteditable], dialog";
const pressed = `${typing}, button, a, summary, [role=button]`;

/**
 * m switches the microphone; holding the space bar opens it for as long as it is held. Not where somebody types, or presses something,
 * and not when single keys are turned off.
 */
export function useMicrophoneKeys(client: MediaClient, maySpeak: boolean, on: boolean): void {
  useEffect(() => {
    if (!on) return;
    let held = false;
    const inside = (event: KeyboardEvent, where: string) => event.target instanceof HTMLElement && event.target.closest(where);
    const down = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !maySpeak) return;
      const { on: sent } = client.view();
      if (event.key.toLowerCase() === "m" && !event.repeat && !inside(event, typing)) void client.set({ sound: !sent.sound });
      if (event.key !== " " || inside(event, pressed)) return;
      event.preventDefault();
      if (held || event.repeat || sent.sound) return;
      held = true;
      void client.set({ sound: true });
    };
    const up = (event: KeyboardEvent) => {
      if (held && (event.key === " " || event.type === "blur")) release();
    };
    const release = () => {
      if (!held) return;
      held = false;
      void client.set({ sound: false });
    };
    document.addEventListener("keydown", down);
    document.addEventListener("keyup", up);
    window.addEventListener("blur", release);
    return () => {
      release();
      document.removeEventListener("keydown", down);
      document.removeEventListener("keyup", up);
      window.removeEventListener("blur", release);
    };
  }, [client, maySpeak, on]);
}
