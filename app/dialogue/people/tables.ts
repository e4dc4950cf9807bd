import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, belongsTo, bytea, id, ref } from "../../platform/database/columns.ts";
import type { DialogueId, FieldId, PartyId, PasskeyId, PersonId, RegistrationId, SessionId } from "../../platform/ids.ts";
import { dialogue, field, party, person, session } from "../tables.ts";
import type { SignInWay } from "./sign-in-way.ts";

/** A role in the team of a dialogue; without dialogue it holds for the installation. */
export const membership = pgTable(
  "membership",
  {
    id: id<string>(),
    personId: belongsTo<PersonId>("person_id", () => person.id),
    dialogueId: ref<DialogueId>("dialogue_id").references(() => dialogue.id),
    role: text("role").$type<"administrator" | "organiser" | "facilitator" | "analyst" | "note-taker" | "observer">().notNull(),
    invitedAt: at("invited_at").notNull().defaultNow(),
    acceptedAt: at("accepted_at"),
    endedAt: at("ended_at"),
  },
  (t) => [
    uniqueIndex("membership_once").on(t.personId, t.dialogueId, t.role).where(sql`${t.endedAt} is null`),
    index("membership_dialogue").on(t.dialogueId),
  ],
);

/** Every link with a secret that Klankbord hands out. Only the hash of the secret is kept. */
export const link = pgTable(
  "link",
  {
    tokenHash: bytea("token_hash").primaryKey(),
    kind: text("kind")
      .$type<
        | "claim"
        | "sign-in"
        | "invite"
        | "confirm"
        | "personal"
        | "device"
        | "invitation"
        | "passkey"
        | "item-owner"
        | "programme-news"
        | "pulse"
        | "reply"
      >()
      .notNull(),
    personId: ref<PersonId>("person_id").references(() => person.id),
    dialogueId: ref<DialogueId>("dialogue_id").references(() => dialogue.id),
    /** What the link is about: a registration, a membership, a device. */
    subjectId: uuid("subject_id"),
    createdAt: at("created_at").notNull().defaultNow(),
    expiresAt: at("expires_at"),
    usedAt: at("used_at"),
    endedAt: at("ended_at"),
  },
  (t) => [index("link_person").on(t.personId)],
);

/** A browser in which somebody is signed in: as the team, or as participant. */
export const device = pgTable(
  "device",
  {
    id: id<string>(),
    tokenHash: bytea("token_hash").notNull(),
    kind: text("kind").$type<"team" | "participant">().notNull(),
    personId: belongsTo<PersonId>("person_id", () => person.id),
    /** Participants: the dialogue whose link was used. */
    dialogueId: ref<DialogueId>("dialogue_id").references(() => dialogue.id),
    name: text("name").notNull().default(""),
    createdAt: at("created_at").notNull().defaultNow(),
    seenAt: at("seen_at").notNull().defaultNow(),
    expiresAt: at("expires_at").notNull(),
    /** Absent while the organiser's rule asks to confirm a new device by mail. */
    confirmedAt: at("confirmed_at"),
    /** How the team came in. */
    way: text("way").$type<SignInWay>(),
    endedAt: at("ended_at"),
    /** Ended from another device: the next time somebody signs in on it counts as new. */
    distrusted: boolean("distrusted").notNull().default(false),
  },
  (t) => [uniqueIndex("device_token").on(t.tokenHash), index("device_person").on(t.personId)],
);

/** Who somebody is for the sign-in of the organisation: its word for them, which never changes as a mail address may. */
export const oidcAccount = pgTable(
  "oidc_account",
  {
    issuer: text("issuer").notNull(),
    subject: text("subject").notNull(),
    personId: belongsTo<PersonId>("person_id", () => person.id),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.issuer, t.subject] }), index("oidc_account_person").on(t.personId)],
);

/** What somebody of the team signs in with instead of a mail: the public half; the other half never leaves their device. */
export const passkey = pgTable(
  "passkey",
  {
    id: id<PasskeyId>(),
    personId: belongsTo<PersonId>("person_id", () => person.id),
    /** What it opens: who takes part may have come by a mail alone, so such a key opens no team. */
    kind: text("kind").$type<"team" | "participant">().notNull().default("team"),
    credentialId: bytea("credential_id").notNull(),
    publicKey: bytea("public_key").notNull(),
    counter: bigint("counter", { mode: "number" }).notNull(),
    transports: text("transports").array().notNull().default(sql`'{}'`),
    name: text("name").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    usedAt: at("used_at"),
  },
  (t) => [uniqueIndex("passkey_credential").on(t.credentialId), index("passkey_person").on(t.personId)],
);

export type RegistrationState = "pending" | "confirmed" | "waiting" | "admitted" | "declined" | "withdrawn";

export const registration = pgTable(
  "registration",
  {
    id: id<RegistrationId>(),
    dialogueId: belongsTo<DialogueId>("dialogue_id", () => dialogue.id),
    sessionId: belongsTo<SessionId>("session_id", () => session.id),
    personId: belongsTo<PersonId>("person_id", () => person.id),
    state: text("state").$type<RegistrationState>().notNull().default("pending"),
    name: text("name").notNull(),
    organisation: text("organisation").notNull().default(""),
    function: text("function").notNull().default(""),
    partyId: ref<PartyId>("party_id").references(() => party.id),
    fieldId: ref<FieldId>("field_id").references(() => field.id),
    areaCode: text("area_code"),
    areaYear: smallint("area_year"),
    brings: text("brings").notNull().default(""),
    shownAs: text("shown_as").$type<"full" | "function" | "none">().notNull().default("full"),
    locale: text("locale").$type<"nl" | "en">().notNull().default("nl"),
    source: text("source").$type<"form" | "invitation" | "substitute" | "import" | "demo">().notNull().default("form"),
    /** Whose place this was. */
    substituteFor: ref<RegistrationId>("substitute_for"),
    /** Who offered their place to this colleague; it changes hands when the colleague sends the form. */
    offeredBy: ref<RegistrationId>("offered_by"),
    /** Place in the line: milliseconds at which the address was confirmed, never the same twice in a session. */
    queue: bigint("queue", { mode: "number" }),
    /** Rises with each mail about the place, so that letters and calendars tell an old one from a new one. */
    letterSequence: integer("letter_sequence").notNull().default(0),
    createdAt: at("created_at").notNull().defaultNow(),
    confirmedAt: at("confirmed_at"),
    waitingSince: at("waiting_since"),
    admittedAt: at("admitted_at"),
    withdrawnAt: at("withdrawn_at"),
    /** When it was declined, or last changed by its person; for the list of the organiser. */
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("registration_once").on(t.sessionId, t.personId),
    index("registration_dialogue").on(t.dialogueId),
    index("registration_person").on(t.personId),
  ],
);

/** What a facilitator did about a disturbing person; reversible. */
export const measure = pgTable(
  "measure",
  {
    id: id<string>(),
    sessionId: belongsTo<SessionId>("session_id", () => session.id),
    personId: belongsTo<PersonId>("person_id", () => person.id),
    kind: text("kind").$type<"asked" | "muted" | "removed">().notNull(),
    reason: text("reason").notNull(),
    byId: ref<PersonId>("by_id").notNull(),
    at: at("at").notNull().defaultNow(),
    liftedAt: at("lifted_at"),
    liftedBy: ref<PersonId>("lifted_by"),
  },
  (t) => [index("measure_session").on(t.sessionId)],
);
