import { data, redirect } from "react-router";
import { z } from "zod";
import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { askedByGuest } from "../../dialogue/access/asked.server.ts";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import { readForm } from "../../platform/http/form.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { AskId } from "../../platform/ids.ts";
import { Button } from "../../ui/button.tsx";
import { CheckboxGroup, RadioGroup } from "../../ui/form/choices.tsx";
import { Combobox } from "../../ui/form/combobox.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextArea, TextField } from "../../ui/form/text-field.tsx";
import small from "../../ui/layout/small.client.ts?worker&url";
import { Refusal } from "../../ui/notice.tsx";
import { networkWords } from "../messages/network.ts";
import { findPlaceNamed } from "../people/areas.server.ts";
import { listFields } from "../people/fields.server.ts";
import { halfTypedBy } from "../people/half-typed.server.ts";
import { halfTyped } from "../people/half-typed.ts";
import { memberOf } from "../people/viewer.server.ts";
import type { Route } from "./+types/ask-new.route.ts";
import { askKinds, askLists, askProse, askShape } from "./ask.ts";
import { addAsk } from "./asks.server.ts";
import "../start/network.css";
import { NetworkPage } from "../start/network-page.tsx";

export const handle = { script: false, small };

export async function loader({ context }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const { dialogue, at } = await memberOf(db, context.get(visitContext), context.get(placeContext), "asks");
  const fields = await listFields(db, dialogue.id);
  return {
    ...{ fields, slug: dialogue.slug, title: dialogue.title },
    draft: await halfTypedBy(db, at, "ask"),
    typed: { ...empty, id: crypto.randomUUID() as string },
  };
}

const empty = { kind: "", title: "", context: "", until: "", area: "", areaChosen: "", fields: [] as string[] };

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, guest, db } = askedByGuest(context);
  const form = await request.formData();
  const one = (name: string) => String(form.get(name) ?? "");
  const typed = {
    ...{ id: one("id"), kind: one("kind"), title: one("title"), context: one("context"), until: one("until") },
    ...{ area: one("area"), areaChosen: one("area-chosen"), fields: form.getAll("fields").map(String) },
  };
  const no = (status: number, trouble: { errors?: Readonly<Record<string, string>>; guarded?: boolean; refused?: string }) =>
    data({ typed, errors: {}, guarded: false, refused: null, ...trouble }, { status });
  const id = z.uuid().safeParse(typed.id);
  if (!id.success) throw data("missing", { status: 400 });
  const read = readForm(askShape, form, askLists);
  const place = await findPlaceNamed(db, typed.area, typed.areaChosen);
  if (!read.ok || place === "unknown")
    return no(422, { errors: { ...(read.ok ? {} : read.errors), ...(place === "unknown" && { area: "unknown" }) } });
  if (objection(form, askProse)) return no(422, { guarded: true });
  const at = { dialogueId: dialogue.id, personId: guest.personId };
  try {
    const number = await addAsk(db, at, id.data as AskId, read.value, place === "none" ? null : place);
    return redirect(`/netwerk/${dialogue.slug}/vragen/${number}?gedaan=geplaatst`, 303);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return no(error.status, { refused: error.code });
  }
}

export default function NewAskPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(networkWords);
  const m = words.askForm;
  const { slug, title, fields } = loaderData;
  const typed = actionData?.typed ?? loaderData.typed;
  const errors: Readonly<Record<string, string>> = actionData?.errors ?? {};
  const error = (name: string) => (errors[name] ? m.errors[name]?.[errors[name]] : undefined);
  const told = Object.keys(errors).flatMap((field) => {
    const text = error(field);
    return text ? [{ field, text }] : [];
  });
  const { none, one, many } = words.directory.areaWords;
  const optional = words.card.optional;
  return (
    <NetworkPage title={m.title} of={title} lead={m.lead} slug={slug} here={null} member>
      {actionData?.refused ? <Refusal>{words.refused[actionData.refused] ?? words.refused.gone}</Refusal> : null}
      <form method="post" noValidate className="network-form" {...halfTyped(loaderData.draft, actionData !== undefined)}>
        <ErrorSummary heading={m.summary} errors={told} />
        <input type="hidden" name="id" value={typed.id} />
        {actionData?.guarded ? (
          <GuardWarning outside typed={askProse.map((name) => [name, typed[name]] as const)} fields={askProse} />
        ) : null}
        <RadioGroup
          name="kind"
          legend={m.kind}
          columns="two"
          defaultValue={typed.kind}
          choices={askKinds.map((value) => ({ value, label: m.kinds[value] }))}
          error={error("kind")}
          required
        />
        <TextField
          name="title"
          label={m.heading}
          hint={m.headingHint}
          defaultValue={typed.title}
          error={error("title")}
          required
        />
        <TextArea
          name="context"
          label={m.context}
          optionalWord={optional}
          defaultValue={typed.context}
          error={error("context")}
        />
        <TextField
          name="until"
          type="date"
          label={m.until}
          hint={m.untilHint}
          optionalWord={optional}
          defaultValue={typed.until}
          error={error("until")}
        />
        <CheckboxGroup
          name="fields"
          legend={m.fields}
          optionalWord={optional}
          columns="two"
          defaultValue={typed.fields}
          choices={fields.map(({ id, name, shape }) => ({ value: id, label: name, shape }))}
        />
        <Combobox
          name="area"
          label={m.area}
          hint={m.areaHint}
          optionalWord={optional}
          source="/gebieden"
          words={{ none, one, many }}
          defaultValue={typed.area}
          defaultChosen={typed.areaChosen}
          error={error("area")}
        />
        <p className="actions">
          <Button>{m.save}</Button>
          <a href={`/netwerk/${slug}/vragen`}>{words.asks.back}</a>
        </p>
      </form>
    </NetworkPage>
  );
}
