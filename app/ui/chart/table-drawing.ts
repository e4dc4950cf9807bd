export type SeatState = "present" | "away" | "empty" | "you";
export type Seat = { state: SeatState; shape?: number | undefined; label?: string | undefined };
export type Place = { x: number; y: number; size: number };

export const round = (value: number) => Math.round(value * 10) / 10;

/**
 * Places seats clockwise around a top in a box of 120. You sit at the near side; without you the first seat is at the far side.
 * Marks shrink when there are so many that they would touch; a `wide` top has room for words.
 */
export function placeSeats(states: readonly SeatState[], wide = false): { top: number; places: readonly Place[] } {
  const n = states.length;
  const you = states.indexOf("you");
  const roomy = wide || n > 14;
  const ring = roomy ? 50 : 46;
  const size = Math.min(roomy ? 15 : 20, ((2 * Math.PI * ring) / Math.max(n, 1)) * 0.78);
  const places = states.map((_, index) => {
    const angle = you < 0 ? (2 * Math.PI * index) / n : Math.PI + (2 * Math.PI * (index - you)) / n;
    return { x: round(60 + ring * Math.sin(angle)), y: round(60 - ring * Math.cos(angle)), size: round(size) };
  });
  return { top: roomy ? 38 : 29, places };
}
