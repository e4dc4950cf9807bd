import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { publishedPage } from "../publish/published.server.ts";
import type { Route } from "./+types/slide.route.ts";
import { pictureAnswer } from "./picture.server.ts";
import { slideSvg } from "./slide.server.ts";

/** A theme as a picture: `1.png` for the first. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { db, environment } = context.get(servicesContext);
  const page = await publishedPage(db, context.get(placeContext).dialogue, params.number);
  const [, number, ending] = /^([1-9]\d{0,3})\.(svg|png)$/.exec(params.slide) ?? [];
  const address = `${environment.origin}/verslag/${page.slug}/${page.number}`;
  const svg = number ? slideSvg(page, Number(number) - 1, address, context.get(visitContext).locale) : null;
  return pictureAnswer(svg, ending);
}
