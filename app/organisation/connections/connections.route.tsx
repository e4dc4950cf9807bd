import { randomUUID } from "node:crypto";
import { data, redirect } from "react-router";
import { askedBySignedIn } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import { errorLines } from "../../platform/http/error-words.ts";
import { readForm } from "../../platform/http/form.ts";
import type { ApplicationId, HookId } from "../../platform/ids.ts";
import { readAddress } from "../../platform/webhooks/hook.ts";
import { Rail } from "../../ui/chart/rail.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Route } from "./+types/connections.route.ts";
import { ApplicationList } from "./application-list.tsx";
import { endApplication, listApplications, makeApplication } from "./applications.server.ts";
import { ApplicationForm, HookForm } from "./connection-forms.tsx";
import { connectionForm } from "./connections.ts";
import { HookList } from "./hook-list.tsx";
import { listHooks, makeHook } from "./hooks.server.ts";
import { connectionWords } from "./messages/connections.ts";
import { ShownOnce } from "./shown-once.tsx";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { db, environment } = context.get(servicesContext);
  const [applications, hooks] = await Promise.all([listApplications(db), listHooks(db)]);
  return {
    applications,
    hooks,
    // chosen ahead: a form that is sent twice makes one
    next: { application: randomUUID() as string, hook: randomUUID() as string },
    signIn: environment.oidc !== null,
    told: new URL(request.url).searchParams.get("melding"),
  };
}

const nothing = { errors: {}, typed: {}, shown: null, told: null };

export async function action({ context, request }: Route.ActionArgs) {
  const { team, db, environment } = askedBySignedIn(context);
  const form = await request.formData();
  const read = readForm(connectionForm, form, ["scopes", "kinds"]);
  if (!read.ok) return data({ ...nothing, ...read }, { status: 422 });
  const { value: asked } = read;
  const wrong = (field: string, why: string) =>
    data({ ...nothing, errors: { [field]: why }, typed: typedIn(form) }, { status: 422 });
  if (asked.doen === "end-application") {
    await endApplication(db, team.personId, asked.id as ApplicationId);
    return redirect("/beheer/koppelingen?melding=ended", 303);
  }
  if (asked.doen === "application") {
    if (asked.oauthClient && !environment.oidc) return wrong("oauthClient", "no-sign-in");
    const wanted = { ...asked, id: asked.id as ApplicationId, oauthClient: asked.oauthClient || null };
    const { doen: _, ...row } = wanted;
    const made = await makeApplication(db, team.personId, row);
    if (made.status === "taken") return wrong("oauthClient", "taken");
    if (made.status === "before") return data({ ...nothing, told: "before" });
    if (made.key === null) return redirect("/beheer/koppelingen?melding=made", 303);
    return data({ ...nothing, shown: { kind: "key" as const, name: asked.name, secret: made.key } });
  }
  const address = readAddress(asked.url, environment.webhookHosts);
  if (!address.ok) return wrong("url", address.why);
  const { id, name, kinds } = asked;
  const secret = await makeHook(db, team.personId, { id: id as HookId, name, kinds, url: address.url });
  if (secret === null) return data({ ...nothing, told: "before" });
  return data({ ...nothing, shown: { kind: "hook" as const, name, secret } });
}

const typedIn = (form: FormData) =>
  Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name).map(String).join(",")]));

/** For the administrator: which programs ask here, and which are told what happens. */
export default function Connections({ loaderData, actionData }: Route.ComponentProps) {
  const m = useWords(connectionWords);
  const { applications, hooks, next, signIn } = loaderData;
  const errors = errorLines(m.errors, actionData?.errors);
  const typed: Readonly<Record<string, string>> = actionData?.typed ?? {};
  const tolds: Readonly<Record<string, string>> = m.told;
  const told = actionData ? actionData.told : loaderData.told;
  return (
    <>
      <title>{m.title}</title>
      <PageHead title={m.title} lead={m.lead} />
      {told && Object.hasOwn(tolds, told) && (
        <Notice variant={told === "before" ? "warn" : "success"} live="polite">
          {tolds[told]}
        </Notice>
      )}
      {actionData?.shown && <ShownOnce {...actionData.shown} />}
      <ErrorSummary heading={m.problem} errors={errors} />
      <Rail id="toepassingen" heading={m.applications.title}>
        <p>{m.applications.text}</p>
        <ApplicationList applications={applications} />
        <ApplicationForm
          key={next.application}
          id={next.application}
          signIn={signIn}
          typed={typed.doen === "application" ? typed : null}
          errors={errors}
        />
      </Rail>
      <Rail id="webhooks" heading={m.hooks.title}>
        <p>{m.hooks.text}</p>
        <HookList hooks={hooks} />
        <HookForm key={next.hook} id={next.hook} typed={typed.doen === "hook" ? typed : null} errors={errors} />
      </Rail>
    </>
  );
}
