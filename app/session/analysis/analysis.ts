import type { Analysis, AnalysisOptions, Group } from "../../method/analysis/result.ts";
import type { Calm, Status } from "../../method/analysis/status.ts";

/** What the method was asked, so that it can be asked again. */
export type AnalysisSettings = Required<Pick<AnalysisOptions, "seed" | "nullRuns" | "stabilityRuns" | "heldOut">> & {
  /** What was kept for calm: the number of groups, 0 when there was none to keep, and what was said. */
  readonly keep: number;
  readonly keepStatus: Status | null;
  /** What the next analysis goes on from. */
  readonly calm: Omit<Calm, "members">;
};

/** The seed is one for all: who reruns the method on the same ballots finds the same. */
export const standard = { seed: 1, nullRuns: 99, stabilityRuns: 20, heldOut: true } as const;

/** So long no ballot came, and calm needs no more waiting [OG6]. */
export const restBeforeSettlingMs = 10_000;

/** An analysis as it is kept: all of it but who is who. */
export type StoredAnalysis = Omit<Analysis, "projection" | "groups"> & { readonly groups: readonly Omit<Group, "members">[] };

export function withoutPeople({ projection: _, groups, ...found }: Analysis): StoredAnalysis {
  return { ...found, groups: groups.map(({ members: __, ...group }) => group) };
}

/** Where people stand on the map, by place: whose point it is cannot be told. */
export interface Points {
  /** place in `groups`, or 255 for none */
  readonly group: Uint8Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
}

const size = 9;
const none = 255;

/** In the order of the places themselves, so that the order tells nothing either. */
export function packPoints({ projection: { people, x, y }, groups }: Analysis): Uint8Array {
  const groupOf = new Map(groups.flatMap(({ members }, at) => members.map((who) => [who, at] as const)));
  const points = people
    .map((who, i) => ({ group: groupOf.get(who) ?? none, x: x[i] ?? 0, y: y[i] ?? 0 }))
    .sort((a, b) => a.group - b.group || a.x - b.x || a.y - b.y);
  const bytes = new Uint8Array(points.length * size);
  const view = new DataView(bytes.buffer);
  for (const [i, point] of points.entries()) {
    view.setUint8(i * size, point.group);
    view.setFloat32(i * size + 1, point.x);
    view.setFloat32(i * size + 5, point.y);
  }
  return bytes;
}

export function unpackPoints(bytes: Uint8Array): Points {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = Math.floor(bytes.length / size);
  const points = { group: new Uint8Array(count), x: new Float32Array(count), y: new Float32Array(count) };
  for (let i = 0; i < count; i++) {
    points.group[i] = view.getUint8(i * size);
    points.x[i] = view.getFloat32(i * size + 1);
    points.y[i] = view.getFloat32(i * size + 5);
  }
  return points;
}
