import { data } from "react-router";
import { placeContext, servicesContext, visitContext } from "../context.ts";
import { blockWords } from "../messages/blocks.ts";
import { reportWords } from "../messages/report.ts";
import { reviewWords } from "../messages/review.ts";
import { dateLong } from "../platform/time.ts";
import type { Route } from "./+types/markdown.route.ts";
import type { Told } from "./live-field.ts";
import { markdownOf } from "./markdown.ts";
import { findReportPage, versionNumber } from "./page.server.ts";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { dialogue } = context.get(placeContext);
  const { locale } = context.get(visitContext);
  const number = versionNumber(params.number);
  if (!dialogue || number === null) throw data("missing", { status: 404 });
  const page = await findReportPage(context.get(servicesContext).db, dialogue, number);
  if (!page?.publishedAt) throw data("missing", { status: 404 });
  const [m, b, r] = [reportWords[locale], blockWords[locale].view, reviewWords[locale].dissent];
  const told = (one: Told) =>
    one.status === "count"
      ? b.told[one.of](one)
      : one.status === "share"
        ? b.told.share(one)
        : one.status === "unknown"
          ? ""
          : b.told[one.status];
  const by = (of: number) => {
    const note = page.content.review?.dissents.find((one) => one.number === of);
    const names = page.dissents.find((one) => one.id === note?.id)?.names ?? [];
    if (note?.under.status === "people") return r.byPeople({ n: note.under.people });
    return note?.under.status === "few" ? r.byFew : names.length > 0 ? r.byNames({ names }) : r.bySome;
  };
  const text = markdownOf(page, {
    sections: m.sections,
    version: `${m.version} ${m.versionOf({ number, date: dateLong(page.publishedAt, locale) })}. SHA-256: ${page.hash ?? ""}`,
    people: m.peopleHead,
    field: m.field,
    withheld: m.withheld,
    gone: b.quoteGone,
    insight: m.practice.number,
    contribution: m.quotes.number,
    theme: m.needs.line,
    told,
    dissent: r.number,
    dissentBy: by,
    answer: r.answer,
    method: m.method.text,
    licence: m.method.licence,
  });
  return new Response(text, {
    headers: {
      "content-type": "text/markdown; charset=utf-8",
      "content-disposition": `attachment; filename="verslag-${dialogue.slug}-${number}.md"`,
    },
  });
}
