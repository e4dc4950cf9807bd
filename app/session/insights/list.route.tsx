import { data, Form, redirect } from "react-router";
import { z } from "zod";
import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { access } from "../../dialogue/access/access.ts";
import { askedByTeam, askedOfDialogue } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { mayEnter } from "../../dialogue/access/enter.server.ts";
import { useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import { readForm } from "../../platform/http/form.ts";
import type { InsightId } from "../../platform/ids.ts";
import { cleanLine, textLength } from "../../platform/text.ts";
import { Button } from "../../ui/button.tsx";
import { TextArea, TextField } from "../../ui/form/text-field.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Refusal } from "../../ui/notice.tsx";
import { Tag } from "../../ui/tag.tsx";
import type { Route } from "./+types/list.route.ts";
import { editInsights, type ListEdit, listInsights } from "./insight-list.server.ts";
import { insightsWords } from "./messages/insights.ts";
import { type InsightVersion, insightVersions } from "./versions.server.ts";
import "./list.css";

const words = z.object({
  text: z
    .string({ error: "missing" })
    .transform(cleanLine)
    .pipe(z.string().min(1, "missing"))
    .refine((text) => textLength(text) <= 300, "too-long"),
  source: z
    .string()
    .default("")
    .transform(cleanLine)
    .refine((text) => textLength(text) <= 200, "source-long"),
});

/** A source may name who said it, and where to find that. */
const guarded = ["text"] as const;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, roles, db } = askedOfDialogue(context);
  const [insights, versions] = await Promise.all([listInsights(db, dialogue.id), insightVersions(db, dialogue.id)]);
  return {
    title: dialogue.title,
    slug: dialogue.slug,
    insights: insights.map((one) => ({ ...one, versions: versions.filter(({ number }) => number === one.number) })),
    mayEdit: roles.has("organiser"),
    mayReword: roles.has("organiser") || roles.has("facilitator"),
    seesResults: mayEnter(access["/team/:dialogue/inzichten/uitkomst"]?.read, roles),
    open: new URL(request.url).searchParams.get("inzicht"),
    fresh: crypto.randomUUID(),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, team } = askedByTeam(context);
  const form = await request.formData();
  const id = z.uuid().safeParse(form.get("insight"));
  const kind = z.enum(["add", "save", "up", "down", "remove"]).safeParse(form.get("deed"));
  if (!id.success || !kind.success) throw data("missing", { status: 400 });
  let edit: ListEdit;
  if (kind.data === "add" || kind.data === "save") {
    const read = readForm(words, form);
    if (!read.ok)
      return data(
        { at: kind.data === "add" ? "add" : id.data, errors: read.errors, typed: read.typed, refusal: null },
        { status: 422 },
      );
    if (objection(form, guarded))
      return data(
        {
          at: kind.data === "add" ? "add" : id.data,
          errors: {},
          typed: { ...read.value } as Record<string, string>,
          refusal: null,
          guarded: true,
        },
        { status: 422 },
      );
    edit = { kind: kind.data, id: id.data as InsightId, ...read.value };
  } else edit = { kind: kind.data, id: id.data as InsightId };
  const done = await editInsights(context.get(servicesContext).db, dialogue.id, team.personId, edit);
  if (!done.ok)
    return data(
      { at: id.data, errors: {} as Record<string, string>, typed: {} as Record<string, string>, refusal: done.code },
      { status: 409 },
    );
  return redirect(`/team/${dialogue.slug}/inzichten`, 303);
}

export default function Insights({ loaderData, actionData }: Route.ComponentProps) {
  const m = useWords(insightsWords);
  const { insights, mayEdit, mayReword, slug, fresh } = loaderData;
  const open = actionData && actionData.at !== "add" ? actionData.at : loaderData.open;
  return (
    <>
      <title>{`${m.title} · ${loaderData.title}`}</title>
      <PageHead title={m.title} lead={m.lead}>
        <p className="quiet">{insights.length === 0 ? m.none : m.many({ n: insights.length })}</p>
        {mayEdit ? (
          <p>
            <TextLink to={`/team/${slug}/inzichten/periode`}>{m.period.link}</TextLink>
          </p>
        ) : null}
        {loaderData.seesResults && insights.length > 0 ? (
          <p>
            <TextLink href={`/team/${loaderData.slug}/inzichten/uitkomst`}>{m.outcome}</TextLink>
          </p>
        ) : null}
      </PageHead>
      {actionData?.refusal ? <Refusal>{m.refusals[actionData.refusal]}</Refusal> : null}
      <ol className="plain insight-list">
        {insights.map((one, at) => (
          <li key={one.id} id={`inzicht-${one.id}`}>
            {open === one.id && mayEdit && !one.voted ? (
              <WordsForm
                id={one.id}
                deed="save"
                values={actionData?.at === one.id ? { ...one, ...actionData.typed } : one}
                errors={actionData?.at === one.id ? actionData.errors : {}}
                warned={actionData?.at === one.id && "guarded" in actionData}
              />
            ) : (
              <div className="insight-row">
                <span className="num quiet">{one.number}</span>
                <div>
                  <p className="insight-text">
                    <Written>{one.text}</Written>
                  </p>
                  {one.source ? (
                    <p className="small quiet">
                      {m.source}: <Written>{one.source}</Written>
                    </p>
                  ) : null}
                  {one.state === "proposed" ? <Tag tone="now">{m.proposed}</Tag> : null}
                  <Versions versions={one.versions} />
                  {one.voted ? (
                    <p className="small quiet">
                      {m.voted}{" "}
                      {mayReword && one.state === "open" ? (
                        <TextLink to={`/team/${slug}/inzichten/${one.id}/versie`}>
                          {m.version.make({ number: one.number })}
                        </TextLink>
                      ) : null}
                    </p>
                  ) : null}
                </div>
                {mayEdit ? (
                  <Form method="post" className="row-actions" preventScrollReset>
                    <input type="hidden" name="insight" value={one.id} />
                    {one.voted ? null : <TextLink to={`?inzicht=${one.id}#inzicht-${one.id}`}>{m.change}</TextLink>}
                    <Button variant="quiet" size="small" icon="up" iconOnly name="deed" value="up" disabled={at === 0}>
                      {m.up({ number: one.number })}
                    </Button>
                    <Button
                      variant="quiet"
                      size="small"
                      icon="down"
                      iconOnly
                      name="deed"
                      value="down"
                      disabled={at === insights.length - 1}
                    >
                      {m.down({ number: one.number })}
                    </Button>
                    {one.voted ? null : (
                      <Button variant="quiet" size="small" icon="close" iconOnly name="deed" value="remove">
                        {m.remove({ number: one.number })}
                      </Button>
                    )}
                  </Form>
                ) : null}
              </div>
            )}
          </li>
        ))}
      </ol>
      {mayEdit ? (
        <section aria-labelledby="toevoegen">
          <h2 id="toevoegen">{m.add}</h2>
          <WordsForm
            key={fresh}
            id={fresh}
            deed="add"
            values={actionData?.at === "add" ? actionData.typed : {}}
            errors={actionData?.at === "add" ? actionData.errors : {}}
            warned={actionData?.at === "add" && "guarded" in actionData}
          />
        </section>
      ) : null}
    </>
  );
}

/** The words that an insight had before, and why they changed. */
function Versions({ versions }: { versions: readonly InsightVersion[] }) {
  const m = useWords(insightsWords).version;
  const current = versions.at(-1);
  if (!current) return null;
  return (
    <details className="disclosure">
      <summary>{m.history({ version: current.version })}</summary>
      <ol className="plain">
        {versions.toReversed().map((one) => (
          <li key={one.id}>
            <p>
              <strong>{m.number(one)}</strong> <Written>{one.text}</Written>
            </p>
            {one.because ? <p className="small">{m.becauseOf(one)}</p> : null}
            {one.again ? <p className="small">{m.again}</p> : null}
            {one.causes.length > 0 ? (
              <ul className="small">
                {one.causes.map((cause) => (
                  <li key={cause.id}>
                    <Written>{cause.text}</Written>
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ol>
    </details>
  );
}

interface WordsFormProps {
  readonly id: string;
  readonly deed: "add" | "save";
  readonly values: { readonly text?: string; readonly source?: string };
  readonly errors: Readonly<Record<string, string>>;
  readonly warned: boolean;
}

function WordsForm({ id, deed, values, errors, warned }: WordsFormProps) {
  const m = useWords(insightsWords);
  const word = (code: string | undefined) => (code ? m.errors[code as keyof typeof m.errors] : undefined);
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="insight" value={id} />
      {warned ? (
        <>
          <input type="hidden" name="deed" value={deed} />
          <GuardWarning typed={Object.entries(values)} fields={guarded} />
        </>
      ) : null}
      <TextArea
        name="text"
        id={`text-${deed}`}
        label={m.text}
        hint={m.textHint}
        rows={2}
        max={300}
        defaultValue={values.text}
        error={word(errors.text)}
      />
      <TextField
        name="source"
        id={`source-${deed}`}
        label={m.source}
        hint={m.sourceHint}
        defaultValue={values.source}
        error={word(errors.source)}
      />
      <p className="actions">
        <Button name="deed" value={deed}>
          {deed === "add" ? m.addButton : m.save}
        </Button>
        {deed === "save" ? <TextLink to="?">{m.close}</TextLink> : null}
      </p>
    </Form>
  );
}
