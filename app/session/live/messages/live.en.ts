import type { Same } from "../../../language/locale.ts";
import type { live as source } from "./live.nl.ts";

export const live: Same<typeof source> = {
  time: {
    label: "Time for this part",
    left: "",
    until: (p) => `until ${p.time}`,
    paused: "the clock stands still",
    over: "the time is over",
    lastMinute: "last minute",
    lastSeconds: "last ten seconds",
    aMinute: "One minute left for this part.",
    tenSeconds: "Ten seconds left for this part.",
  },
  connection: {
    lost: "You are not connected for a moment. We try again by ourselves. What you type stays.",
    back: "You are connected again.",
  },
};
