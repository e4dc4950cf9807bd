export type SeatState = "present" | "away" | "empty" | "you";
export type Seat = { state: SeatState; shape?: number | undefined; label?: string | undefined };
export type Place = { x: number; y: number; size: number };

const round = (value: number) => Math.round(value * 10) / 10;

/**
 * Places seats clockwise around a top of radius 30 in a box of 120. You sit at the near side; without you the first seat is at the far side.
 * Marks shrink when there are so many that they would touch.
 */
export function placeSeats(states: readonly SeatState[]): readonly Place[] {
  const n = states.length;
  const you = states.indexOf("you");
  const ring = n > 14 ? 50 : 46;
  const size = Math.min(20, ((2 * Math.PI * ring) / Math.max(n, 1)) * 0.78);
  return states.map((_, index) => {
    const angle = you < 0 ? (2 * Math.PI * index) / n : Math.PI + (2 * Math.PI * (index - you)) / n;
    return { x: round(60 + ring * Math.sin(angle)), y: round(60 - ring * Math.cos(angle)), size: round(size) };
  });
}
