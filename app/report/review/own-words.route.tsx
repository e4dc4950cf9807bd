import { data, redirect } from "react-router";
import { askedByGuest } from "../../dialogue/access/asked.server.ts";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import { Refused } from "../../platform/http/refused.ts";
import { Button } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextArea } from "../../ui/form/text-field.tsx";
import { Typed } from "../../ui/form/typed.tsx";
import { Help, PublicFrame } from "../../ui/frame.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import small from "../../ui/layout/small.client.ts?worker&url";
import { Notice, Refusal } from "../../ui/notice.tsx";
import { versionNumber } from "../publish/page.server.ts";
import { GuardStop } from "../write/guard-stop.tsx";
import type { Route } from "./+types/own-words.route.ts";
import { ownWordsWords } from "./messages/own-words.ts";
import { correctOwn, findOwn, hideField, withdrawOwn } from "./own-words.server.ts";

export const handle = { script: false, small };
const guarded = ["text"] as const;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { dialogue, guest } = askedByGuest(context);
  const number = versionNumber(params.number);
  const own = number === null ? null : await findOwn(context.get(servicesContext).db, dialogue.id, guest.personId, number);
  if (!own) throw data("missing", { status: 404 });
  const { text, state, withoutField, field, published } = own;
  return {
    ...{ number: own.number, text, state, withoutField, field, published },
    me: guest.personId,
    slug: dialogue.slug,
    title: dialogue.title,
    help: dialogue.helpContact,
    said: new URL(request.url).searchParams.get("gezegd"),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { dialogue } = context.get(placeContext);
  const { guest } = context.get(visitContext);
  const number = versionNumber(params.number);
  if (!dialogue || !guest) throw data("link", { status: 401 });
  if (number === null) throw data("missing", { status: 404 });
  const { db } = context.get(servicesContext);
  const at = [db, dialogue.id, guest.personId, number] as const;
  const form = await request.formData();
  const deed = String(form.get("doen"));
  const typed = String(form.get("text") ?? "");
  try {
    if (deed === "intrek") await withdrawOwn(...at);
    else if (deed === "anoniem" || deed === "niet-anoniem") await hideField(...at, deed === "anoniem");
    else if (deed !== "verbeter") throw data("missing", { status: 400 });
    else if (objection(form, guarded)) return data({ typed, guarded: true, refused: null }, { status: 422 });
    else await correctOwn(...at, { typed, was: String(form.get("was") ?? "") });
  } catch (error) {
    if (!(error instanceof Refused) || error.status === 404) throw error;
    return data({ typed, guarded: false, refused: error.code }, { status: error.status });
  }
  return redirect(`/mijn/${dialogue.slug}/woorden/${number}?gezegd=${deed}`, 303);
}

export default function OwnWordsPage({ loaderData, actionData }: Route.ComponentProps) {
  const m = useWords(ownWordsWords);
  const { number, text, state, withoutField, field, published, me, slug, title, help, said } = loaderData;
  const refused = actionData?.refused;
  const inField = refused === "missing" || refused === "long" ? m.refused[refused] : undefined;
  return (
    <PublicFrame footer={<Help contact={help} />}>
      <title>{`${m.title({ n: number })} · ${title}`}</title>
      <meta name="robots" content="noindex" />
      <PageHead title={m.title({ n: number })}>
        <Typed as="blockquote" className="lead">
          {text}
        </Typed>
        <p className="row-actions">
          <a href={`/mijn/${slug}/verslag`}>{m.back}</a>
          <a href={`/mijn/${slug}/inbreng`}>{m.input}</a>
        </p>
      </PageHead>
      {said && !actionData ? <Notice variant="success">{m.said[said] ?? m.said.anders}</Notice> : null}
      {refused && !inField ? <Refusal>{m.refused[refused] ?? m.refused.gone}</Refusal> : null}
      {state === "visible" ? (
        <>
          <Rail id="verbeter" heading={m.correct}>
            {published && !actionData ? (
              <p>{m.published}</p>
            ) : (
              <form method="post" noValidate data-draft={me} data-draft-back={actionData ? "" : undefined}>
                <ErrorSummary heading={m.summary} errors={inField ? [{ field: "text", text: inField }] : []} />
                {actionData?.guarded ? (
                  <GuardStop typed={{ text: actionData.typed }} fields={guarded} of={(id) => ({ id, label: m.words })} />
                ) : null}
                <input type="hidden" name="doen" value="verbeter" />
                <input type="hidden" name="was" value={text} />
                <TextArea
                  name="text"
                  label={m.words}
                  hint={m.wordsHint}
                  rows={5}
                  defaultValue={actionData?.typed ?? text}
                  error={inField}
                />
                <p className="actions">
                  <Button>{m.save}</Button>
                </p>
              </form>
            )}
          </Rail>
          <Rail id="anoniem" heading={m.anonymous}>
            <p>{withoutField ? m.isAnonymous : m.anonymousText({ field: field ?? "" })}</p>
            {withoutField && published ? null : (
              <form method="post">
                <p className="actions">
                  <Button variant="secondary" name="doen" value={withoutField ? "niet-anoniem" : "anoniem"}>
                    {withoutField ? m.notAnonymous : m.makeAnonymous}
                  </Button>
                </p>
              </form>
            )}
          </Rail>
          <Rail id="intrekken" heading={m.withdraw}>
            <p>{m.withdrawText}</p>
            <Disclosure summary={m.withdrawThis}>
              <p>{m.withdrawAsk}</p>
              <form method="post">
                <p className="actions">
                  <Button variant="secondary" danger name="doen" value="intrek">
                    {m.withdrawSure}
                  </Button>
                </p>
              </form>
            </Disclosure>
          </Rail>
        </>
      ) : (
        <Notice>{state === "withdrawn" ? m.withdrawn : m.hidden}</Notice>
      )}
    </PublicFrame>
  );
}
