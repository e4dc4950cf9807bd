import { servicesContext, visitContext } from "../../../dialogue/access/context.server.ts";
import { registrationWords } from "../messages/registration.ts";
import type { Route } from "./+types/area-search.route.ts";
import { suggestAreas } from "./area-search.server.ts";

/** Suggestions for the area field, as JSON. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const typed = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 80);
  const kinds = registrationWords[context.get(visitContext).locale].areaKinds;
  const found = await suggestAreas(context.get(servicesContext).db, typed);
  const suggestions = found.map(({ code, year, name, everydayName, kind, within }) => ({
    value: `${code}:${year}`,
    label: everydayName ?? name,
    detail: within ? `${kinds[kind]}, ${within}` : kinds[kind],
  }));
  return Response.json(suggestions, { headers: { "Cache-Control": "private, max-age=600" } });
}
