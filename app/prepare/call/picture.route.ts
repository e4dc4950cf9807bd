import { data } from "react-router";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { dateLong } from "../../platform/time.ts";
import type { Route } from "./+types/picture.route.ts";
import { findCall } from "./calls.server.ts";
import { drawPng } from "./draw.server.ts";
import { callWords } from "./messages/call.ts";
import { shareSvg } from "./share-picture.ts";

/** The picture of a link preview, drawn by the server. */
export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue } = context.get(placeContext);
  if (!dialogue || dialogue.state === "draft") throw data("missing", { status: 404 });
  const { db, environment } = context.get(servicesContext);
  const { locale } = context.get(visitContext);
  const { fields, next } = await findCall(db, dialogue.id);
  const png = await drawPng(
    shareSvg({
      title: dialogue.title,
      when: next ? dateLong(next.startsAt, locale) : "",
      site: environment.siteName,
      eyebrow: callWords[locale].eyebrow,
      shapes: fields.map((one) => one.shape),
    }),
  );
  return new Response(png, {
    headers: {
      "Content-Type": "image/png",
      "Cache-Control": "public, max-age=3600",
      "Cross-Origin-Resource-Policy": "cross-origin",
    },
  });
}
