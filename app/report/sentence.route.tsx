import { data, Form, redirect } from "react-router";
import { z } from "zod";
import { placeContext, servicesContext, visitContext } from "../context.ts";
import { useDialogue } from "../dialogue/use-dialogue.tsx";
import type { BlockId } from "../ids.ts";
import { claimWords } from "../messages/claims.ts";
import { useWords } from "../messages/words.ts";
import { Refused } from "../platform/refused.ts";
import { Button } from "../ui/button.tsx";
import { CheckboxGroup } from "../ui/choices.tsx";
import { Notice } from "../ui/notice.tsx";
import { Rail } from "../ui/rail.tsx";
import { TextLink } from "../ui/text.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { Route } from "./+types/sentence.route.ts";
import { findBlock, saveBlock } from "./blocks.server.ts";
import { findGrounds, listGroundThemes } from "./grounds.server.ts";
import { isPlace } from "./places.ts";
import { readProse, type Support, sentencesIn, support, wordsOf } from "./prose-text.ts";
import "./blocks.css";

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
  const search = (query.get("zoek") ?? "").slice(0, 200);
  const found = await findGrounds(db, dialogue.id, { search, theme: query.get("thema"), chosen: behind.numbers });
  return {
    id: block.id,
    version: block.version,
    words: wordsOf(sentence.parts),
    behind,
    search,
    theme: query.get("thema") ?? "",
    ...found,
    themes: await listGroundThemes(db, dialogue.id),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { dialogue } = context.get(placeContext);
  const { team } = context.get(visitContext);
  const id = z.uuid().safeParse(params.block);
  if (!dialogue || !team || !id.success) throw data("missing", { status: 404 });
  const { db } = context.get(servicesContext);
  const form = await request.formData();
  const numbers = (name: string) => form.getAll(name).flatMap((one) => (/^[1-9]\d{0,6}$/.test(String(one)) ? Number(one) : []));
  const block = await findBlock(db, dialogue.id, id.data as BlockId);
  if (!block) throw data("missing", { status: 404 });
  const at = numberIn(params.sentence);
  const sentence = sentencesIn(readProse(block.text))[at];
  const version = Number(form.get("version"));
  if (!sentence || block.removedAt || block.version !== version) return data({ changed: true }, { status: 409 });
  const seen = new Set(numbers("was"));
  const kept = (sentence.support?.numbers ?? []).filter((number) => !seen.has(number));
  const themes = form.getAll("thema").flatMap((one) => (/^[0-9a-f]{8}$/.test(String(one)) ? String(one) : []));
  const all = [...new Set([...kept, ...numbers("bijdrage")])];
  const states = form.get("geen") !== "ja";
  const by = !states
    ? { numbers: [], themes: [], states }
    : all.length + themes.length > 0
      ? { numbers: all, themes, states }
      : null;
  if (!isPlace(block.place)) throw data("missing", { status: 404 });
  try {
    const text = support(block.text, at, by);
    const done = await saveBlock(db, dialogue.id, team.personId, block.id, { text, place: block.place, version });
    if (done.status !== "saved") return data({ changed: true }, { status: 409 });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return data({ changed: true }, { status: error.status });
  }
  return redirect(`/team/${dialogue.slug}/verslag/blokken/${block.id}?bewaard#onderbouwing`, 303);
}

export default function SentencePage({ loaderData, actionData }: Route.ComponentProps) {
  const m = useWords(claimWords);
  const { slug, title } = useDialogue();
  const { id, version, words, behind, search, theme, chosen, found, more, themes } = loaderData;
  const lines = [...chosen, ...found.filter(({ number }) => !behind.numbers.includes(number))];
  return (
    <>
      <title>{`${m.title} · ${title}`}</title>
      <div className="page-head">
        <h1>{m.title}</h1>
        <blockquote className="lead">{words}</blockquote>
        <p>
          <TextLink to={`/team/${slug}/verslag/blokken/${id}`}>{m.back}</TextLink>
        </p>
      </div>
      {actionData?.changed ? (
        <Notice variant="warn" live="at-once">
          {m.changed}
        </Notice>
      ) : null}
      <Rail id="zoeken" heading={m.search}>
        <Form method="get" className="ground-search">
          <TextField name="zoek" label={m.words} hint={m.wordsHint} defaultValue={search} />
          <p className="actions">
            <Button variant="secondary">{m.find}</Button>
          </p>
        </Form>
        {themes.length > 0 ? (
          <p className="row-actions small">
            {themes.map((one) => (
              <TextLink key={one.key} to={`?thema=${one.key}`} aria-current={theme === one.key ? "true" : undefined}>
                {one.name}
              </TextLink>
            ))}
          </p>
        ) : null}
      </Rail>
      <Rail id="kiezen" heading={m.choose}>
        <Form method="post">
          <input type="hidden" name="version" value={version} />
          {lines.map(({ number }) => (
            <input key={number} type="hidden" name="was" value={number} />
          ))}
          {lines.length === 0 ? <p>{m.none}</p> : null}
          {lines.length > 0 ? (
            <CheckboxGroup
              name="bijdrage"
              legend={m.contributions}
              defaultValue={behind.numbers.map(String)}
              choices={lines.map(({ number, text, kind, gone }) => ({
                value: String(number),
                label: gone ? (
                  <span className="quiet">{m.gone({ n: number })}</span>
                ) : (
                  <>
                    <span className="as-typed">{text}</span>{" "}
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
              name="thema"
              id="hele-thema"
              legend={m.themes}
              hint={m.themesHint}
              defaultValue={behind.themes}
              choices={themes.map((one) => ({ value: one.key, label: m.theme({ name: one.name, n: one.needs }) }))}
            />
          ) : null}
          <CheckboxGroup
            name="geen"
            legend={m.statesNothing}
            hint={m.statesNothingHint}
            defaultValue={behind.states ? [] : ["ja"]}
            choices={[{ value: "ja", label: m.statesNothingChoice }]}
          />
          <p className="actions">
            <Button>{m.save}</Button>
          </p>
        </Form>
      </Rail>
    </>
  );
}
