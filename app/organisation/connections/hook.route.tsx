import { data, redirect } from "react-router";
import { z } from "zod";
import { servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import { readForm } from "../../platform/http/form.ts";
import type { HookId } from "../../platform/ids.ts";
import { Button } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { Pages } from "../../ui/layout/pages.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Tag } from "../../ui/tag.tsx";
import type { Route } from "./+types/hook.route.ts";
import { hookDeedForm } from "./connections.ts";
import { DeliveryTable } from "./delivery-table.tsx";
import { hookTones } from "./hook-list.tsx";
import { deliveriesAPage, doHook, findHook, sendAgain } from "./hooks.server.ts";
import { connectionWords } from "./messages/connections.ts";
import { ShownOnce } from "./shown-once.tsx";

const isId = (text: string | undefined): text is HookId => z.uuid().safeParse(text).success;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const page = z.coerce.number().int().min(1).max(10_000).catch(1).parse(search.get("pagina"));
  const hook = isId(params.hook) ? await findHook(context.get(servicesContext).db, params.hook, page) : null;
  if (!hook) throw data("missing", { status: 404 });
  return { hook, page, more: hook.total > page * deliveriesAPage, told: search.get("melding") };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { team } = context.get(visitContext);
  if (!team || !isId(params.hook)) throw data("missing", { status: 404 });
  const { db } = context.get(servicesContext);
  const read = readForm(hookDeedForm, await request.formData());
  const home = `/beheer/koppelingen/${params.hook}`;
  if (!read.ok) throw data("missing", { status: 422 });
  if (read.value.doen === "again") {
    await sendAgain(db, team.personId, params.hook, read.value.delivery);
    return redirect(`${home}?melding=again`, 303);
  }
  const { doen } = read.value;
  const secret = await doHook(db, team.personId, params.hook, doen);
  if (secret !== null) return data({ secret });
  return redirect(doen === "end" ? "/beheer/koppelingen?melding=hook-ended" : `${home}?melding=${doen}`, 303);
}

/** One address: what was sent to it, what waits, and what to do with it. */
export default function HookPage({ loaderData, actionData }: Route.ComponentProps) {
  const all = useWords(connectionWords);
  const m = all.hook;
  const { hook, page, more, told } = loaderData;
  const home = `/beheer/koppelingen/${hook.id}`;
  const tolds: Readonly<Record<string, string>> = m.told;
  return (
    <>
      <title>{m.title({ name: hook.name })}</title>
      <div className="page-head">
        <p>
          <TextLink to="/beheer/koppelingen">{m.back}</TextLink>
        </p>
        <h1>{hook.name}</h1>
        <p className="lead long-address">{hook.url}</p>
        <p>
          <Tag tone={hookTones[hook.state]}>{all.hooks.states[hook.state]}</Tag>{" "}
          {hook.kinds.map((kind) => all.hooks.kinds[kind]).join(", ")}
        </p>
      </div>
      {told && !actionData && Object.hasOwn(tolds, told) && (
        <Notice variant="success" live="polite">
          {tolds[told]}
        </Notice>
      )}
      {actionData?.secret && <ShownOnce kind="hook" name={hook.name} secret={actionData.secret} />}
      {hook.state === "gone" && <Notice variant="warn">{m.gone}</Notice>}
      <Rail id="verzonden" heading={m.sent}>
        <DeliveryTable deliveries={hook.deliveries} />
        <Pages page={page} more={more} to={(to) => `${home}?pagina=${to}`} words={{ older: m.older, newer: m.newer }} />
      </Rail>
      <Rail id="doen" heading={m.deeds}>
        <form method="post" className="deeds-in-row">
          <Button variant="secondary" name="doen" value="test">
            {m.test}
          </Button>
          {hook.state === "on" ? (
            <Button variant="secondary" name="doen" value="pause">
              {m.pause}
            </Button>
          ) : (
            <Button variant="secondary" name="doen" value="resume">
              {m.resume}
            </Button>
          )}
        </form>
        <Disclosure summary={m.replace}>
          <form method="post">
            <p>{m.replaceText}</p>
            <Button variant="secondary" size="small" name="doen" value="replace">
              {m.replaceButton}
            </Button>
          </form>
        </Disclosure>
        <Disclosure summary={m.end}>
          <form method="post">
            <p>{m.endText}</p>
            <Button variant="secondary" size="small" name="doen" value="end">
              {m.endButton}
            </Button>
          </form>
        </Disclosure>
      </Rail>
    </>
  );
}
