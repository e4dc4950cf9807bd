import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { change, type Db, INSTALLATION, type Reader } from "../../platform/database/change.server.ts";
import type { Doorbell } from "../../platform/database/doorbell.server.ts";
import { setting } from "../../platform/database/tables.ts";
import type { Environment } from "../../platform/environment.ts";
import type { PersonId } from "../../platform/ids.ts";
import { type FixableField, logoType, readSite, type Site, type SiteField, variables, withoutFixed } from "./site.ts";

interface Logo {
  readonly type: string;
  readonly bytes: Buffer;
  /** Tells one from the next, in its address. */
  readonly mark: string;
}
interface Kept {
  readonly site: Site;
  readonly logo: Logo | null;
}
declare module "../../platform/services.server.ts" {
  interface Services {
    readonly site: SiteStore;
  }
}

export interface SiteStore {
  now(): Kept;
  /** Reads again what is kept; also happens by itself when another process writes. */
  refresh(): Promise<void>;
  /** Fields that are set outside, and cannot be changed here. */
  readonly fixed: readonly SiteField[];
  /** The settings of the process, with what is kept where nothing was set outside. */
  readonly environment: Environment;
}
const subject = { kind: "installation", id: INSTALLATION };

/** The settings of the installation, held in memory and read again when they change. */
export async function openSite(db: Db, doorbell: Doorbell, outside: Environment): Promise<SiteStore> {
  let kept = await read(db);
  const refresh = async () => {
    kept = await read(db);
  };
  doorbell.on(({ scope }) => {
    // the database may be away: what was read last goes on
    if (scope === INSTALLATION || scope === "*") refresh().catch(() => {});
  });
  const fixed = (Object.keys(variables) as FixableField[]).filter((name) => outside.given.includes(variables[name]));
  const open = (name: FixableField) => !fixed.includes(name);
  const environment = Object.defineProperties({ ...outside } as Environment, {
    ...getter("siteName", () => (open("siteName") ? kept.site.siteName : outside.siteName)),
    ...getter("mailFrom", () => (open("mailFrom") && kept.site.mailFrom ? kept.site.mailFrom : outside.mailFrom)),
    ...getter("themeCssUrl", () => (open("themeCssUrl") ? kept.site.themeCssUrl || undefined : outside.themeCssUrl)),
    ...getter("themeClass", () => (open("themeClass") ? kept.site.themeClass || undefined : outside.themeClass)),
    ...getter("languages", () => (open("languages") ? localesIn(kept.site.languages) : outside.languages)),
    ...getter("logo", () => kept.logo && `/logo?${kept.logo.mark}`),
  });
  return { now: () => kept, refresh, fixed, environment };
}

const getter = <K extends keyof Environment>(name: K, get: () => Environment[K]) => ({ [name]: { get, enumerable: true } });
const localesIn = (choice: Site["languages"]) => choice.split(",") as unknown as Environment["languages"];

async function read(db: Reader): Promise<Kept> {
  const [rows, logos] = await Promise.all([
    db.select({ value: setting.value }).from(setting).where(eq(setting.key, "site")),
    db.select({ value: setting.value }).from(setting).where(eq(setting.key, "logo")),
  ]);
  const logo = logos[0]?.value as { type: string; data: string } | null | undefined;
  const bytes = logo ? Buffer.from(logo.data, "base64") : null;
  return {
    site: readSite(rows[0]?.value),
    logo: logo && bytes ? { type: logo.type, bytes, mark: createHash("sha256").update(bytes).digest("hex").slice(0, 12) } : null,
  };
}

/** Keeps what was typed; what is fixed outside stays as it was. */
export async function saveSite(db: Db, store: SiteStore, by: PersonId, typed: Site): Promise<void> {
  await change(db, { scope: INSTALLATION, actor: { person: by }, what: "site.change", subject }, async (tx, { unchanged }) => {
    const before = (await read(tx)).site;
    const value = withoutFixed(typed, before, store.fixed);
    if (JSON.stringify(value) === JSON.stringify(before)) return unchanged(undefined);
    await tx.insert(setting).values({ key: "site", value }).onConflictDoUpdate({ target: setting.key, set: { value } });
  });
  await store.refresh();
}

/** A new picture, or none. @returns false when it is no picture that may be shown */
export async function saveLogo(db: Db, store: SiteStore, by: PersonId, bytes: Uint8Array | null): Promise<boolean> {
  const type = bytes && logoType(bytes);
  if (bytes && !type) return false;
  const what = bytes ? "site.logo" : "site.no-logo";
  await change(db, { scope: INSTALLATION, actor: { person: by }, what, subject }, async (tx) => {
    if (!bytes) return void (await tx.delete(setting).where(eq(setting.key, "logo")));
    const value = { type, data: Buffer.from(bytes).toString("base64") };
    await tx.insert(setting).values({ key: "logo", value }).onConflictDoUpdate({ target: setting.key, set: { value } });
  });
  await store.refresh();
  return true;
}
