import { createHash } from "node:crypto";
import { and, eq, ne, sql } from "drizzle-orm";
import type { Circle } from "../contribution/contribution.ts";
import { ownContributions } from "../contribution/reading.server.ts";
import { backing, contribution } from "../contribution/tables.ts";
import type { Writer } from "../contribution/writer.server.ts";
import type { step as steps } from "../dialogue/tables.ts";
import { random } from "../method/random.ts";
import type { Db } from "../platform/database/change.server.ts";
import { matches } from "../platform/database/matches.server.ts";
import type { ContributionId, FieldId, InsightId, PartyId, PersonId } from "../platform/ids.ts";
import type { Services } from "../platform/services.server.ts";
import { groupingOf } from "../session/group/groups.server.ts";
import { seatHere } from "../session/group/seat.server.ts";
import { seatSeen } from "../session/group/table-life.server.ts";
import { seat } from "../session/group/tables.ts";
import type { DeedName } from "../session/room/deed.ts";
import { post } from "../session/room/post.server.ts";
import { mark, themeMark } from "../session/weigh/tables.ts";
import { theme } from "../themes/tables.ts";
import type { BotDeed } from "./bot.ts";
import type { Rehearsal } from "./make.server.ts";
import { botWords } from "./messages/rehearsal-bots.ts";

export interface Bot {
  readonly n: number;
  readonly personId: PersonId;
  readonly fieldId: FieldId | null;
  readonly partyId: PartyId | null;
}
interface At {
  readonly services: Pick<Services, "db" | "pool">;
  readonly found: Rehearsal;
  readonly step: typeof steps.$inferSelect;
  readonly insights: readonly InsightId[];
}

type Sent = Readonly<Record<string, string | readonly string[]>>;

/** As a browser of a participant sends it: the same form, by the same way in, with the same noes. */
export async function sendAs(
  services: At["services"],
  { dialogue, session }: Rehearsal,
  bot: Bot,
  { name, fields, id }: { readonly name: DeedName; readonly fields: Sent; readonly id?: string | undefined },
): Promise<void> {
  const form = new FormData();
  for (const [key, values] of Object.entries(fields)) for (const value of [values].flat()) form.append(key, value);
  const place = { dialogue, session, registration: bot, roles: new Set(["participant"] as const) };
  // A no is an answer too: the facilitator may have muted this one, or gone on.
  await post(services, name, { place, contribution: id, form });
}

/** Does one thing as a participant does it. */
export async function doDeed(at: At, bot: Bot, deed: BotDeed): Promise<void> {
  const { services, found, step, insights } = at;
  const { db } = services;
  const { dialogue, session } = found;
  const { locale } = dialogue.rehearsal;
  const words = botWords[locale];
  const writer = { dialogueId: dialogue.id, sessionId: session.id, personId: bot.personId };
  const chance = random(`${bot.n} ${step.position} ${JSON.stringify(deed)}`);
  const send = (name: DeedName, fields: Sent, id?: string) => sendAs(services, found, bot, { name, fields, id });
  switch (deed.do) {
    case "say": {
      const texts = words[deed.kind];
      const text = texts[(bot.n + 7 * deed.nth + step.position) % texts.length] ?? "";
      const id = idFrom([dialogue.id, bot.personId, step.id, deed.kind, String(deed.nth)]);
      return deed.kind === "talk"
        ? send("talk", { id, step: step.id, text })
        : send("contribute", { id, kind: deed.kind, step: step.id, text });
    }
    case "share":
      for (const own of await ownContributions(db, session.id, bot.personId))
        if (own.kind !== "note" && own.kind !== "talk" && own.state === "visible" && narrower(own.shared, deed.to))
          await send("share", { with: deed.to }, own.id);
      return;
    case "vote": {
      const insightId = insights[deed.nth];
      if (!insightId) return;
      const choice = chance.pick(["agree", "agree", "agree", "disagree", "skip", "not-my-field"]) ?? "skip";
      const fit = choice === "agree" ? (chance.pick(["fits", "fits", "conditions"]) ?? "") : choice === "disagree" ? "not" : "";
      const said = chance.next() < 0.25;
      const text = (fit === "conditions" ? words.condition : words.example)[(bot.n + deed.nth) % words.condition.length] ?? "";
      const id = idFrom([dialogue.id, bot.personId, insightId]);
      const own = said && fit === "conditions" ? { condition: text } : said && fit === "not" ? { example: text } : {};
      return send("ballot", { insight: insightId, choice, fit, id, step: step.id, ...own });
    }
    case "recognise": {
      const other = chance.pick(await othersNeeds(db, at, bot));
      return other ? send("back", { stands: "1" }, other) : undefined;
    }
    case "mark": {
      const need = chance.pick(await needsToMark(db, at, bot));
      return need ? send("mark", { need, on: "1" }) : undefined;
    }
    case "mark-theme": {
      const given = db.select({ id: themeMark.themeId }).from(themeMark).where(eq(themeMark.personId, bot.personId));
      const themes = await db
        .select({ id: theme.id })
        .from(theme)
        .where(and(eq(theme.dialogueId, dialogue.id), sql`${theme.id} not in ${given}`));
      const one = chance.pick(themes);
      return one ? send("mark", { theme: one.id, on: "1" }) : undefined;
    }
    case "topic": {
      const topic = chance.pick(step.topics);
      return topic ? send("choose-topic", { topic }) : undefined;
    }
    case "together":
    case "bring": {
      const [one, other] = await needsOnTable(db, writer);
      if (!one) return;
      if (deed.do === "bring") return send("bring", { need: one, on: "1" });
      return other ? send("together", { need: [one, other] }) : undefined;
    }
    case "propose": {
      const text = words.insight[bot.n % words.insight.length] ?? "";
      return send("propose", { id: idFrom([dialogue.id, bot.personId, "insight"]), text });
    }
    case "ask-floor":
      return send("floor", { doen: "ask", how: bot.n % 2 === 0 ? "text" : "aloud" });
    case "leave-floor":
      return send("floor", { doen: "leave" });
    case "help":
      return send("help", { text: words.help });
    case "notes":
    case "confirm": {
      const table = await ledTable(db, writer);
      return table ? send(deed.do === "notes" ? "take-notes" : "confirm-notes", { group: table.id }) : undefined;
    }
  }
}

/** The browsers of bots show at once where they sit. */
export async function seeSeats(db: Db, { dialogue, session }: Rehearsal, now: typeof steps.$inferSelect): Promise<void> {
  const groupingId = await groupingOf(db, session.id, now);
  if (!groupingId) return;
  const rows = await db
    .select()
    .from(seat)
    .where(and(eq(seat.groupingId, groupingId), ne(seat.version, seat.seenVersion)));
  for (const { groupId, personId, version } of rows)
    await seatSeen(db, { dialogueId: dialogue.id, sessionId: session.id, personId, groupId }, version);
}

const narrower = (shared: Circle, to: "group" | "all"): boolean => shared === "private" || (shared === "group" && to === "all");

/** The table of who does there what one does for all. */
async function ledTable(db: Db, writer: Writer) {
  const table = await seatHere(db, writer);
  return table?.members[0] === writer.personId ? table : null;
}

/** What lies on the table of who leads there, the oldest first. */
async function needsOnTable(db: Db, writer: Writer): Promise<ContributionId[]> {
  const table = await ledTable(db, writer);
  if (!table) return [];
  const { id, kind, groupId, shared, state, number } = contribution;
  const lying = and(eq(groupId, table.id), eq(kind, "need"), ne(shared, "private"), eq(state, "visible"));
  const rows = await db.select({ id }).from(contribution).where(lying).orderBy(number);
  return rows.map((row) => row.id);
}

/** Needs of others on the own table that were not recognised yet. */
async function othersNeeds(db: Db, { found: { dialogue, session } }: At, bot: Bot): Promise<string[]> {
  const table = await seatHere(db, { dialogueId: dialogue.id, sessionId: session.id, personId: bot.personId });
  if (!table) return [];
  const backed = db.select({ id: backing.contributionId }).from(backing).where(eq(backing.personId, bot.personId));
  const rows = await db
    .select({ id: contribution.id })
    .from(contribution)
    .where(
      and(
        matches(contribution, { groupId: table.id, kind: "need" }),
        ne(contribution.shared, "private"),
        ne(contribution.personId, bot.personId),
        sql`${contribution.id} not in ${backed}`,
      ),
    )
    .orderBy(contribution.number);
  return rows.map(({ id }) => id);
}

async function needsToMark(db: Db, { found: { session } }: At, bot: Bot): Promise<string[]> {
  const marked = db.select({ id: mark.contributionId }).from(mark).where(eq(mark.personId, bot.personId));
  const rows = await db
    .select({ id: contribution.id })
    .from(contribution)
    .where(
      and(
        matches(contribution, { sessionId: session.id, kind: "need", shared: "all" }),
        sql`${contribution.id} not in ${marked}`,
      ),
    )
    .orderBy(contribution.number);
  return rows.map(({ id }) => id);
}

/** The same thing has the same id, so that done twice it is kept once. */
export function idFrom(parts: readonly string[]): string {
  const hash = createHash("sha256").update(parts.join(" ")).digest("hex");
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
