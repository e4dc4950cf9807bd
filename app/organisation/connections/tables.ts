import { sql } from "drizzle-orm";
import { bigserial, index, integer, jsonb, pgTable, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { dialogue, person } from "../../dialogue/tables.ts";
import { at, bytea, id } from "../../platform/database/columns.ts";
import type { ApplicationId, DialogueId, HookEventId, HookId, PersonId } from "../../platform/ids.ts";
import type { EventKind } from "../../platform/webhooks/event.ts";
import type { HookProblem } from "../../platform/webhooks/hook.ts";
import type { Scope } from "./scope.ts";

const madeBy = () =>
  uuid("made_by")
    .$type<PersonId>()
    .notNull()
    .references(() => person.id);

/** A program of somebody else's that shows itself to the API, by a key of ours or by a token of the organisation's sign-in. */
export const application = pgTable(
  "application",
  {
    id: id<ApplicationId>(),
    name: text("name").notNull(),
    scopes: text("scopes").array().$type<Scope[]>().notNull(),
    /** sha256; the key itself is shown once. */
    keyHash: bytea("key_hash"),
    /** Its name at the sign-in of the organisation, instead of a key. */
    oauthClient: text("oauth_client"),
    madeBy: madeBy(),
    madeAt: at("made_at").notNull().defaultNow(),
    usedAt: at("used_at"),
    endedAt: at("ended_at"),
  },
  (t) => [
    uniqueIndex("application_key").on(t.keyHash),
    uniqueIndex("application_oauth").on(t.oauthClient).where(sql`ended_at is null`),
  ],
);

/** An address of somebody else's program that is told what happens. */
export const hook = pgTable("hook", {
  id: id<HookId>(),
  name: text("name").notNull(),
  url: text("url").notNull(),
  kinds: text("kinds").array().$type<EventKind[]>().notNull(),
  /** Signs what is sent, so it has to be known as it is; goes nowhere but to who made it, once. */
  secret: text("secret").notNull(),
  madeBy: madeBy(),
  madeAt: at("made_at").notNull().defaultNow(),
  pausedAt: at("paused_at"),
  /** The other side said that it is gone. */
  goneAt: at("gone_at"),
  endedAt: at("ended_at"),
});

/** What happened, for programs: ids and numbers, never a name or a text. Written in the transaction of its cause; goes after 90 days. */
export const hookEvent = pgTable(
  "hook_event",
  {
    id: id<HookEventId>(),
    position: bigserial("position", { mode: "number" }).notNull(),
    dialogueId: uuid("dialogue_id")
      .$type<DialogueId>()
      .references(() => dialogue.id),
    kind: text("kind").$type<EventKind>().notNull(),
    subject: text("subject").notNull(),
    data: jsonb("data").$type<Readonly<Record<string, string | number>>>().notNull(),
    at: at("at").notNull(),
  },
  (t) => [uniqueIndex("hook_event_position").on(t.position), index("hook_event_dialogue").on(t.dialogueId)],
);

/** One event on its way to one address. */
export const hookDelivery = pgTable(
  "hook_delivery",
  {
    id: id<string>(),
    hookId: uuid("hook_id")
      .$type<HookId>()
      .notNull()
      .references(() => hook.id),
    eventId: uuid("event_id")
      .$type<HookEventId>()
      .notNull()
      .references(() => hookEvent.id, { onDelete: "cascade" }),
    state: text("state").$type<"waiting" | "delivered" | "failed">().notNull().default("waiting"),
    attempts: integer("attempts").notNull().default(0),
    nextAt: at("next_at").notNull(),
    /** What the other side answered last, and what went wrong when it did not. */
    answer: smallint("answer"),
    problem: text("problem").$type<HookProblem>(),
    doneAt: at("done_at"),
  },
  (t) => [
    uniqueIndex("hook_delivery_once").on(t.hookId, t.eventId),
    index("hook_delivery_event").on(t.eventId),
    index("hook_delivery_due").on(t.nextAt).where(sql`state = 'waiting'`),
  ],
);
