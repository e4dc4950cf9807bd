import { data } from "react-router";
import { servicesContext, visitContext } from "../../../dialogue/access/context.server.ts";
import { askNewKey } from "../../../dialogue/people/passkeys.server.ts";
import type { Route } from "./+types/mine-keys-ask.route.ts";

export const loader = () => Response.json(null);

export async function action({ context }: Route.ActionArgs) {
  const { guest } = context.get(visitContext);
  if (!guest) throw data("link", { status: 401 });
  const { db, environment } = context.get(servicesContext);
  const site = { origin: environment.origin, name: environment.siteName };
  return Response.json(await askNewKey(db, site, { personId: guest.personId, kind: "participant" }));
}
