import { data, redirect } from "react-router";
import { placeContext, servicesContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import { Pages } from "../../ui/layout/pages.tsx";
import { perPage } from "../gather/lists.ts";
import { edition } from "../publish/edition.ts";
import { findKept, versionNumber } from "../publish/page.server.ts";
import type { Route } from "./+types/appendix.route.ts";
import { findAppendix, findPlace } from "./appendix.server.ts";
import { AppendixList, useListTitle } from "./appendix-list.tsx";
import { appendixWords } from "./messages/appendix.ts";
import "./report.css";

export const handle = { script: false };

/** `?nummer=47` leads to where that contribution stands, in the report or here. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { dialogue } = context.get(placeContext);
  const { db } = context.get(servicesContext);
  const number = versionNumber(params.number);
  if (!dialogue || number === null) throw data("missing", { status: 404 });
  const asked = new URL(request.url).searchParams;
  const typed = (asked.get("nummer") ?? "").trim().slice(0, 20);
  const wanted = /^(?:#|nr\.?|bijdrage)?\s*(\d{1,7})$/i.exec(typed)?.[1];
  const place = wanted === undefined ? null : await findPlace(db, dialogue, number, Number(wanted));
  if (place !== null) throw redirect(place);
  const at = Math.min(Math.max(1, Math.trunc(Number(asked.get("pagina"))) || 1), 100_000);
  const found = await findAppendix(db, dialogue, number, { list: asked.get("lijst"), at });
  if (!found) throw data("missing", { status: 404 });
  const newest = (await findKept(db, dialogue))?.number === number;
  return { ...shownOf(found), newest, missing: typed };
}

/** Of a long report no more than this page says. */
function shownOf({ page, shown, list, ...rest }: NonNullable<Awaited<ReturnType<typeof findAppendix>>>) {
  const { content, ...own } = page;
  const here = new Set(shown.map(({ id }) => id));
  const themes = content.themes
    .filter(({ needs }) => list?.part.startsWith("thema-") !== true && needs.some(({ id }) => here.has(id)))
    .map(({ id, name, needs }) => ({ id, name, needs: needs.filter((one) => here.has(one.id)).map((one) => one.id) }));
  const named = content.themes.find(({ id }) => list?.part === `thema-${id}`)?.name ?? null;
  const sentence = list?.sentence?.parts ?? null;
  return { ...rest, page: own, shown, themes, title: content.title, list: list && { part: list.part, theme: named, sentence } };
}

export default function Appendix({ loaderData }: Route.ComponentProps) {
  const { page, shown, themes, title, list, all, at, more, newest, missing } = loaderData;
  const m = useWords(appendixWords);
  const report = `/verslag/${page.slug}/${page.number}`;
  const here = `${report}/bijdragen`;
  const heading = useListTitle(list);
  const from = (at - 1) * perPage + 1;
  const to = (number: number) => `${here}?${list ? `lijst=${list.part}&` : ""}pagina=${number}`;
  return (
    <PublicFrame footer={<a href={report}>{m.back}</a>}>
      <title>{m.pageTitle({ title: heading, of: title })}</title>
      <meta name="robots" content="noindex" />
      <div className="report">
        <p className="eyebrow">
          <a href={report}>
            <Written>{title}</Written>
          </a>
        </p>
        <h1>{heading}</h1>
        <p className="lead">{m.lead({ version: edition(page.number) })}</p>
        <form method="get" action={here} className="pick-thread no-print">
          <TextField
            name="nummer"
            label={m.number}
            inputMode="numeric"
            defaultValue={missing}
            error={missing ? m.missing({ number: missing }) : undefined}
          />
          <Button variant="secondary">{m.find}</Button>
        </form>
        <p>
          {m.range({ from, to: from + shown.length - 1, of: all })} {list ? m.order.report : m.order.number}
        </p>
        <AppendixList page={page} shown={shown} themes={themes} report={report} threads={newest} />
        <Pages page={at} more={more} to={to} words={{ older: m.next, newer: m.previous }} />
        <p className="row-actions no-print">
          <a href={report}>{m.back}</a>
          {list ? <a href={here}>{m.all}</a> : null}
        </p>
      </div>
    </PublicFrame>
  );
}
