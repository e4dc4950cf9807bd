import { data, redirect } from "react-router";
import { askedBySignedIn } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import { errorLines, errorOf } from "../../platform/http/error-words.ts";
import { readForm } from "../../platform/http/form.ts";
import { dateTime } from "../../platform/time.ts";
import { Button } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { Notice } from "../../ui/notice.tsx";
import { retentionWords } from "../messages/retention.ts";
import type { Route } from "./+types/retention.route.ts";
import { HoldList } from "./hold-list.tsx";
import { countDue, hold, lastRuns, listHolds, readTerms, saveTerms } from "./retention.server.ts";
import { retentionForm, retentionKinds } from "./retention.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const [terms, due, dialogues, runs] = await Promise.all([readTerms(db), countDue(db, new Date()), listHolds(db), lastRuns(db)]);
  return { terms, due, dialogues, runs, told: new URL(request.url).searchParams.get("melding") };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { team, db } = askedBySignedIn(context);
  const form = await request.formData();
  const read = readForm(retentionForm, form);
  if (!read.ok) return data({ ...read, guarded: false }, { status: 422 });
  const actor = { person: team.personId };
  const { value: asked } = read;
  if (asked.doen === "terms") {
    const { doen: _, ...terms } = asked;
    await saveTerms(db, actor, terms);
    return redirect("/beheer/bewaren?melding=saved", 303);
  }
  if (asked.doen === "hold" && objection(form, ["reason"])) {
    const typed = { doen: asked.doen, dialogue: asked.dialogue, reason: asked.reason };
    return data({ typed, errors: {}, guarded: true }, { status: 422 });
  }
  const done = await hold(db, actor, asked.dialogue, asked.doen === "hold" ? asked.reason : null);
  return redirect(`/beheer/bewaren?melding=${done ? asked.doen : "as-it-was"}`, 303);
}

export default function Retention({ loaderData, actionData }: Route.ComponentProps) {
  const m = useWords(retentionWords);
  const locale = useLocale();
  const { terms, due, dialogues, runs, told } = loaderData;
  const typed: Readonly<Record<string, string>> = actionData?.typed ?? {};
  const ofTerms = typed.doen === "terms";
  const words = Object.fromEntries(
    retentionKinds.map((kind) => [kind, { number: m.errors.number({ kind: m.kinds[kind].name }) }]),
  );
  const errors = errorLines({ ...words, reason: m.errors.reason }, actionData?.errors);
  const tolds: Readonly<Record<string, string>> = m.told;
  const kindWords: Readonly<Record<string, { readonly name: string }>> = m.kinds;
  return (
    <>
      <title>{m.title}</title>
      <PageHead title={m.title} lead={m.lead} />
      {told && !actionData && Object.hasOwn(tolds, told) && (
        <Notice variant={told === "as-it-was" ? "info" : "success"} live="polite">
          {tolds[told]}
        </Notice>
      )}
      <ErrorSummary heading={m.problem} errors={errors} />
      <Rail id="termijnen" heading={m.terms}>
        <p>{m.termsText}</p>
        <form method="post" noValidate>
          {retentionKinds.map((kind) => (
            <TextField
              key={kind}
              name={kind}
              label={m.kinds[kind].name}
              hint={`${m.kinds[kind].about} ${m.due({ n: due[kind] })}`}
              inputMode="numeric"
              defaultValue={ofTerms ? typed[kind] : terms[kind]}
              error={errorOf(errors, kind)}
              required
            />
          ))}
          <Button name="doen" value="terms">
            {m.save}
          </Button>
        </form>
      </Rail>
      <Rail id="bewaarplicht" heading={m.holds}>
        <p>{m.holdsText}</p>
        <HoldList dialogues={dialogues} typed={typed} error={errorOf(errors, "reason")} guarded={actionData?.guarded ?? false} />
      </Rail>
      <Rail id="gedaan" heading={m.done}>
        {runs.length === 0 ? (
          <p>{m.noneDone}</p>
        ) : (
          <DataTable
            caption={m.done}
            captionHidden
            narrow="stack"
            columns={[
              { key: "at", head: m.when },
              { key: "kind", head: m.what },
              { key: "count", head: m.count, numeric: true },
              { key: "days", head: m.after, numeric: true },
            ]}
            rows={runs.map((run) => ({
              key: String(run.id),
              cells: {
                at: dateTime(run.at, locale),
                kind: kindWords[run.kind]?.name ?? run.kind,
                count: run.count,
                days: m.days({ n: run.days }),
              },
            }))}
          />
        )}
      </Rail>
    </>
  );
}
