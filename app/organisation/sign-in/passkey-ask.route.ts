import { data } from "react-router";
import { servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { askNewKey } from "../../dialogue/people/passkeys.server.ts";
import type { Route } from "./+types/passkey-ask.route.ts";

export const loader = () => Response.json(null);

export async function action({ context }: Route.ActionArgs) {
  const { team } = context.get(visitContext);
  if (!team) throw data("missing", { status: 404 });
  const { db, environment } = context.get(servicesContext);
  return Response.json(
    await askNewKey(db, { origin: environment.origin, name: environment.siteName }, { ...team, kind: "team" }),
  );
}
