import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { publishedPage } from "../publish/published.server.ts";
import type { Route } from "./+types/press.route.ts";
import { pressWords } from "./messages/press.ts";
import { pictureAnswer } from "./picture.server.ts";
import { pressSvg, sourceLine } from "./press-figure.server.ts";
import { pressFigures } from "./press-figure.ts";

/** A figure to print elsewhere: `themas.svg`, `inzicht-3.png`. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { db, environment } = context.get(servicesContext);
  const { locale } = context.get(visitContext);
  const page = await publishedPage(db, context.get(placeContext).dialogue, params.number);
  const [, name, ending] = /^([a-z0-9-]{1,40})\.(svg|png)$/.exec(params.figure) ?? [];
  const figure = pressFigures(page, pressWords[locale]).find((one) => one.name === name);
  const source = sourceLine(page, `${environment.origin}/verslag/${page.slug}/${page.number}`, locale);
  return pictureAnswer(figure ? pressSvg(figure, source) : null, ending);
}
