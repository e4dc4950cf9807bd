import { data, Form, redirect } from "react-router";
import { z } from "zod";
import { servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { installationWords } from "../../dialogue/messages/installation.ts";
import { useWords } from "../../language/words.ts";
import { readForm } from "../../platform/http/form.ts";
import { cleanLine, textLength } from "../../platform/text.ts";
import { replaceAreas, tryAreas } from "../../prepare/areas/areas.server.ts";
import { Button } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Route } from "./+types/areas-file.route.ts";
import { AreaFileForm } from "./area-file-form.tsx";

const form = z.object({
  source: z
    .string({ error: "missing" })
    .transform(cleanLine)
    .refine((source) => source !== "", "missing")
    .refine((source) => textLength(source) <= 200, "long"),
});
const mostShown = 50;

export const loader = () => null;

/** First the dry run of a file; sent back as text, and confirmed, it is done. */
export async function action({ context, request }: Route.ActionArgs) {
  const { team } = context.get(visitContext);
  const { db } = context.get(servicesContext);
  if (!team) throw data("forbidden", { status: 403 });
  const sent = await request.formData();
  const read = readForm(form, sent);
  const typed = { source: String(sent.get("source") ?? "") };
  const wrong = (errors: Readonly<Record<string, string>>) => data({ status: "wrong" as const, errors, typed }, { status: 422 });
  const confirmed = sent.get("text");
  const file = sent.get("file");
  const bytes =
    typeof confirmed === "string"
      ? new TextEncoder().encode(confirmed)
      : file instanceof File && file.size > 0
        ? await file.bytes()
        : null;
  if (!read.ok || bytes === null)
    return wrong({ ...(read.ok ? {} : read.errors), ...(bytes === null ? { file: "missing" } : {}) });
  const outcome = await tryAreas(db, bytes);
  if (outcome.status === "not-text") return wrong({ file: "not-text" });
  if (outcome.status === "problems")
    return data(
      { status: "problems" as const, problems: outcome.problems.slice(0, mostShown), total: outcome.problems.length, typed },
      { status: 422 },
    );
  if (typeof confirmed === "string") {
    await replaceAreas(db, team.personId, outcome.areas, read.value.source);
    return redirect("/beheer/gebieden?vervangen", 303);
  }
  const { text, counts, fresh, gone } = outcome;
  return data({ status: "ready" as const, text, counts, fresh, gone, typed });
}

export default function AreasFile({ actionData }: Route.ComponentProps) {
  const m = useWords(installationWords).areas;
  if (!actionData || actionData.status === "wrong")
    return (
      <>
        <title>{m.replace}</title>
        <h1>{m.replace}</h1>
        <AreaFileForm typed={actionData?.typed ?? {}} errors={actionData?.errors} />
      </>
    );
  if (actionData.status === "problems")
    return (
      <>
        <title>{m.replace}</title>
        <h1>{m.replace}</h1>
        <Notice variant="error" live="at-once">
          {m.wrongTitle}
        </Notice>
        <DataTable
          caption={m.wrongTitle}
          captionHidden
          narrow="stack"
          columns={[
            { key: "row", head: m.row, numeric: true },
            { key: "column", head: m.column },
            { key: "value", head: m.value },
            { key: "remedy", head: m.remedy },
          ]}
          rows={actionData.problems.map(({ row, column, value, code }) => ({
            key: `${row} ${column} ${code}`,
            cells: { row, column, value: value.slice(0, 80), remedy: m.codes[code] },
          }))}
        />
        {actionData.total > actionData.problems.length && <p>{m.more({ n: actionData.total - actionData.problems.length })}</p>}
        <AreaFileForm typed={actionData.typed} errors={undefined} />
      </>
    );
  const { counts, fresh, gone, text, typed } = actionData;
  return (
    <>
      <title>{m.tryTitle}</title>
      <h1>{m.tryTitle}</h1>
      <dl className="facts">
        {(["province", "municipality", "district", "focus"] as const).map((kind) => (
          <div key={kind}>
            <dt>{m.kinds[kind]}</dt>
            <dd>{counts[kind]}</dd>
          </div>
        ))}
      </dl>
      <ul>
        <li>{m.fresh({ n: fresh })}</li>
        <li>{m.gone({ n: gone })}</li>
      </ul>
      <p>
        {m.source}: {typed.source}
      </p>
      <Form method="post" action="/beheer/gebieden/bestand">
        <input type="hidden" name="source" value={typed.source} />
        <input type="hidden" name="text" value={text} />
        <div className="actions">
          <Button>{m.confirm}</Button>
          <TextLink to="/beheer/gebieden">{m.cancel}</TextLink>
        </div>
      </Form>
    </>
  );
}
