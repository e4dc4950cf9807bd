import { data, redirect } from "react-router";
import { z } from "zod";
import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { askedByGuest } from "../../dialogue/access/asked.server.ts";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import { readForm } from "../../platform/http/form.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { CircleId, MemberId } from "../../platform/ids.ts";
import { Button } from "../../ui/button.tsx";
import { CheckboxGroup } from "../../ui/form/choices.tsx";
import { Combobox } from "../../ui/form/combobox.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { Select } from "../../ui/form/select.tsx";
import { TextArea, TextField } from "../../ui/form/text-field.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import small from "../../ui/layout/small.client.ts?worker&url";
import { Refusal } from "../../ui/notice.tsx";
import { listThemes } from "../library/practices.server.ts";
import { networkWords } from "../messages/network.ts";
import { findPlaceNamed } from "../people/areas.server.ts";
import { findColleagues } from "../people/colleagues.server.ts";
import { memberOf } from "../people/viewer.server.ts";
import { NetworkNav } from "../start/network-nav.tsx";
import type { Route } from "./+types/circle-new.route.ts";
import { circleKinds, circleProse, circleShape } from "./circle.ts";
import { makeCircle } from "./circles.server.ts";
import { circlesWords } from "./messages/circles.ts";
import "../start/network.css";

export const handle = { script: false, small };

const kindOf = (text: unknown) => circleKinds.find((kind) => kind === text) ?? "group";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const { dialogue, member } = await memberOf(db, context.get(visitContext), context.get(placeContext), "circles");
  const query = new URL(request.url).searchParams;
  const kind = kindOf(query.get("soort"));
  const [themes, colleagues] = await Promise.all([
    listThemes(db, dialogue.id),
    kind === "consultation" ? findColleagues(db, member) : [],
  ]);
  return {
    ...{ kind, themes, colleagues, slug: dialogue.slug, title: dialogue.title },
    typed: {
      id: crypto.randomUUID() as string,
      title: "",
      about: "",
      theme: query.get("thema") ?? "",
      area: (query.get("gebied") ?? "").slice(0, 200),
      areaChosen: "",
      colleagues: [] as string[],
    },
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, guest } = askedByGuest(context);
  const form = await request.formData();
  const one = (name: string) => String(form.get(name) ?? "");
  const colleagues = z.array(z.uuid()).max(50).catch([]).parse(form.getAll("colleagues"));
  const typed = {
    ...{ id: one("id"), title: one("title"), about: one("about"), theme: one("theme"), colleagues },
    ...{ area: one("area"), areaChosen: one("area-chosen") },
  };
  const no = (status: number, trouble: { errors?: Readonly<Record<string, string>>; guarded?: boolean; refused?: string }) =>
    data({ typed, errors: {}, guarded: false, refused: null, ...trouble }, { status });
  const id = z.uuid().safeParse(typed.id);
  if (!id.success) throw data("missing", { status: 400 });
  const { db } = context.get(servicesContext);
  const read = readForm(circleShape, form);
  const place = await findPlaceNamed(db, typed.area, typed.areaChosen);
  if (!read.ok || place === "unknown")
    return no(422, { errors: { ...(read.ok ? {} : read.errors), ...(place === "unknown" && { area: "unknown" }) } });
  if (objection(form, circleProse)) return no(422, { guarded: true });
  const at = { dialogueId: dialogue.id, personId: guest.personId };
  try {
    const number = await makeCircle(
      db,
      at,
      id.data as CircleId,
      read.value,
      colleagues as MemberId[],
      place === "none" || read.value.kind === "consultation" ? null : place,
    );
    const done = read.value.kind === "group" ? "begonnen" : "gevraagd";
    return redirect(`/netwerk/${dialogue.slug}/groepen/${number}?gedaan=${done}`, 303);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.code === "few" || error.code === "many") return no(422, { errors: { colleagues: error.code } });
    return no(error.status, { refused: error.code });
  }
}

export default function NewCirclePage({ loaderData: page, actionData }: Route.ComponentProps) {
  const words = useWords(circlesWords);
  const m = words.form;
  const network = useWords(networkWords);
  const { none, one: oneArea, many } = network.directory.areaWords;
  const { kind, slug, title } = page;
  const typed = actionData?.typed ?? page.typed;
  const errors: Readonly<Record<string, string>> = actionData?.errors ?? {};
  const error = (name: string) => (errors[name] ? m.errors[name]?.[errors[name]] : undefined);
  const told = Object.keys(errors).flatMap((field) => {
    const text = error(field);
    return text ? [{ field, text }] : [];
  });
  return (
    <PublicFrame>
      <title>{`${m.title[kind]} · ${title}`}</title>
      <meta name="robots" content="noindex" />
      <PageHead title={m.title[kind]} eyebrow={<Written>{title}</Written>} lead={m.lead[kind]}>
        {kind === "consultation" ? <p>{m.woo}</p> : null}
      </PageHead>
      <NetworkNav slug={slug} here={null} member />
      {actionData?.refused ? <Refusal>{words.refused[actionData.refused] ?? words.refused.gone}</Refusal> : null}
      {kind === "consultation" && page.colleagues.length < 3 ? (
        <p>{m.noColleagues}</p>
      ) : (
        <form method="post" noValidate className="network-form">
          <ErrorSummary heading={m.summary} errors={told} />
          <input type="hidden" name="id" value={typed.id} />
          <input type="hidden" name="kind" value={kind} />
          {actionData?.guarded ? (
            <GuardWarning outside typed={circleProse.map((name) => [name, typed[name]] as const)} fields={circleProse} />
          ) : null}
          <TextField
            name="title"
            label={m.name[kind]}
            hint={m.nameHint[kind]}
            defaultValue={typed.title}
            error={error("title")}
            required
          />
          <TextArea
            name="about"
            label={m.about[kind]}
            hint={m.aboutHint[kind]}
            defaultValue={typed.about}
            error={error("about")}
            required
          />
          {kind === "consultation" ? (
            <CheckboxGroup
              name="colleagues"
              legend={m.colleagues}
              hint={m.colleaguesHint}
              defaultValue={typed.colleagues}
              error={error("colleagues")}
              choices={page.colleagues.map(({ id, name, does, sameField, km }) => ({
                value: id,
                label: name,
                hint: [does, sameField ? m.sameField : "", km === null ? "" : m.km({ km })].filter(Boolean).join(", "),
              }))}
            />
          ) : (
            <>
              {page.themes.length > 0 ? (
                <Select
                  name="theme"
                  label={m.theme}
                  emptyWord={m.noTheme}
                  defaultValue={typed.theme}
                  typed
                  options={page.themes.map(({ id, name }) => ({ value: id, label: name }))}
                />
              ) : null}
              <Combobox
                name="area"
                label={m.area}
                hint={m.areaHint}
                optionalWord={network.card.optional}
                source="/gebieden"
                words={{ none, one: oneArea, many }}
                defaultValue={typed.area}
                defaultChosen={typed.areaChosen}
                error={error("area")}
              />
            </>
          )}
          <p className="actions">
            <Button>{m.save[kind]}</Button>
            <a href={`/netwerk/${slug}/groepen`}>{words.back}</a>
          </p>
        </form>
      )}
    </PublicFrame>
  );
}
