import type {
  AuthenticationResponseJSON,
  AuthenticatorTransport,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { and, asc, eq, sql } from "drizzle-orm";
import { change, type Db, INSTALLATION, type Reader, type Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { PasskeyId, PersonId } from "../../platform/ids.ts";
import { post } from "../../platform/mail/outbox.server.ts";
import { person } from "../tables.ts";
import type { DeviceKind } from "./devices.server.ts";
import { mintLink, spendLink } from "./links.server.ts";
import { mostKeys } from "./passkey.ts";
import { device, passkey } from "./tables.ts";

/** Where keys belong to: the host of the installation. */
export interface Site {
  readonly origin: string;
  readonly name: string;
}
const hostOf = ({ origin }: Site) => new URL(origin).hostname;

// Loaded when somebody uses a key: it is most of what this feature weighs.
const webauthn = () => import("@simplewebauthn/server");
const minutes = 5;
/** The secret of a link that works once is the challenge: 256 bits, of which only the hash is kept. */
const bytesOf = (challenge: string) => new Uint8Array(Buffer.from(challenge, "base64url"));

/** Whose keys, and what they open. */
export interface Holder {
  readonly personId: PersonId;
  readonly kind: DeviceKind;
}
const ofHolder = ({ personId, kind }: Holder) => matches(passkey, { personId, kind });

export async function listKeys(db: Reader, holder: Holder) {
  return db
    .select({ id: passkey.id, name: passkey.name, createdAt: passkey.createdAt, usedAt: passkey.usedAt })
    .from(passkey)
    .where(ofHolder(holder))
    .orderBy(asc(passkey.createdAt));
}

/** What a browser needs to make a key that is not there yet. */
export async function askNewKey(db: Db, site: Site, holder: Holder): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { personId } = holder;
  const [who] = await db.select({ name: person.name, mail: person.mail }).from(person).where(eq(person.id, personId));
  const have = await db.select().from(passkey).where(ofHolder(holder));
  const challenge = await db.transaction((tx) => mintLink(tx, "passkey", { personId, minutes }));
  return (await webauthn()).generateRegistrationOptions({
    rpName: site.name,
    rpID: hostOf(site),
    userID: userIdOf(holder),
    userName: who?.mail ?? who?.name ?? "",
    userDisplayName: who?.name ?? "",
    challenge: bytesOf(challenge),
    attestationType: "none",
    excludeCredentials: have.map(({ credentialId, transports }) => ({
      id: credentialId.toString("base64url"),
      transports: transports as AuthenticatorTransport[],
    })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}

/** On one device a key takes the place of another with the same site and user: those of two kinds are of two users. */
function userIdOf({ personId, kind }: Holder): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(personId.replaceAll("-", ""), "hex");
  return new Uint8Array(kind === "team" ? bytes : Buffer.concat([bytes, Buffer.from(kind)]));
}

interface Made {
  readonly name: string;
  readonly answer: unknown;
  /** Where its holder looks after it, as a path; absent: the account of the team. */
  readonly home?: string;
}

/** @returns what became of it */
export const addKey = (db: Db, site: Site, holder: Holder, made: Made) => keepKey(db, site, holder, made, null);

/**
 * The first key of somebody who came by a link, after which this device counts as one that showed a key. Who has a key uses that:
 * otherwise whoever reads their mail could make one.
 */
export const addFirstKey = (db: Db, site: Site, who: { readonly personId: PersonId; readonly deviceId: string }, made: Made) =>
  keepKey(db, site, { personId: who.personId, kind: "team" }, made, who.deviceId);

async function keepKey(
  db: Db,
  site: Site,
  holder: Holder,
  made: Made,
  first: string | null,
): Promise<"added" | "refused" | "full"> {
  const { personId, kind } = holder;
  const deed = { actor: { person: personId }, what: "passkey.add", subject: { kind: "person", id: personId } };
  return change(db, { scope: INSTALLATION, ...deed }, async (tx, { unchanged }) => {
    // of two that come at once each sees what the other made
    await tx.select({ id: person.id }).from(person).where(eq(person.id, personId)).for("update");
    const have = await tx.$count(passkey, ofHolder(holder));
    if (first && have > 0) return unchanged("refused" as const);
    if (have >= mostKeys) return unchanged("full" as const);
    const { verifyRegistrationResponse } = await webauthn();
    // It throws for whatever is not as it should be: to us all of that is one no.
    const found = await verifyRegistrationResponse({
      response: made.answer as RegistrationResponseJSON,
      expectedChallenge: async (challenge) => (await spendLink(tx, "passkey", challenge))?.personId === personId,
      expectedOrigin: site.origin,
      expectedRPID: hostOf(site),
      requireUserVerification: true,
    }).catch(() => null);
    if (!found?.verified) return unchanged("refused" as const);
    const { id, publicKey, counter, transports } = found.registrationInfo.credential;
    const kept = await tx
      .insert(passkey)
      .values({
        personId,
        kind,
        credentialId: Buffer.from(id, "base64url"),
        publicKey: Buffer.from(publicKey),
        counter,
        transports: transports ?? [],
        name: made.name,
      })
      .onConflictDoNothing()
      .returning({ id: passkey.id });
    const [key] = kept;
    if (!key) return unchanged("refused" as const);
    if (first) await tx.update(device).set({ way: "passkey" }).where(eq(device.id, first));
    const details = { key: key.id, ...(made.home && { home: made.home }) };
    await post(tx, { personId, kind: "team.new-key", event: `key:${key.id}`, details });
    return "added" as const;
  });
}

/** What a browser needs to sign in with a key it has; it says itself whose. */
export async function askKey(db: Db, site: Site): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const challenge = await db.transaction((tx) => mintLink(tx, "passkey", { minutes }));
  return (await webauthn()).generateAuthenticationOptions({
    rpID: hostOf(site),
    challenge: bytesOf(challenge),
    userVerification: "required",
    allowCredentials: [],
  });
}

/** Who came in with a key. */
export interface KeyHolder extends Holder {
  readonly id: PasskeyId;
}

/**
 * Signs somebody in with a key.
 * @param isWelcome whether this holder may come in here; asked before anything is written
 * @param letIn what signing in is here
 * @returns what `letIn` gives, or null when the key is not known here, or did not prove itself
 */
export async function signInWithKey<T>(
  db: Db,
  site: Site,
  answer: unknown,
  { isWelcome, letIn }: { isWelcome(holder: KeyHolder): Promise<boolean>; letIn(tx: Tx, holder: KeyHolder): Promise<T> },
): Promise<T | null> {
  const response = answer as AuthenticationResponseJSON;
  const [key] = await db
    .select({ key: passkey })
    .from(passkey)
    .innerJoin(person, eq(person.id, passkey.personId))
    .where(and(eq(passkey.credentialId, Buffer.from(String(response.id), "base64url")), sql`${person.erasedAt} is null`));
  if (!key || !(await isWelcome(key.key))) return null;
  const { id, personId, credentialId, publicKey, counter, transports } = key.key;
  const deed = { actor: { person: personId }, what: "sign-in.use", subject: { kind: "passkey", id } };
  return change(db, { scope: INSTALLATION, ...deed }, async (tx, { unchanged }) => {
    const { verifyAuthenticationResponse } = await webauthn();
    const found = await verifyAuthenticationResponse({
      response,
      expectedChallenge: async (challenge) => {
        const asked = await spendLink(tx, "passkey", challenge);
        return asked !== null && asked.personId === null;
      },
      expectedOrigin: site.origin,
      expectedRPID: hostOf(site),
      requireUserVerification: true,
      credential: {
        id: credentialId.toString("base64url"),
        publicKey: new Uint8Array(publicKey),
        counter,
        transports: transports as AuthenticatorTransport[],
      },
    }).catch(() => null);
    if (!found?.verified) return unchanged(null);
    await tx.update(passkey).set({ counter: found.authenticationInfo.newCounter, usedAt: sql`now()` }).where(eq(passkey.id, id));
    return letIn(tx, key.key);
  });
}

export async function renameKey(db: Db, holder: Holder, id: PasskeyId, name: string): Promise<boolean> {
  const deed = { actor: { person: holder.personId }, what: "passkey.rename", subject: { kind: "passkey", id } };
  return change(db, { scope: INSTALLATION, ...deed }, async (tx, { unchanged }) => {
    const rows = await tx
      .update(passkey)
      .set({ name })
      .where(and(eq(passkey.id, id), ofHolder(holder)))
      .returning({ id: passkey.id });
    return rows.length === 1 || unchanged(false);
  });
}

export async function removeKey(db: Db, holder: Holder, id: PasskeyId): Promise<boolean> {
  const deed = { actor: { person: holder.personId }, what: "passkey.remove", subject: { kind: "passkey", id } };
  return change(db, { scope: INSTALLATION, ...deed }, async (tx, { unchanged }) => {
    const rows = await tx
      .delete(passkey)
      .where(and(eq(passkey.id, id), ofHolder(holder)))
      .returning({ id: passkey.id });
    return rows.length === 1 || unchanged(false);
  });
}
