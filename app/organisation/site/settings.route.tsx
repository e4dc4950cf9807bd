import { data, Form, redirect } from "react-router";
import { askedBySignedIn } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import { errorLines } from "../../platform/http/error-words.ts";
import { readForm } from "../../platform/http/form.ts";
import { Button } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Route } from "./+types/settings.route.ts";
import { LogoForm } from "./logo-form.tsx";
import { siteWords } from "./messages/site.ts";
import "./site.css";
import { saveSite } from "./site.server.ts";
import { type SiteField as Field, siteShape } from "./site.ts";
import { SiteField } from "./site-field.tsx";

export function loader({ context, request }: Route.LoaderArgs) {
  const { site: store, environment } = context.get(servicesContext);
  const { site } = store.now();
  const fromOutside = Object.fromEntries(store.fixed.map((name) => [name, fixedValue(environment, name)]));
  return {
    site: { ...site, ...fromOutside } as typeof site,
    fixed: store.fixed,
    logo: environment.logo,
    outside: {
      origin: environment.origin,
      mailOut: environment.smtpUrl !== undefined,
      signIn: environment.oidc !== null,
      media: environment.media,
      suggestions: environment.embeddingsUrl !== undefined,
      database: environment.databaseUrl === undefined ? ("embedded" as const) : ("external" as const),
    },
    told: new URL(request.url).searchParams.get("melding"),
  };
}

function fixedValue(environment: { readonly languages: readonly string[] }, name: Field): string {
  if (name === "languages") return environment.languages.join(",");
  return String((environment as unknown as Record<string, unknown>)[name] ?? "");
}

export async function action({ context, request }: Route.ActionArgs) {
  const { team } = askedBySignedIn(context);
  const { db, site: store } = context.get(servicesContext);
  const form = await request.formData();
  // a field that is fixed outside is not sent: it stays as it was kept
  for (const name of store.fixed) form.set(name, store.now().site[name]);
  const read = readForm(siteShape, form);
  if (!read.ok) return data(read, { status: 422 });
  await saveSite(db, store, team.personId, read.value);
  return redirect("/beheer/instellingen?melding=saved", 303);
}

/** Why a file was not taken, as the address tells it. */
const logoProblem = (told: string | null) => (["missing", "picture"] as const).find((why) => told === `logo-${why}`);

function LogoProblem({ told }: { told: string | null }) {
  const m = useWords(siteWords);
  const problem = logoProblem(told);
  return problem ? <ErrorSummary heading={m.problem} errors={[{ field: "file", text: m.errors.file[problem] }]} /> : null;
}

const parts = {
  name: ["siteName", "mailFrom", "languages"],
  look: ["themeCssUrl", "themeClass"],
  who: ["organisation", "address", "contact", "privacyContact", "officer", "legalBasis", "legalText"],
  access: ["accessState", "accessReport"],
} as const satisfies Record<string, readonly Field[]>;

export default function Settings({ loaderData, actionData }: Route.ComponentProps) {
  const m = useWords(siteWords);
  const { site, fixed, logo, outside, told } = loaderData;
  const errors = errorLines(m.errors, actionData?.errors);
  const tolds: Readonly<Record<string, string>> = m.told;
  const noLogo = actionData ? undefined : logoProblem(told);
  const typed: Readonly<Record<string, string>> = actionData?.typed ?? {};
  return (
    <>
      <title>{m.title}</title>
      <PageHead title={m.title} lead={m.lead} />
      {told && !actionData && Object.hasOwn(tolds, told) && (
        <Notice variant="success" live="polite">
          {tolds[told]}
        </Notice>
      )}
      <ErrorSummary heading={m.problem} errors={errors} />
      <LogoProblem told={told} />
      <Form method="post" noValidate>
        {Object.entries(parts).map(([part, fields]) => (
          <Rail key={part} id={part} heading={m.parts[part as keyof typeof parts]}>
            {fields.map((name) => (
              <SiteField key={name} name={name} value={typed[name] ?? site[name]} fixed={fixed.includes(name)} errors={errors} />
            ))}
          </Rail>
        ))}
        <div className="save-settings">
          <p className="small">{m.related}</p>
          <Button>{m.save}</Button>
        </div>
      </Form>
      <Rail id="logo" heading={m.parts.logo}>
        <LogoForm logo={logo} error={noLogo ? m.errors.file[noLogo] : undefined} />
      </Rail>
      <Rail id="proefmail" heading={m.parts.mail}>
        <p>{m.mailText}</p>
        <form method="post" action="/beheer/instellingen/proefmail">
          <Button variant="secondary">{m.mailSend}</Button>
        </form>
      </Rail>
      <Rail id="server" heading={m.parts.outside}>
        <p>{m.outsideText}</p>
        <dl className="outside">
          {Object.entries(outside).map(([name, value]) => (
            <div key={name}>
              <dt>{m.outside[name as keyof typeof outside]}</dt>
              <dd>
                {value === true ? m.yes : value === false ? m.no : value === outside.database ? m[outside.database] : value}
              </dd>
            </div>
          ))}
        </dl>
      </Rail>
    </>
  );
}
