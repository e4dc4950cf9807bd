import { count, eq, sql } from "drizzle-orm";
import {
  change,
  type Db,
  deedBy,
  INSTALLATION,
  type Reader,
  systemDeed,
  type Tx,
} from "../../platform/database/change.server.ts";
import { setting } from "../../platform/database/tables.ts";
import type { PersonId } from "../../platform/ids.ts";
import { type Area, type AreaKind, type AreaProblem, readAreas } from "./area.ts";
import { shippedAreas, shippedSource, shippedVersion } from "./shipped.server.ts";
import { area } from "./tables.ts";

/** Where the areas come from. */
export interface AreaSource {
  readonly source: string;
  /** Which version of the shipped files; null after an administrator brought their own. */
  readonly shipped: number | null;
  readonly at: string;
}

const key = "areas";

export async function areaSource(db: Reader): Promise<AreaSource | null> {
  const [row] = await db.select().from(setting).where(eq(setting.key, key));
  return (row?.value as AreaSource | undefined) ?? null;
}

/** Brings the shipped areas in, once; leaves an administrator's own alone. */
export async function seedAreas(db: Db): Promise<void> {
  const before = await areaSource(db);
  if (before && (before.shipped === null || before.shipped >= shippedVersion)) return;
  const deed = systemDeed(INSTALLATION, "areas.seed", "areas", INSTALLATION);
  await change(db, deed, async (tx, { now }) => {
    const again = await areaSource(tx);
    if (again && (again.shipped === null || again.shipped >= shippedVersion)) return;
    const read = shippedAreas.map(readAreas);
    if (read.some(({ problems }) => problems.length > 0)) throw new Error("shipped areas do not read");
    await write(
      tx,
      read.flatMap(({ areas }) => areas),
    );
    await note(tx, { source: shippedSource, shipped: shippedVersion, at: now.toISOString() });
  });
}

async function note(tx: Tx, value: AreaSource): Promise<void> {
  await tx.insert(setting).values({ key, value }).onConflictDoUpdate({ target: setting.key, set: { value } });
}

async function write(tx: Tx, areas: readonly Area[]): Promise<void> {
  const excluded = (column: string) => sql.raw(`excluded.${column}`);
  for (let at = 0; at < areas.length; at += 1000)
    await tx
      .insert(area)
      .values(areas.slice(at, at + 1000).map((one) => ({ ...one, former: [...(one.former ?? [])] })))
      .onConflictDoUpdate({
        target: [area.code, area.year],
        set: {
          name: excluded("name"),
          kind: excluded("kind"),
          parentCode: excluded("parent_code"),
          everydayName: excluded("everyday_name"),
          former: excluded("former"),
        },
      });
}

export async function countAreas(db: Reader): Promise<Record<AreaKind, number>> {
  const rows = await db.select({ kind: area.kind, n: count() }).from(area).groupBy(area.kind);
  const counts: Record<AreaKind, number> = { province: 0, municipality: 0, district: 0, focus: 0 };
  for (const { kind, n } of rows) counts[kind] = n;
  return counts;
}

export type AreaUpload =
  | { readonly status: "problems"; readonly problems: readonly AreaProblem[] }
  | { readonly status: "not-text" }
  | {
      readonly status: "ready";
      readonly text: string;
      readonly areas: readonly Area[];
      readonly counts: Readonly<Record<AreaKind, number>>;
      readonly fresh: number;
      readonly gone: number;
    };

/** The dry run: what a file would do, or all that is wrong with it. */
export async function tryAreas(db: Reader, bytes: Uint8Array): Promise<AreaUpload> {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { status: "not-text" };
  }
  const { areas, problems } = readAreas(text);
  if (problems.length > 0) return { status: "problems", problems };
  const now = await db.select({ code: area.code, year: area.year }).from(area);
  const name = ({ code, year }: { code: string; year: number }) => `${code} ${year}`;
  const [before, after] = [new Set(now.map(name)), new Set(areas.map(name))];
  const counts: Record<AreaKind, number> = { province: 0, municipality: 0, district: 0, focus: 0 };
  for (const { kind } of areas) counts[kind] += 1;
  return {
    status: "ready",
    text,
    areas,
    counts,
    fresh: [...after].filter((one) => !before.has(one)).length,
    gone: [...before].filter((one) => !after.has(one)).length,
  };
}

/** Puts these areas in the place of all others. An area that somebody or something is from stays, under its code and year. */
export async function replaceAreas(db: Db, by: PersonId, areas: readonly Area[], source: string): Promise<void> {
  const deed = deedBy(by, INSTALLATION, "areas.replace", "areas", INSTALLATION);
  await change(db, deed, async (tx, { now }) => {
    const isOf = (table: string) =>
      sql`exists (select from ${sql.identifier(table)} t where t.area_code = ${area.code} and t.area_year = ${area.year})`;
    const used = ["registration", "network_member", "network_ask", "network_practice"].map(isOf);
    await tx.delete(area).where(sql`not (${sql.join(used, sql` or `)})`);
    await write(tx, areas);
    await note(tx, { source, shipped: null, at: now.toISOString() });
  });
}
