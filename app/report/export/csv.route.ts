import { data } from "react-router";
import { placeContext, servicesContext } from "../../dialogue/access/context.server.ts";
import { writeCsv } from "../../method/text/csv.ts";
import { reportColumns } from "../document/row-columns.ts";
import { reportRows } from "../document/rows.ts";
import { findReportPage, versionNumber } from "../publish/page.server.ts";
import type { Route } from "./+types/csv.route.ts";

/** `?scheiding=puntkomma` for Dutch spreadsheets. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { dialogue } = context.get(placeContext);
  const number = versionNumber(params.number);
  if (!dialogue || number === null) throw data("missing", { status: 404 });
  const page = await findReportPage(context.get(servicesContext).db, dialogue, number);
  if (!page) throw data("missing", { status: 404 });
  const dutch = new URL(request.url).searchParams.get("scheiding") === "puntkomma";
  const text = writeCsv(reportColumns, reportRows(page), dutch ? { separator: ";", decimal: ",", bom: true } : {});
  return new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="verslag-${dialogue.slug}-${number}.csv"`,
    },
  });
}
