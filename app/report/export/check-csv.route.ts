import { askedOfDialogue } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { writeCsv } from "../../method/text/csv.ts";
import { reportColumns } from "../document/row-columns.ts";
import { reportRows } from "../document/rows.ts";
import { findDraftPage } from "../publish/page.server.ts";
import type { Route } from "./+types/check-csv.route.ts";
import { checkRows } from "./check-data.ts";

/** What the practice check comes to, as the next version of the report would tell it; ballots of people are in no file. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue } = askedOfDialogue(context);
  const page = await findDraftPage(context.get(servicesContext).db, dialogue, new Date());
  const dutch = new URL(request.url).searchParams.get("scheiding") === "puntkomma";
  const text = writeCsv(reportColumns, checkRows(reportRows(page)), dutch ? { separator: ";", decimal: ",", bom: true } : {});
  return new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="praktijktoets-${dialogue.slug}.csv"`,
      "cache-control": "no-store",
    },
  });
}
