import { askedOfDialogue } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { findDraftPage } from "../publish/page.server.ts";
import type { Route } from "./+types/check-json.route.ts";
import { checkData } from "./check-data.ts";
import { reportData } from "./open-data.ts";

export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue } = askedOfDialogue(context);
  const page = await findDraftPage(context.get(servicesContext).db, dialogue, new Date());
  return Response.json(checkData(reportData(page, "")), {
    headers: { "content-disposition": `attachment; filename="praktijktoets-${dialogue.slug}.json"`, "cache-control": "no-store" },
  });
}
