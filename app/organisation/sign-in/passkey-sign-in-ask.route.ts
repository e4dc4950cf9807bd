import { servicesContext } from "../../dialogue/access/context.server.ts";
import { askKey } from "../../dialogue/people/passkeys.server.ts";
import type { Route } from "./+types/passkey-sign-in-ask.route.ts";

export const loader = () => Response.json(null);

export async function action({ context }: Route.ActionArgs) {
  const { db, environment } = context.get(servicesContext);
  return Response.json(await askKey(db, { origin: environment.origin, name: environment.siteName }));
}
