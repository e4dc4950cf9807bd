import { data } from "react-router";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { drawPng } from "../../prepare/call/draw.server.ts";
import { shareSvg } from "../../prepare/call/share-picture.ts";
import { findProgramme } from "../../programme/items/programme.server.ts";
import { programmeWords } from "../../programme/messages/programme.ts";
import type { Route } from "./+types/share-programme.route.ts";

/** The picture of a link preview: of which dialogue, how many items, and for how many themes. */
export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue } = context.get(placeContext);
  if (!dialogue?.programmeShownAt) throw data("missing", { status: 404 });
  const { db, environment } = context.get(servicesContext);
  const { items, themes, fields } = await findProgramme(db, dialogue.id);
  const m = programmeWords[context.get(visitContext).locale].page.share;
  const n = items.length;
  const served = themes.filter((one) => one.items.length > 0).length;
  const png = await drawPng(
    shareSvg({
      eyebrow: m.eyebrow,
      title: dialogue.title,
      when: served > 0 ? m.themes({ n: served }) : "",
      site: environment.siteName,
      shapes: fields.map(({ shape }) => shape),
      figure: n > 0 ? { n: String(n), word: m.itemsWord({ n }) } : null,
    }),
  );
  return new Response(png, {
    headers: {
      "content-type": "image/png",
      "cache-control": "public, max-age=3600",
      "cross-origin-resource-policy": "cross-origin",
    },
  });
}
