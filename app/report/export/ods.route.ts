import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { fileAnswer, publishedPage } from "../publish/published.server.ts";
import type { Route } from "./+types/ods.route.ts";
import { odsFile, typeOf } from "./package.server.ts";

export async function loader({ context, params }: Route.LoaderArgs) {
  const page = await publishedPage(context.get(servicesContext).db, context.get(placeContext).dialogue, params.number);
  return fileAnswer(await odsFile(page, context.get(visitContext).locale), typeOf("ods"), page, "ods");
}
