import { readCookie } from "../../platform/http/cookie.server.ts";

/** Tabs of one device; a hall shares an address, never a device. */
const mostPerDevice = 24;

export type LineCount = ReturnType<typeof countLines>;

/** Who holds a line is told apart by what they sign in with; a stranger's line ends with its first message. */
export const deviceOf = (cookies: string | null | undefined): string | null =>
  readCookie(cookies, "mee") ?? readCookie(cookies, "team") ?? null;

export function countLines() {
  const held = new Map<string, number>();
  return {
    /** @returns how to end it; null when this device holds too many */
    begin(device: string | null): (() => void) | null {
      if (device === null) return () => {};
      const lines = held.get(device) ?? 0;
      if (lines >= mostPerDevice) return null;
      held.set(device, lines + 1);
      let over = false;
      return () => {
        if (over) return;
        over = true;
        const left = (held.get(device) ?? 1) - 1;
        if (left > 0) held.set(device, left);
        else held.delete(device);
      };
    },
  };
}
