import { and, eq, isNull, sql } from "drizzle-orm";
import { findLink, mintLink, spendLink } from "../../dialogue/people/links.server.ts";
import { rolesOf } from "../../dialogue/people/members.server.ts";
import { personOf } from "../../dialogue/people/people.server.ts";
import { link, membership } from "../../dialogue/people/tables.ts";
import { change, type Db, INSTALLATION } from "../../platform/database/change.server.ts";
import type { PersonId } from "../../platform/ids.ts";

/** Makes a new claim link; an older one ends. @returns the secret */
export async function makeClaim(db: Db): Promise<string> {
  return change(
    db,
    { scope: INSTALLATION, actor: "command", what: "claim.make", subject: { kind: "installation", id: INSTALLATION } },
    async (tx) => {
      await tx
        .update(link)
        .set({ endedAt: sql`now()` })
        .where(and(eq(link.kind, "claim"), isNull(link.endedAt), isNull(link.usedAt)));
      return mintLink(tx, "claim", {});
    },
  );
}

export async function isClaimed(db: Db): Promise<boolean> {
  const rows = await db.select({ id: membership.id }).from(membership).where(isNull(membership.dialogueId)).limit(1);
  return rows.length > 0;
}

export async function findClaim(db: Db, token: string): Promise<boolean> {
  const found = await findLink(db, "claim", token);
  return found !== null && found.usedAt === null;
}

/** The holder becomes administrator and organiser of the installation. @returns null when the link was used or ended */
export async function spendClaim(
  db: Db,
  token: string,
  who: { name: string; mail: string; locale: "nl" | "en" },
): Promise<PersonId | null> {
  return change(
    db,
    { scope: INSTALLATION, actor: "visitor", what: "claim.use", subject: { kind: "installation", id: INSTALLATION } },
    async (tx) => {
      if (!(await spendLink(tx, "claim", token))) return null;
      const personId = await personOf(tx, who.mail, who.name, who.locale);
      const held = await rolesOf(tx, personId);
      for (const role of ["administrator", "organiser"] as const)
        if (!held.some((one) => one.role === role && one.dialogueId === null))
          await tx.insert(membership).values({ personId, role, acceptedAt: sql`now()` });
      return personId;
    },
  );
}
