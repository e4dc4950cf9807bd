import { data } from "react-router";
import { z } from "zod";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import type { FileId } from "../../platform/ids.ts";
import { memberOf } from "../people/viewer.server.ts";
import type { Route } from "./+types/file.route.ts";
import { filesOf } from "./file-tools.server.ts";
import { readFile } from "./files.server.ts";

/** A file of the library, apart from every page: it is saved and never shown, and no browser guesses what it is. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const place = context.get(placeContext);
  const visit = context.get(visitContext);
  const { dialogue, roles } = place;
  const id = z.uuid().safeParse(params.file);
  if (!dialogue || !id.success) throw data("missing", { status: 404 });
  const services = context.get(servicesContext);
  const team = roles.has("organiser") || roles.has("analyst") || roles.has("facilitator");
  const me = team ? null : await memberOf(services.db, visit, place, "practice");
  const as = { team, personId: me?.at.personId ?? null };
  const found = await readFile(services.db, filesOf(services.environment).store, dialogue.id, id.data as FileId, as);
  if (!found) throw data("missing", { status: 404 });
  return new Response(new Uint8Array(found.bytes), {
    headers: {
      "Content-Type": found.type,
      "Content-Length": String(found.bytes.length),
      "Content-Disposition": `attachment; filename="${found.name.replace(/[^\x20-\x7e]|["\\]/g, "_")}"; filename*=UTF-8''${encodeURIComponent(found.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`,
      "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
      "X-Content-Type-Options": "nosniff",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Cache-Control": "private, no-store",
    },
  });
}
