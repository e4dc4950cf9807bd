import { expect } from "vitest";
import { openProxy, type Weather } from "./bad-network.ts";
import type { FreshDatabase } from "./database.ts";
import { type Memory, openHeap } from "./heap.ts";
import { startKlankbord } from "./klankbord.ts";
import { walkSession } from "./session-walk.ts";

const networks = {
  open: {},
  noUpgrades: { breaksUpgrades: true },
  keepsBack: { breaksUpgrades: true, buffers: true },
} satisfies Record<string, Weather>;

/**
 * A complete session with so many people, each by the next of these networks. After each step, when everybody sits still, the server
 * throws away what nobody holds and is measured.
 */
export async function soak(
  database: FreshDatabase,
  at: {
    readonly people: number;
    readonly speed: number;
    readonly cutsAfterMs: number;
    readonly by: readonly ("straight" | keyof typeof networks)[];
  },
) {
  const heap = await openHeap();
  await using klankbord = await startKlankbord({ env: { DATABASE_URL: database.url, ...heap.env } });
  const open = async (name: keyof typeof networks) =>
    [name, await openProxy(klankbord, { ...networks[name], cutsAfterMs: at.cutsAfterMs })] as const;
  const proxies = new Map(await Promise.all((Object.keys(networks) as (keyof typeof networks)[]).map(open)));
  const wayBy = (name: (typeof at.by)[number]) => ({
    origin: (name === "straight" ? klankbord : proxies.get(name))?.origin ?? "",
    from: klankbord.origin,
  });
  const memory: Memory[] = [];
  const begun = performance.now();
  try {
    const kept = await walkSession(database, {
      ...at,
      origin: klankbord.origin,
      ways: at.by.map(wayBy),
      async quiet(kind) {
        memory.push(await heap.measure(klankbord.pid));
        const { heap: mb, rss } = memory.at(-1) as Memory;
        console.error(
          `${Math.round((performance.now() - begun) / 1000)} s, ${kind}: heap ${mb.toFixed(1)} MB, process ${rss.toFixed(0)} MB`,
        );
      },
    });
    expect(klankbord.said()).not.toMatch(/fault|mislukt|fout/i);
    return {
      ...kept,
      memory,
      seconds: (performance.now() - begun) / 1000,
      cuts: [...proxies.values()].reduce((sum, { cuts }) => sum + cuts, 0),
    };
  } finally {
    for (const proxy of proxies.values()) await proxy[Symbol.asyncDispose]();
  }
}

/**
 * The rule: once every page was drawn once (after the groups), what the heap holds grows by at most 2 MB a step on average, whatever
 * was said: words lie in the database, not in the server.
 */
export function expectFlat(memory: readonly Memory[]): void {
  const warm = memory.slice(4);
  const slope = slopeOf(warm.map(({ heap }) => heap));
  expect(slope, `MB a step: ${warm.map(({ heap }) => heap.toFixed(1))}`).toBeLessThan(2);
}

/** Of the line through these by least squares. */
function slopeOf(values: readonly number[]): number {
  const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length;
  const x = values.map((_, at) => at);
  const [mx, my] = [mean(x), mean(values)];
  return x.reduce((sum, at, i) => sum + (at - mx) * ((values[i] ?? 0) - my), 0) / x.reduce((sum, at) => sum + (at - mx) ** 2, 0);
}
