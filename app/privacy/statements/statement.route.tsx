import { data, Form, redirect } from "react-router";
import { servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { locales } from "../../language/locale.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { errorLines, errorOf } from "../../platform/http/error-words.ts";
import { readForm } from "../../platform/http/form.ts";
import { dateTime } from "../../platform/time.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextArea } from "../../ui/form/text-field.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Route } from "./+types/statement.route.ts";
import { statementWords } from "./messages/statements.ts";
import { findStatement, saveStatement } from "./statements.server.ts";
import { kindNamed, statementForm, statementNames } from "./statements.ts";

const localeIn = (request: Request) => locales.find((one) => one === new URL(request.url).searchParams.get("taal")) ?? "nl";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const kind = kindNamed(params.statement);
  if (!kind) throw data("missing", { status: 404 });
  const of = localeIn(request);
  const statement = await findStatement(context.get(servicesContext), kind, of);
  return { ...statement, of, told: new URL(request.url).searchParams.get("melding") };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { team } = context.get(visitContext);
  const kind = kindNamed(params.statement);
  if (!team || !kind) throw data("missing", { status: 404 });
  const services = context.get(servicesContext);
  const locale = localeIn(request);
  const read = readForm(statementForm, await request.formData());
  if (!read.ok) return data({ ...read, theirs: null }, { status: 422 });
  const { proposed } = await findStatement(services, kind, locale);
  const { value: asked } = read;
  const text = asked.doen === "keep" ? asked.text : "";
  const saved = await saveStatement(services.db, team.personId, { kind, locale }, { text, seen: asked.version, proposed });
  if (saved.status === "meanwhile") return data({ errors: {}, typed: { text }, theirs: saved.text }, { status: 409 });
  return redirect(`/beheer/verklaringen/${statementNames[kind]}?taal=${locale}&melding=saved`, 303);
}

export default function StatementPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(statementWords);
  const m = words.page;
  const locale = useLocale();
  const { kind, of, text, kept, versions, proposed, behind, told } = loaderData;
  const errors = errorLines(m.errors, actionData?.errors);
  const { title, about } = words.kinds[kind];
  const version = versions.at(-1)?.version ?? 0;
  return (
    <>
      <title>{title}</title>
      <div className="page-head">
        <h1>
          {title}, {words.list[of]}
        </h1>
        <p className="lead">{about}</p>
      </div>
      {told === "saved" && !actionData && (
        <Notice variant="success" live="polite">
          {m.told.saved}
        </Notice>
      )}
      <ErrorSummary heading={m.problem} errors={errors} />
      {actionData?.theirs && <Notice variant="warn">{m.meanwhile}</Notice>}
      {behind && <Notice variant="warn">{words.list.behind}</Notice>}
      <Form method="post" noValidate>
        <input type="hidden" name="version" value={version} />
        <TextArea
          name="text"
          label={m.text}
          hint={m.hint}
          rows={24}
          lang={of}
          defaultValue={(actionData?.typed as Record<string, string> | undefined)?.text || text}
          error={errorOf(errors, "text")}
          required
        />
        <Button name="doen" value="keep">
          {m.keep}
        </Button>
      </Form>
      {actionData?.theirs && (
        <Disclosure summary={m.theirs}>
          <p className="as-typed" lang={of}>
            {actionData.theirs}
          </p>
        </Disclosure>
      )}
      {kept && (
        <>
          <Disclosure summary={m.proposed}>
            <p className="as-typed" lang={of}>
              {proposed}
            </p>
          </Disclosure>
          <Form method="post">
            <input type="hidden" name="version" value={version} />
            <p>{m.followText}</p>
            <Button variant="secondary" name="doen" value="follow">
              {m.follow}
            </Button>
          </Form>
        </>
      )}
      {versions.length > 0 && (
        <>
          <h2>{m.versions}</h2>
          {versions.toReversed().map((one) => {
            const when = { version: one.version, when: dateTime(new Date(one.at), locale) };
            if (one.text === "") return <p key={one.version}>{m.followed(when)}</p>;
            return (
              <Disclosure key={one.version} summary={m.version(when)}>
                <p className="as-typed" lang={of}>
                  {one.text}
                </p>
              </Disclosure>
            );
          })}
        </>
      )}
      <p className="actions">
        <a href={`/beheer/verklaringen/${statementNames[kind]}/tekst.md?taal=${of}`}>{m.file}</a>
      </p>
      {(kind === "privacy" || kind === "accessibility") && (
        <p>
          <a href={`/${statementNames[kind]}`}>{m.public}</a>
        </p>
      )}
      <p>
        <TextLink to="/beheer/verklaringen">{m.back}</TextLink>
      </p>
    </>
  );
}
