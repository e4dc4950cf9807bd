import { and, eq, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { rolesOf } from "../../dialogue/people/members.server.ts";
import { findPersonByMail } from "../../dialogue/people/people.server.ts";
import { membership, oidcAccount } from "../../dialogue/people/tables.ts";
import { person } from "../../dialogue/tables.ts";
import { change, type Db, INSTALLATION, type Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { OidcSettings } from "../../platform/http/oidc-settings.ts";
import type { PersonId } from "../../platform/ids.ts";
import { type Arrival, letIn } from "./let-in.server.ts";
import type { Claims } from "./oidc-client.server.ts";

const given = ["administrator", "organiser"] as const;
type Given = (typeof given)[number];

/** The roles in the installation that claims give; null when claims have no say in it. */
function rolesFrom(settings: Pick<OidcSettings, "roles">, groups: readonly string[]): readonly Given[] | null {
  const { roles } = settings;
  return roles && given.filter((role) => roles[role].some((word) => groups.includes(word)));
}

/**
 * Signs in who the organisation says it is: by its own word for them; the first time by their mail address, as somebody invited them;
 * and where claims give roles, also who was never here.
 * @returns the secret for the cookie, or null when they have no role here
 */
export async function signInByClaims(
  db: Db,
  settings: OidcSettings,
  claims: Claims,
  arrival: Arrival & { readonly locale: "nl" | "en" },
): Promise<string | null> {
  const deed = { actor: "visitor", what: "sign-in.use", subject: { kind: "installation", id: INSTALLATION } } as const;
  return change(db, { scope: INSTALLATION, ...deed }, async (tx, { unchanged }) => {
    const roles = rolesFrom(settings, claims.groups);
    const personId = await whoIs(tx, settings.issuer, claims, roles !== null && roles.length > 0 ? arrival.locale : null);
    if (!personId) return unchanged(null);
    if (roles) await giveRoles(tx, personId, roles);
    await acceptAll(tx, personId);
    // What claims took away stays taken away, whether they come in or not.
    if ((await rolesOf(tx, personId)).length === 0) return null;
    return letIn(tx, personId, arrival);
  });
}

/** @param make the language of somebody new; null: nobody new is made */
async function whoIs(
  tx: Tx,
  issuer: string,
  { subject, mail, name }: Claims,
  make: "nl" | "en" | null,
): Promise<PersonId | null> {
  const [known] = await tx
    .select({ id: person.id })
    .from(oidcAccount)
    .innerJoin(person, eq(person.id, oidcAccount.personId))
    .where(and(matches(oidcAccount, { issuer, subject }), isNull(person.erasedAt)));
  if (known) return known.id;
  if (!mail) return null;
  const found = await findPersonByMail(tx, mail);
  // An address that is tied to another account of theirs may have been given to somebody else since.
  const taken = found && (await tx.$count(oidcAccount, matches(oidcAccount, { issuer, personId: found.id }))) > 0;
  if (taken || (!found && !make)) return null;
  const [made] = found
    ? [found]
    : await tx
        .insert(person)
        .values({ mail, name, locale: make ?? "nl" })
        .returning({ id: person.id });
  if (!made) return null;
  await tx.insert(oidcAccount).values({ issuer, subject, personId: made.id });
  return made.id;
}

/** What the claims say holds for both roles; but the last administrator stays, or nobody could mend a wrong setting. */
async function giveRoles(tx: Tx, personId: PersonId, roles: readonly Given[]): Promise<void> {
  const here = and(isNull(membership.dialogueId), isNull(membership.endedAt));
  const have = await tx
    .select({ id: membership.id, role: membership.role })
    .from(membership)
    .where(and(here, eq(membership.personId, personId), inArray(membership.role, [...given])));
  const lacking = roles.filter((role) => !have.some((one) => one.role === role));
  if (lacking.length > 0) await tx.insert(membership).values(lacking.map((role) => ({ personId, role, acceptedAt: sql`now()` })));
  const others = and(
    here,
    isNotNull(membership.acceptedAt),
    eq(membership.role, "administrator"),
    ne(membership.personId, personId),
  );
  const isLast = (await tx.$count(membership, others)) === 0;
  const gone = have.filter(({ role }) => !roles.includes(role as Given) && !(role === "administrator" && isLast));
  if (gone.length > 0)
    await tx
      .update(membership)
      .set({ endedAt: sql`now()` })
      .where(
        inArray(
          membership.id,
          gone.map(({ id }) => id),
        ),
      );
}

/** Their address is proved: an invitation to it needs no link any more. */
async function acceptAll(tx: Tx, personId: PersonId): Promise<void> {
  await tx
    .update(membership)
    .set({ acceptedAt: sql`now()` })
    .where(and(eq(membership.personId, personId), isNull(membership.acceptedAt), isNull(membership.endedAt)));
}
