import { useEffect, useRef } from "react";
import { useRevalidator } from "react-router";
import type { Live } from "../live/use-live.tsx";
import type { RoomData } from "../room/room-data.ts";

const againMs = 2_000;

/**
 * Says that this browser shows the seat it was given, again until the server heard it; and fetches the page again as long as the view
 * tells of another table than the page.
 */
export function useSeat(room: RoomData, live: Live<"participant">): void {
  const { revalidate } = useRevalidator();
  const [group, version] = [room.group?.id ?? null, room.life?.version ?? 0];
  const known = version <= (room.life?.seenVersion ?? 0);
  const told = live.view.group?.id ?? null;
  const action = `/bijeenkomst/${room.session.id}/plaats`;

  useEffect(() => {
    if (!group || known) return;
    let over = false;
    const say = async () => {
      const body = new URLSearchParams({ group, version: String(version) });
      const heard = await fetch(action, { method: "POST", body, headers: { accept: "application/json" } }).then(
        // Read to its end: else the browser keeps the line open.
        (answer) => answer.text().then(() => answer.ok || answer.status === 404),
        () => false,
      );
      if (!heard && !over) timer = window.setTimeout(say, againMs);
    };
    let timer = window.setTimeout(say, 0);
    return () => {
      over = true;
      window.clearTimeout(timer);
    };
  }, [group, version, known, action]);

  const fetchAgain = useRef(revalidate);
  fetchAgain.current = revalidate;
  const differs = told !== null && told !== group;
  useEffect(() => {
    if (!differs) return;
    const timer = window.setInterval(() => fetchAgain.current(), againMs);
    return () => window.clearInterval(timer);
  }, [differs]);
}
