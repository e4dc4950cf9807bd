import { data } from "react-router";
import { placeContext, servicesContext } from "../../dialogue/access/context.server.ts";
import { findReportPage, versionNumber } from "../publish/page.server.ts";
import { findVersion } from "../publish/reports.server.ts";
import type { Route } from "./+types/json.route.ts";
import { reportData } from "./open-data.ts";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { dialogue } = context.get(placeContext);
  const number = versionNumber(params.number);
  if (!dialogue || number === null) throw data("missing", { status: 404 });
  const { db } = context.get(servicesContext);
  const page = await findReportPage(db, dialogue, number);
  const version = await findVersion(db, dialogue.id, number);
  if (!page || !version) throw data("missing", { status: 404 });
  return Response.json(reportData(page, version.hash), {
    headers: { "content-disposition": `inline; filename="verslag-${dialogue.slug}-${number}.json"` },
  });
}
