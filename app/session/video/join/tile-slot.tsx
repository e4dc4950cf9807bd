import { type ComponentType, type ReactNode, useSyncExternalStore } from "react";

export type Tile = ComponentType<{
  readonly personId: string;
  readonly you: boolean;
  readonly name: string;
  readonly children: ReactNode;
}>;

let tile: Tile | null = null;
const hearers = new Set<() => void>();

/** What draws people while somebody sees and hears others: brought with the script for it, and not before. */
export function drawTiles(next: Tile | null): void {
  tile = next;
  for (const hear of hearers) hear();
}

const subscribe = (hear: () => void) => {
  hearers.add(hear);
  return () => hearers.delete(hear);
};

export const useTile = (): Tile | null =>
  useSyncExternalStore(
    subscribe,
    () => tile,
    () => null,
  );
