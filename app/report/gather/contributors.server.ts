import { and, isNotNull, isNull, sql } from "drizzle-orm";
import { backing, contribution } from "../../contribution/tables.ts";
import { person, session } from "../../dialogue/tables.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId, PersonId } from "../../platform/ids.ts";
import { ballot, insight } from "../../session/insights/tables.ts";
import { mark } from "../../session/weigh/tables.ts";

/** Everybody with a mail address who wrote, chose, marked or recognised something. */
export async function listContributors(db: Reader, dialogueId: DialogueId): Promise<PersonId[]> {
  const { rows } = await db.execute<{ id: PersonId }>(sql`
    select ${person.id} as id from ${person} where ${and(isNotNull(person.mail), isNull(person.erasedAt))} and ${person.id} in (
      select ${contribution.personId} from ${contribution} where ${contribution.dialogueId} = ${dialogueId}
      union select ${backing.personId} from ${backing} join ${contribution} on ${contribution.id} = ${backing.contributionId}
        where ${contribution.dialogueId} = ${dialogueId}
      union select ${ballot.personId} from ${ballot} join ${insight} on ${insight.id} = ${ballot.insightId}
        where ${insight.dialogueId} = ${dialogueId}
      union select ${mark.personId} from ${mark} join ${session} on ${session.id} = ${mark.sessionId}
        where ${session.dialogueId} = ${dialogueId})
    order by 1`);
  return rows.map(({ id }) => id);
}
