import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { documentOf } from "../document/document.server.ts";
import { fileAnswer, publishedPage } from "../publish/published.server.ts";
import type { Route } from "./+types/markdown.route.ts";
import { markdownOf } from "./markdown.ts";

export async function loader({ context, params }: Route.LoaderArgs) {
  const page = await publishedPage(context.get(servicesContext).db, context.get(placeContext).dialogue, params.number);
  const text = markdownOf(documentOf(page, context.get(visitContext).locale));
  return fileAnswer(text, "text/markdown; charset=utf-8", page, "md");
}
