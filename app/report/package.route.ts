import { placeContext, servicesContext, visitContext } from "../dialogue/access/context.ts";
import type { Route } from "./+types/package.route.ts";
import { packageFile } from "./package.server.ts";
import { fileAnswer, publishedPage } from "./published.server.ts";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { db, environment } = context.get(servicesContext);
  const page = await publishedPage(db, context.get(placeContext).dialogue, params.number);
  return fileAnswer(
    await packageFile(page, context.get(visitContext).locale, environment.origin),
    "application/zip",
    page,
    "zip",
  );
}
