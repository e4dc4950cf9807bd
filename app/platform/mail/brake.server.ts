import { and, count, gt, inArray, sql } from "drizzle-orm";
import { change, type Db, INSTALLATION, type Reader, systemDeed } from "../database/change.server.ts";
import { matches } from "../database/matches.server.ts";
import { audit } from "../database/tables.ts";
import { Refused } from "../http/refused.ts";
import type { PersonId } from "../ids.ts";
import type { LetterKind } from "./kinds.ts";
import { mail } from "./tables.ts";

/** Mail that a visitor can cause for an address that may be somebody else's. */
const ofVisitors: readonly LetterKind[] = [
  "team.sign-in",
  "registration.confirm",
  "registration.link",
  "registration.device",
  "registration.substitute",
];
const visitorsMailAnHour = 600;
const perAddressAnHour = 5;
const anHourAgo = sql`now() - interval '1 hour'`;

/**
 * Holds visitors back when together they made more mail within the hour than a call can explain.
 * The administrator reads the audit line `mail.brake`, one an hour.
 * @throws Refused "mail-brake" (429)
 */
export async function brakeVisitors(db: Db, most = visitorsMailAnHour): Promise<void> {
  const [made] = await db
    .select({ n: count() })
    .from(mail)
    .where(and(inArray(mail.kind, [...ofVisitors]), gt(mail.createdAt, anHourAgo)));
  if ((made?.n ?? 0) < most) return;
  const told = await db
    .select({ seq: audit.seq })
    .from(audit)
    .where(and(matches(audit, { scope: INSTALLATION, what: "mail.brake" }), gt(audit.at, anHourAgo)))
    .limit(1);
  if (told.length === 0) await change(db, systemDeed(INSTALLATION, "mail.brake", "installation", INSTALLATION), async () => {});
  throw new Refused("mail-brake", 429);
}

/**
 * When the next mail of a kind may go to an address: at once, a minute after the last, or not within this hour.
 * @returns null when there were too many
 */
export async function nextFor(db: Reader, personId: PersonId, kind: LetterKind, now: Date): Promise<Date | null> {
  const [recent] = await db
    .select({ n: count(), last: sql<string | null>`max(${mail.dueAt})` })
    .from(mail)
    .where(and(matches(mail, { personId, kind }), gt(mail.createdAt, anHourAgo)));
  if (!recent || recent.n === 0 || recent.last === null) return now;
  if (recent.n >= perAddressAnHour) return null;
  return new Date(Math.max(now.getTime(), new Date(recent.last).getTime() + 60_000));
}
