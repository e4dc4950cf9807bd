import type { Reader } from "../../platform/database/change.server.ts";
import type { PersonId } from "../../platform/ids.ts";
import { rolesOf } from "./members.server.ts";
import type { TeamRole } from "./role.ts";
import type { SignInWay } from "./sign-in-way.ts";

/**
 * Whether somebody has to show a passkey before anything of a team opens: one of their roles, in whichever dialogue, asks it, and
 * they came by a link. Who signed in at the organisation has shown what the organisation asks.
 */
export async function lacksKey(
  db: Reader,
  { passkeyFor }: { readonly passkeyFor: readonly TeamRole[] },
  { personId, way }: { readonly personId: PersonId; readonly way: SignInWay | null },
): Promise<boolean> {
  if (passkeyFor.length === 0 || way === "passkey" || way === "oidc") return false;
  return (await rolesOf(db, personId)).some(({ role }) => passkeyFor.includes(role));
}
