import { data } from "react-router";
import { drawnContext, placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import small from "../../ui/layout/small.client.ts?worker&url";
import { canSetPdf } from "../export/pdf.server.ts";
import { drawnReport } from "../picture/drawn.server.tsx";
import { publisherOf } from "../publish/listed.server.ts";
import { inScript, schemaOrg } from "../publish/listing.ts";
import { findReadPage, versionNumber } from "../publish/page.server.ts";
import type { ReportPage } from "../publish/page.ts";
import type { Route } from "./+types/report.route.ts";
import { PublicReport } from "./public-report.tsx";

export const handle = { script: false, small };

/** Also of a dialogue that is archived, or took another session: what was published stays to be read. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { dialogue } = context.get(placeContext);
  const number = params.number === undefined ? undefined : versionNumber(params.number);
  if (!dialogue || number === null) throw data("missing", { status: 404 });
  const services = context.get(servicesContext);
  const { db, environment } = services;
  const { locale } = context.get(visitContext);
  const page = await findReadPage(db, dialogue, number);
  if (!page) throw data("missing", { status: 404 });
  context.set(drawnContext, await drawnReport(page, locale, canSetPdf()));
  return {
    origin: environment.origin,
    slug: page.slug,
    title: page.content.title,
    number: page.number ?? 0,
    newest: page.versions[0]?.number ?? page.number ?? 0,
    programme: dialogue.programmeShownAt !== null,
    // a rehearsal is not told of
    told:
      dialogue.rehearsalOf === null && page.publishedAt
        ? inScript(schemaOrg(listedOf(page, page.publishedAt), publisherOf(services)))
        : null,
  };
}

const listedOf = ({ slug, language, number, content: { title, licence } }: ReportPage, publishedAt: Date) => ({
  ...{ slug, title, language, number: number ?? 1, publishedAt, licence },
});

export default function Report({ loaderData }: Route.ComponentProps) {
  return <PublicReport {...loaderData} />;
}
