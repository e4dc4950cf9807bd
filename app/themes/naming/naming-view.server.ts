import { and, count, desc, eq, inArray, or, sql } from "drizzle-orm";
import { forAll } from "../../contribution/reading.server.ts";
import { contribution, placement } from "../../contribution/tables.ts";
import { session } from "../../dialogue/tables.ts";
import { fewest } from "../../disclosure/kept-rows.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId, PersonId, SessionId } from "../../platform/ids.ts";
import { nameChoice, theme, themeNaming } from "../tables.ts";
import { type NamingRow, optionsIn } from "./naming.server.ts";
import { type NamingView, openStates, toldChoices } from "./naming.ts";

/**
 * The naming that goes on in a session, or the one that ended with a name in the step at hand.
 * @param me whose own choice and proposals it tells; null for a screen that everybody sees
 */
export async function readNaming(db: Reader, sessionId: SessionId, me: PersonId | null): Promise<NamingView | null> {
  const [found] = await db
    .select({ naming: themeNaming, theme })
    .from(themeNaming)
    .innerJoin(session, eq(session.id, themeNaming.sessionId))
    .innerJoin(theme, eq(theme.id, themeNaming.themeId))
    .where(
      and(
        eq(themeNaming.sessionId, sessionId),
        eq(session.state, "live"),
        or(
          inArray(themeNaming.state, [...openStates]),
          and(eq(themeNaming.state, "adopted"), sql`${themeNaming.endedAt} >= ${session.stepStartedAt}`),
        ),
      ),
    )
    .orderBy(desc(themeNaming.openedAt))
    .limit(1);
  if (!found) return null;
  const { naming } = found;
  const [options, choices, central, [needs]] = await Promise.all([
    optionsIn(db, naming, me),
    choicesIn(db, naming),
    centralOf(db, naming),
    db
      .select({ n: count() })
      .from(placement)
      .innerJoin(contribution, and(eq(contribution.id, placement.contributionId), eq(contribution.state, "visible")))
      .where(eq(placement.themeId, naming.themeId)),
  ]);
  const keys = new Set<string>(options.map(({ key }) => key));
  const counted = new Map(options.map(({ key }): [string, number] => [key, 0]));
  for (const { option } of choices) if (keys.has(option)) counted.set(option, (counted.get(option) ?? 0) + 1);
  const people = [...counted.values()].reduce((all, n) => all + n, 0);
  const mine = choices.find(({ personId }) => personId === me)?.option;
  return {
    id: naming.id,
    state: naming.state,
    theme: {
      id: found.theme.id,
      name: found.theme.name,
      description: found.theme.description,
      needs: needs?.n ?? 0,
    },
    before: naming.before,
    central,
    options,
    chosen: mine !== undefined && keys.has(mine) ? mine : null,
    proposals: options.filter(({ origin }) => origin === "people").length,
    told: naming.state === "closed" || naming.state === "adopted" ? toldChoices(counted) : null,
    people: naming.state === "choosing" && people >= fewest ? people : null,
    adopted: naming.adopted,
  };
}

const choicesIn = (db: Reader, { id }: NamingRow) =>
  db.select({ personId: nameChoice.personId, option: nameChoice.option }).from(nameChoice).where(eq(nameChoice.namingId, id));

async function centralOf(db: Reader, { centralIds }: NamingRow) {
  if (centralIds.length === 0) return [];
  const rows = await db
    .select({ id: contribution.id, text: contribution.text })
    .from(contribution)
    .where(and(inArray(contribution.id, centralIds), eq(contribution.state, "visible"), forAll));
  return centralIds.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

/** The themes that can be named, with how many needs each has, and whether the plenary named it in this session already. */
export async function themesToName(db: Reader, { dialogueId, sessionId }: { dialogueId: DialogueId; sessionId: SessionId }) {
  return db
    .select({
      id: theme.id,
      name: theme.name,
      // of one table drizzle writes no names before its columns
      needs: sql<number>`(select count(*)::int from placement p join contribution c on c.id = p.contribution_id and c.state = 'visible' where p.theme_id = theme.id)`,
      named: sql<boolean>`exists (select 1 from theme_naming n where n.theme_id = theme.id and n.session_id = ${sessionId} and n.state = 'adopted')`,
    })
    .from(theme)
    .where(and(eq(theme.dialogueId, dialogueId), sql`${theme.mergedInto} is null and ${theme.removedAt} is null`))
    .orderBy(theme.position, theme.id);
}
