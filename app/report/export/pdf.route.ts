import { data } from "react-router";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { fileAnswer, publishedPage } from "../publish/published.server.ts";
import type { Route } from "./+types/pdf.route.ts";
import { canSetPdf, pdfFile } from "./pdf.server.ts";

export async function loader({ context, params }: Route.LoaderArgs) {
  if (!canSetPdf()) throw data("missing", { status: 404 });
  const { db, environment } = context.get(servicesContext);
  const page = await publishedPage(db, context.get(placeContext).dialogue, params.number);
  return fileAnswer(await pdfFile(page, context.get(visitContext).locale, environment.siteName), "application/pdf", page, "pdf");
}
