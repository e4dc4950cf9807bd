import { data } from "react-router";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import type { Route } from "./+types/my-data-file.route.ts";
import { findMyData } from "./my-data.server.ts";

export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue } = context.get(placeContext);
  const { guest } = context.get(visitContext);
  if (!dialogue || !guest?.confirmed) throw data("link", { status: 401 });
  const sections = await findMyData(context.get(servicesContext).db, guest.personId);
  const body = Object.fromEntries(sections.map(({ name, rows }) => [name, rows]));
  return new Response(`${JSON.stringify(body, null, 2)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="mijn-gegevens.json"',
    },
  });
}
