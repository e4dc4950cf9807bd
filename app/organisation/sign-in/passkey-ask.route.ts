import { askedBySignedIn } from "../../dialogue/access/asked.server.ts";
import { askNewKey } from "../../dialogue/people/passkeys.server.ts";
import type { Route } from "./+types/passkey-ask.route.ts";

export const loader = () => Response.json(null);

export async function action({ context }: Route.ActionArgs) {
  const { team, db, environment } = askedBySignedIn(context);
  return Response.json(
    await askNewKey(db, { origin: environment.origin, name: environment.siteName }, { ...team, kind: "team" }),
  );
}
