import { data, Form, redirect } from "react-router";
import { z } from "zod";
import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import { errorLines, fieldOf } from "../../platform/http/error-words.ts";
import { readForm } from "../../platform/http/form.ts";
import type { ContributionId, InsightId } from "../../platform/ids.ts";
import { cleanLine, cleanText, textLength } from "../../platform/text.ts";
import { Button } from "../../ui/button.tsx";
import { CheckboxGroup } from "../../ui/form/choices.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextArea, TextField } from "../../ui/form/text-field.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Refusal } from "../../ui/notice.tsx";
import { Tag } from "../../ui/tag.tsx";
import type { Route } from "./+types/version.route.ts";
import { listInsights } from "./insight-list.server.ts";
import { insightsWords } from "./messages/insights.ts";
import { rewordInsight, wordsWith } from "./versions.server.ts";

const line = (most: number, missing: string | null, long: string) =>
  z
    .string()
    .default("")
    .transform(cleanLine)
    .refine((text) => missing === null || text !== "", missing ?? "")
    .refine((text) => textLength(text) <= most, long);

const form = z.object({
  id: z.uuid("gone"),
  text: line(300, "missing", "too-long"),
  source: line(200, null, "source-long"),
  because: z
    .string()
    .default("")
    .transform(cleanText)
    .refine((text) => text !== "", "because")
    .refine((text) => textLength(text) <= 600, "because-long"),
});

const guarded = ["text", "because"] as const;

export async function loader({ context, params }: Route.LoaderArgs) {
  const { dialogue } = context.get(placeContext);
  const { db } = context.get(servicesContext);
  const id = z.uuid().safeParse(params.insight);
  if (!dialogue || !id.success) throw data("missing", { status: 404 });
  const list = await listInsights(db, dialogue.id);
  const found = list.find((one) => one.id === id.data && one.state === "open");
  if (!found) throw redirect(`/team/${dialogue.slug}/inzichten`, 303);
  return {
    title: dialogue.title,
    slug: dialogue.slug,
    insight: found,
    words: await wordsWith(db, found.id),
    fresh: crypto.randomUUID(),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { dialogue } = context.get(placeContext);
  const { team } = context.get(visitContext);
  const of = z.uuid().safeParse(params.insight);
  if (!dialogue || !team || !of.success) throw data("missing", { status: 404 });
  const sent = await request.formData();
  const causes = z.array(z.uuid()).max(1000).catch([]).parse(sent.getAll("cause"));
  const read = readForm(form, sent);
  if (!read.ok) return data({ errors: read.errors, typed: read.typed, causes, refusal: null }, { status: 422 });
  if (objection(sent, guarded))
    return data(
      { errors: {}, typed: { ...read.value } as Record<string, string>, causes, refusal: null, guarded: true },
      { status: 422 },
    );
  const { id, ...words } = read.value;
  const done = await rewordInsight(context.get(servicesContext).db, dialogue.id, team.personId, {
    ...words,
    id: id as InsightId,
    of: of.data as InsightId,
    causes: causes as ContributionId[],
  });
  if (!done.ok) {
    const { code } = done;
    if (code === "missing") throw data("missing", { status: 404 });
    const typed: Record<string, string> = { ...words, id };
    return data({ errors: {} as Record<string, string>, typed, causes, refusal: code }, { status: 409 });
  }
  return redirect(`/team/${dialogue.slug}/inzichten#inzicht-${id}`, 303);
}

/** New words for an insight that people voted on. */
export default function NewVersion({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(insightsWords);
  const m = words.version;
  const { insight, slug, fresh } = loaderData;
  const lines = errorLines({ ...m.errors, text: words.errors, source: words.errors }, actionData?.errors);
  const typed = actionData?.typed ?? { text: insight.text, source: insight.source, because: "" };
  return (
    <>
      <title>{`${m.title} · ${loaderData.title}`}</title>
      <PageHead title={m.title} eyebrow={<TextLink to={`/team/${slug}/inzichten`}>{words.title}</TextLink>} lead={m.lead} />
      {actionData?.refusal ? <Refusal>{m.refusals[actionData.refusal]}</Refusal> : null}
      <ErrorSummary heading={m.problem} errors={lines} />
      <blockquote>
        <p className="small quiet">{m.now({ version: insight.version })}</p>
        <p>
          <Written>{insight.text}</Written>
        </p>
      </blockquote>
      <Form method="post" noValidate>
        <input type="hidden" name="id" value={actionData?.typed.id ?? fresh} />
        {actionData && "guarded" in actionData ? (
          <GuardWarning typed={Object.entries(actionData.typed)} fields={guarded} />
        ) : null}
        <TextArea {...fieldOf("text", m, typed, lines)} rows={2} max={300} required />
        <TextArea {...fieldOf("because", m, typed, lines)} hint={m.becauseHint} rows={2} max={600} required />
        {loaderData.words.length > 0 ? (
          <CheckboxGroup
            name="cause"
            legend={m.causes}
            hint={m.causesHint}
            defaultValue={actionData?.causes ?? []}
            choices={loaderData.words.map((one) => ({
              value: one.id,
              label: (
                <>
                  <Written>{one.text}</Written> <span className="quiet small nowrap">{m.people({ n: one.people })}</span>{" "}
                  {one.kind === "example" ? <Tag tone="plain">{m.example}</Tag> : null}
                </>
              ),
            }))}
          />
        ) : (
          <p className="quiet">{m.noWords}</p>
        )}
        <TextField {...fieldOf("source", words, typed, lines)} hint={words.sourceHint} />
        <p className="small quiet">{m.follows}</p>
        <p className="actions">
          <Button>{m.save}</Button>
          <TextLink to={`/team/${slug}/inzichten`}>{words.close}</TextLink>
        </p>
      </Form>
    </>
  );
}
