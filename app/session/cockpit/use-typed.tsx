import { type RefObject, useEffect, useRef } from "react";
import { againMs, seenWhileTyped, sendEveryMs } from "../talk/typed.ts";

/** An empty line is told a moment later: by then what was sent is there. */
const sentMs = 350;
/** A line that stands this long is no longer being written. */
const restsMs = 120_000;

/**
 * Lets others see this line while it is typed: its first character at once, then at most five times a second, one post at a time.
 * What is masked here is masked on the server again.
 * @param around what the line stands in
 * @param unseen they see that somebody writes, and not what
 */
export function useTyped(
  { session, as }: { readonly session: string; readonly as: "participant" | "captions" },
  around: RefObject<HTMLElement | null>,
  unseen = false,
): void {
  const hides = useRef(unseen);
  hides.current = unseen;
  useEffect(() => {
    const line = around.current?.querySelector("textarea");
    if (!line) return;
    const address = `/bijeenkomst/${session}/typen`;
    let told = "";
    let timer: number | undefined;
    let busy = false;
    let emptied = false;
    let sentAt = 0;
    let typedAt = 0;
    const fieldsOf = () => {
      const text = seenWhileTyped(line.value);
      const state = hides.current && text ? { stil: "1" } : { tekst: text };
      return new URLSearchParams({ als: as, ...state });
    };
    const send = async (again = false) => {
      timer = undefined;
      // it looks again when it is back
      if (busy) return;
      const fields = fieldsOf();
      if (!again && fields.toString() === told) return;
      busy = true;
      sentAt = Date.now();
      told = fields.toString();
      // Lost on the way: the next one says all of it.
      await fetch(address, { method: "POST", body: fields }).catch(() => {});
      busy = false;
      if (fieldsOf().toString() !== told) soon();
    };
    const soon = () => {
      window.clearTimeout(timer);
      emptied = line.value.trim() === "";
      const wait = emptied ? sentMs : Math.max(0, sentAt + sendEveryMs - Date.now());
      timer = window.setTimeout(() => void send(), wait);
    };
    const typed = () => {
      typedAt = Date.now();
      // A character waits for its turn, not for the next character.
      if (timer === undefined || emptied || line.value.trim() === "") soon();
    };
    const again = window.setInterval(() => {
      if (line.value.trim() !== "" && Date.now() - typedAt < restsMs) void send(true);
    }, againMs);
    const leave = () => {
      if (line.value.trim() !== "") navigator.sendBeacon(address, new URLSearchParams({ als: as, tekst: "" }));
    };
    line.addEventListener("input", typed);
    window.addEventListener("pagehide", leave);
    if (line.value.trim() !== "") typed();
    return () => {
      line.removeEventListener("input", typed);
      window.removeEventListener("pagehide", leave);
      window.clearInterval(again);
      window.clearTimeout(timer);
      if (told !== "") leave();
    };
  }, [around, session, as]);
}

/** Enter sends, Shift with Enter begins a new line; while a character is being composed it does neither. */
export function sendsByEnter(event: React.KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
