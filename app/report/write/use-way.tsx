import { useEffect, useState } from "react";

/** How one writes: in the text as it will look, or in its notation. Without script always the notation. */
export type Way = "rich" | "notation";
const place = "klankbord-writing";

/** @returns null until the browser has said what its writer chose */
export function useWay(): readonly [Way | null, (way: Way) => void] {
  const [way, setWay] = useState<Way | null>(null);
  useEffect(() => setWay(kept()), []);
  return [
    way,
    (chosen) => {
      setWay(chosen);
      try {
        localStorage.setItem(place, chosen);
      } catch {
        // a browser that keeps nothing asks again next time
      }
    },
  ];
}

function kept(): Way {
  try {
    return localStorage.getItem(place) === "notation" ? "notation" : "rich";
  } catch {
    return "rich";
  }
}
