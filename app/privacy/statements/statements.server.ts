import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Locale } from "../../language/locale.ts";
import { addressIn } from "../../method/text/address-in.ts";
import { change, type Db, INSTALLATION, type Reader } from "../../platform/database/change.server.ts";
import { setting } from "../../platform/database/tables.ts";
import type { PersonId } from "../../platform/ids.ts";
import type { Services } from "../../platform/services.server.ts";
import { readTerms } from "../retention/retention.server.ts";
import { statementWords } from "./messages/statements.ts";
import { type Facts, type Kept, keptShape, type StatementKind, statementNames } from "./statements.ts";

const keyOf = (kind: StatementKind, locale: Locale) => `statement:${kind}:${locale}`;
const digest = (text: string) => createHash("sha256").update(text).digest("hex");

/** Whom to write to about personal data. */
export function privacyContactOf({ environment, site }: Pick<Services, "environment" | "site">): string {
  const { site: own } = site.now();
  return own.privacyContact || own.contact || addressIn(environment.mailFrom);
}

/** What is true of this installation, for texts about it. */
async function factsOf({ db, environment, site }: Pick<Services, "db" | "environment" | "site">, locale: Locale): Promise<Facts> {
  const { site: own } = site.now();
  const m = statementWords[locale];
  const organisation = own.organisation || environment.siteName;
  return {
    site: environment.siteName,
    origin: environment.origin,
    organisation,
    address: own.address,
    contact: own.contact || addressIn(environment.mailFrom),
    privacyContact: privacyContactOf({ environment, site }),
    officer: own.officer,
    legalBasis: m.bases[own.legalBasis],
    legalText: own.legalText,
    accessState: own.accessState,
    accessReport: own.accessReport,
    days: await readTerms(db),
    mailOut: environment.smtpUrl !== undefined,
    ownSignIn: environment.oidc !== null,
    suggestions: environment.embeddingsUrl !== undefined,
    media: environment.livekit ? "livekit" : environment.media ? "embedded" : null,
    proposals: environment.llm !== null,
    fileStore: environment.storage !== null,
  };
}

export interface Statement {
  readonly kind: StatementKind;
  readonly text: string;
  /** null: it follows the settings. */
  readonly kept: Kept | null;
  readonly versions: readonly Kept[];
  readonly proposed: string;
  /** The settings say something else than when the text was kept. */
  readonly behind: boolean;
}

/** A statement as it reads now: as it was kept last, or made of the settings. */
export async function findStatement(
  services: Pick<Services, "db" | "environment" | "site">,
  kind: StatementKind,
  locale: Locale,
): Promise<Statement> {
  const proposed = statementWords[locale].texts[kind](await factsOf(services, locale));
  const versions = await listVersions(services.db, kind, locale);
  const newest = versions.at(-1) ?? null;
  // a version without words says: follow the settings again
  const kept = newest?.text ? newest : null;
  return { kind, text: kept?.text ?? proposed, kept, versions, proposed, behind: kept !== null && kept.of !== digest(proposed) };
}

async function listVersions(db: Reader, kind: StatementKind, locale: Locale): Promise<readonly Kept[]> {
  const [row] = await db
    .select({ value: setting.value })
    .from(setting)
    .where(eq(setting.key, keyOf(kind, locale)));
  const read = keptShape.safeParse(row?.value);
  return read.success ? read.data : [];
}

export type Saved = { readonly status: "saved" } | { readonly status: "meanwhile"; readonly text: string };

/**
 * Keeps a text as the next version; the ones before stay.
 * @param text empty: from now on it follows the settings
 * @param seen the version that its writer saw
 */
export async function saveStatement(
  db: Db,
  by: PersonId,
  at: { readonly kind: StatementKind; readonly locale: Locale },
  { text, seen, proposed }: { readonly text: string; readonly seen: number; readonly proposed: string },
): Promise<Saved> {
  const key = keyOf(at.kind, at.locale);
  const deed = {
    ...{ scope: INSTALLATION, actor: { person: by }, what: text ? "statement.write" : "statement.follow" },
    subject: { kind: "statement", id: `${statementNames[at.kind]}:${at.locale}` },
  };
  return change(db, deed, async (tx, { unchanged, now }): Promise<Saved> => {
    const versions = await listVersions(tx, at.kind, at.locale);
    const last = versions.at(-1);
    if ((last?.version ?? 0) !== seen) {
      if (last?.text === text) return unchanged({ status: "saved" });
      return unchanged({ status: "meanwhile", text: last?.text || proposed });
    }
    if ((last?.text ?? "") === text) return unchanged({ status: "saved" });
    const value = [...versions, { version: seen + 1, text, at: now.toISOString(), of: digest(proposed) }];
    await tx.insert(setting).values({ key, value }).onConflictDoUpdate({ target: setting.key, set: { value } });
    return { status: "saved" };
  });
}
