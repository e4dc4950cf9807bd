import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { fileAnswer, publishedPage } from "../publish/published.server.ts";
import type { Route } from "./+types/package.route.ts";
import { packageFile } from "./package.server.ts";

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
