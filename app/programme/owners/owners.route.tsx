import { data, Form, redirect } from "react-router";
import { z } from "zod";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useWords } from "../../language/words.ts";
import { readForm } from "../../platform/http/form.ts";
import { Refused } from "../../platform/http/refused.ts";
import { mailAddress } from "../../platform/mail/mail-address.ts";
import { cleanLine, textLength } from "../../platform/text.ts";
import { Button } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { RadioGroup } from "../../ui/form/choices.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice, Refusal } from "../../ui/notice.tsx";
import { Tag } from "../../ui/tag.tsx";
import { findItem } from "../items/items.server.ts";
import { mayPlan, numberIn } from "../items/planning.ts";
import { programmeWords } from "../messages/programme.ts";
import { programmeWorkWords } from "../messages/programme-work.ts";
import type { Route } from "./+types/owners.route.ts";
import { addOwner, endOwner, listOwners } from "./owners.server.ts";
import "../items/programme.css";

const line = (max: number) =>
  z
    .string()
    .default("")
    .transform(cleanLine)
    .refine((text) => textLength(text) <= max, "long");
const shape = z
  .object({
    role: line(200).refine((text) => text !== "", "missing"),
    name: line(120),
    mail: z
      .string()
      .default("")
      .transform(cleanLine)
      .pipe(z.union([z.literal(""), mailAddress])),
    lead: z.enum(["ja", "nee"]).default("ja"),
  })
  .refine(({ mail, name }) => mail === "" || name !== "", { path: ["name"], error: "missing" });

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { dialogue, roles } = context.get(placeContext);
  const number = numberIn(params.number);
  const { db } = context.get(servicesContext);
  const item = dialogue && number !== null ? await findItem(db, dialogue.id, number) : null;
  if (!dialogue || !item) throw data("missing", { status: 404 });
  const owners = await listOwners(db, [item.id]);
  return {
    item: { id: item.id, number: item.number, title: item.title },
    owners: owners.map(({ id, role, lead, named, name }) => ({ id, role, lead, named, name })),
    mayWrite: mayPlan(dialogue.state, roles),
    added: new URL(request.url).searchParams.has("bewaard"),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { dialogue } = context.get(placeContext);
  const { team } = context.get(visitContext);
  const number = numberIn(params.number);
  const { db } = context.get(servicesContext);
  const item = dialogue && number !== null ? await findItem(db, dialogue.id, number) : null;
  if (!dialogue || !team || !item) throw data("missing", { status: 404 });
  const form = await request.formData();
  const typed = Object.fromEntries(
    (["role", "name", "mail", "lead"] as const).map((name) => [name, String(form.get(name) ?? "")]),
  );
  const here = `/team/${dialogue.slug}/programma/${item.number}/mensen`;
  try {
    if (form.get("doen") === "weg") {
      const owner = z.uuid().safeParse(form.get("owner"));
      if (!owner.success) throw data("missing", { status: 400 });
      await endOwner(db, dialogue.id, team.personId, item.id, owner.data);
      return redirect(here, 303);
    }
    const read = readForm(shape, form);
    if (!read.ok) return data({ typed, errors: read.errors, refused: null }, { status: 422 });
    await addOwner(db, dialogue.id, team.personId, item.id, { ...read.value, lead: read.value.lead === "ja" });
    return redirect(`${here}?bewaard`, 303);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return data({ typed, errors: {}, refused: error.code }, { status: error.status });
  }
}

export default function Owners({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(programmeWorkWords);
  const m = words.owners;
  const programme = useWords(programmeWords);
  const { slug, title } = useDialogue();
  const { item, owners, mayWrite, added } = loaderData;
  const typed = actionData?.typed;
  const errors: Readonly<Record<string, string>> = actionData?.errors ?? {};
  const word = (name: string) => (errors[name] ? m.errors[name] : undefined);
  return (
    <>
      <title>{`${m.title({ n: item.number })} · ${title}`}</title>
      <PageHead title={m.title({ n: item.number })} eyebrow={<Written>{item.title}</Written>} lead={m.lead}>
        <p>
          <TextLink to={`/team/${slug}/programma/${item.number}`}>{words.share.back}</TextLink>
        </p>
      </PageHead>
      {added && !actionData ? <Notice variant="success">{m.added}</Notice> : null}
      {actionData?.refused ? <Refusal>{actionData.refused === "gone" ? m.gone : m.notNow}</Refusal> : null}
      <Rail id="nu" heading={m.list}>
        {owners.length === 0 ? <p>{m.none}</p> : null}
        <ul className="entries">
          {owners.map(({ id, role, lead, named, name }) => (
            <li key={id}>
              <div className="entry-head">
                <h3>{role}</h3>
                <Tag tone={lead ? "calm" : "plain"}>{lead ? m.lead1 : m.co}</Tag>
              </div>
              <p className="small quiet">
                {name === null
                  ? m.noPerson
                  : named === null
                    ? m.asked({ name })
                    : named
                      ? m.shown({ name })
                      : m.refused({ name })}
              </p>
              {mayWrite ? (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="doen" value="weg" />
                  <input type="hidden" name="owner" value={id} />
                  <p className="row-actions">
                    <Button variant="quiet" size="small">
                      {m.end}
                      <span className="visually-hidden">{m.endFor({ role })}</span>
                    </Button>
                  </p>
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
      </Rail>
      {mayWrite ? (
        <Rail id="erbij" heading={m.add}>
          <Form method="post" noValidate preventScrollReset key={owners.length}>
            <input type="hidden" name="doen" value="erbij" />
            <TextField name="role" label={m.role} hint={m.roleHint} required defaultValue={typed?.role} error={word("role")} />
            <TextField
              name="name"
              label={m.name}
              hint={m.nameHint}
              optionalWord={m.optional}
              autoComplete="off"
              defaultValue={typed?.name}
              error={word("name")}
            />
            <TextField
              name="mail"
              type="email"
              label={m.mail}
              hint={m.mailHint}
              optionalWord={m.optional}
              autoComplete="off"
              defaultValue={typed?.mail}
              error={word("mail")}
            />
            <RadioGroup
              name="lead"
              legend={m.which}
              columns="row"
              defaultValue={typed?.lead || (owners.some(({ lead }) => lead) ? "nee" : "ja")}
              choices={[
                { value: "ja", label: m.lead1 },
                { value: "nee", label: m.co },
              ]}
            />
            <p className="actions">
              <Button>{m.button}</Button>
            </p>
          </Form>
        </Rail>
      ) : (
        <p className="quiet">{programme.form.notNow}</p>
      )}
    </>
  );
}
