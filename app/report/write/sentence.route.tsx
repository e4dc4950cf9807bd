import { data, Form, redirect } from "react-router";
import { z } from "zod";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useWords } from "../../language/words.ts";
import { type Support, wordsOf } from "../../method/text/prose-inline.ts";
import { readProse, sentencesIn, support } from "../../method/text/prose-text.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { BlockId } from "../../platform/ids.ts";
import { Button } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { CheckboxGroup } from "../../ui/form/choices.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { Typed } from "../../ui/form/typed.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Refusal } from "../../ui/notice.tsx";
import { claimWords } from "../document/messages/claims.ts";
import { findGrounds, listGroundThemes } from "../gather/grounds.server.ts";
import { isPlace } from "../read/places.ts";
import type { Route } from "./+types/sentence.route.ts";
import { findBlock, saveBlock } from "./blocks.server.ts";
import "./blocks.css";

const mostTicked = 200;
/** What is ticked in the form, be it sent to be kept or to search on. */
function tickedIn(form: URLSearchParams | FormData) {
  const all = (name: string, like: RegExp) => form.getAll(name).flatMap((one) => (like.test(String(one)) ? String(one) : []));
  const numbers = (name: string) => [...new Set(all(name, /^[1-9]\d{0,6}$/).map(Number))];
  return {
    numbers: numbers("bijdrage"),
    seen: numbers("was"),
    themes: all("heel-thema", /^[0-9a-f]{8}$/),
    states: form.get("geen") !== "ja",
  };
}

const numberIn = (text: string) => (/^[1-9]\d{0,4}$/.test(text) ? Number(text) - 1 : -1);

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { dialogue } = context.get(placeContext);
  const id = z.uuid().safeParse(params.block);
  if (!dialogue || !id.success) throw data("missing", { status: 404 });
  const { db } = context.get(servicesContext);
  const block = await findBlock(db, dialogue.id, id.data as BlockId);
  const sentence = block && !block.removedAt ? sentencesIn(readProse(block.text))[numberIn(params.sentence)] : undefined;
  if (!block || !sentence) throw data("missing", { status: 404 });
  const query = new URL(request.url).searchParams;
  const behind: Support = sentence.support ?? { numbers: [], themes: [], states: true };
  const theme = query.get("thema") ?? "";
  const search = theme ? "" : (query.get("zoek") ?? "").trim().slice(0, 200);
  const ticked = query.has("version") ? tickedIn(query) : behind;
  const chosen = [...new Set([...behind.numbers, ...ticked.numbers.slice(0, mostTicked)])];
  const found = await findGrounds(db, dialogue.id, { search, theme, chosen });
  return {
    id: block.id,
    version: block.version,
    words: wordsOf(sentence.parts),
    ticked: { numbers: ticked.numbers, themes: ticked.themes, states: ticked.states },
    search,
    theme,
    ...found,
    themes: await listGroundThemes(db, dialogue.id),
  };
}

const changed = { changed: true, nothing: false };

export async function action({ context, params, request }: Route.ActionArgs) {
  const { dialogue } = context.get(placeContext);
  const { team } = context.get(visitContext);
  const id = z.uuid().safeParse(params.block);
  if (!dialogue || !team || !id.success) throw data("missing", { status: 404 });
  const { db } = context.get(servicesContext);
  const form = await request.formData();
  const block = await findBlock(db, dialogue.id, id.data as BlockId);
  if (!block) throw data("missing", { status: 404 });
  const at = numberIn(params.sentence);
  const sentence = sentencesIn(readProse(block.text))[at];
  const version = Number(form.get("version"));
  if (!sentence || block.removedAt || block.version !== version) return data(changed, { status: 409 });
  const { seen, themes, states, numbers } = tickedIn(form);
  const before = sentence.support?.numbers ?? [];
  const all = [...new Set([...before.filter((number) => !seen.includes(number)), ...numbers])];
  const by = !states
    ? { numbers: [], themes: [], states }
    : all.length + themes.length > 0
      ? { numbers: all, themes, states }
      : null;
  if (!by && !sentence.support) return data({ changed: false, nothing: true }, { status: 422 });
  if (!isPlace(block.place)) throw data("missing", { status: 404 });
  try {
    const text = support(block.text, at, by);
    const done = await saveBlock(db, dialogue.id, team.personId, block.id, { text, place: block.place, version });
    if (done.status !== "saved") return data(changed, { status: 409 });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return data(changed, { status: error.status });
  }
  return redirect(`/team/${dialogue.slug}/verslag/blokken/${block.id}?bewaard#onderbouwing`, 303);
}

export default function SentencePage({ loaderData, actionData }: Route.ComponentProps) {
  const m = useWords(claimWords);
  const { slug, title } = useDialogue();
  const { id, version, words, ticked, search, theme, chosen, found, more, themes } = loaderData;
  const fresh = found.filter(({ number }) => !chosen.some((one) => one.number === number));
  const lines = [...chosen, ...fresh];
  const asked = themes.find(({ key }) => key === theme)?.name ?? search;
  const first = lines.length > 0 ? "bijdrage" : "zoek";
  return (
    <>
      <title>{`${m.title} · ${title}`}</title>
      <PageHead title={m.title}>
        <blockquote className="lead">{words}</blockquote>
        <p>
          <TextLink to={`/team/${slug}/verslag/blokken/${id}`}>{m.back}</TextLink>
        </p>
      </PageHead>
      {actionData?.changed ? <Refusal>{m.changed}</Refusal> : null}
      <ErrorSummary heading={m.summary} errors={actionData?.nothing ? [{ field: first, text: m.nothingChosen }] : []} />
      <Form method="post">
        <Rail id="zoeken" heading={m.search}>
          <input type="hidden" name="version" value={version} />
          <TextField
            name="zoek"
            label={m.words}
            hint={m.wordsHint}
            defaultValue={search}
            error={actionData?.nothing && first === "zoek" ? m.nothingChosen : undefined}
          />
          <p className="actions">
            <Button variant="secondary" formMethod="get">
              {m.find}
            </Button>
          </p>
          {themes.length > 0 ? (
            <p className="row-actions small">
              {themes.map((one) => (
                <Button
                  key={one.key}
                  variant="quiet"
                  size="small"
                  formMethod="get"
                  name="thema"
                  value={one.key}
                  aria-current={theme === one.key ? "true" : undefined}
                >
                  {one.name}
                </Button>
              ))}
            </p>
          ) : null}
        </Rail>
        <Rail id="kiezen" heading={m.choose}>
          {lines.map(({ number }) => (
            <input key={number} type="hidden" name="was" value={number} />
          ))}
          {asked && found.length === 0 ? (
            <p role="status">{m.notFound({ what: asked })}</p>
          ) : lines.length === 0 ? (
            <p>{m.none}</p>
          ) : null}
          {lines.length > 0 ? (
            <CheckboxGroup
              name="bijdrage"
              legend={m.contributions}
              defaultValue={ticked.numbers.map(String)}
              error={actionData?.nothing ? m.nothingChosen : undefined}
              choices={lines.map(({ number, text, kind, gone }) => ({
                value: String(number),
                label: gone ? (
                  <span className="quiet">{m.gone({ n: number })}</span>
                ) : (
                  <>
                    <Typed>{text}</Typed>{" "}
                    <span className="small quiet">
                      {m.kinds[kind]}, {m.number({ n: number })}
                    </span>
                  </>
                ),
              }))}
            />
          ) : null}
          {more > 0 ? <p className="small quiet">{m.more({ n: more })}</p> : null}
          {themes.length > 0 ? (
            <CheckboxGroup
              name="heel-thema"
              legend={m.themes}
              hint={m.themesHint}
              defaultValue={ticked.themes}
              choices={themes.map((one) => ({ value: one.key, label: m.theme({ name: one.name, n: one.needs }) }))}
            />
          ) : null}
          <CheckboxGroup
            name="geen"
            legend={m.statesNothing}
            hint={m.statesNothingHint}
            defaultValue={ticked.states ? [] : ["ja"]}
            choices={[{ value: "ja", label: m.statesNothingChoice }]}
          />
          <p className="actions">
            <Button>{m.save}</Button>
          </p>
        </Rail>
      </Form>
    </>
  );
}
