import { data, Form, redirect } from "react-router";
import { z } from "zod";
import { placeContext, servicesContext, visitContext } from "../context.ts";
import { mayDialogue } from "../dialogue/dialogue.ts";
import { useDialogue } from "../dialogue/use-dialogue.tsx";
import { objection } from "../guard/weigh.ts";
import type { DialogueId, ItemId, PersonId } from "../ids.ts";
import { programmeWords } from "../messages/programme.ts";
import { useWords } from "../messages/words.ts";
import type { Db } from "../platform/change.server.ts";
import { readForm } from "../platform/form.ts";
import { Refused } from "../platform/refused.ts";
import { cleanText, textLength } from "../platform/text.ts";
import { waysOut } from "../platform/transitions.ts";
import { Button } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { Notice } from "../ui/notice.tsx";
import { Rail } from "../ui/rail.tsx";
import { TextLink } from "../ui/text.tsx";
import type { Route } from "./+types/item.route.ts";
import { listThemes } from "./answers.server.ts";
import { type ItemStep, itemEvents, itemLimits, itemLists, itemProse, itemShape, itemTransitions, readSteps } from "./item.ts";
import { ItemForm, type ItemTrouble, type ItemValues } from "./item-form.tsx";
import { ItemRead } from "./item-read.tsx";
import { findItem, type Item, listItems, listProgress, removeItem, saveItem, tellProgress } from "./items.server.ts";
import { listChoices } from "./programme.server.ts";
import { News, ProgressForm } from "./progress-form.tsx";
import "./programme.css";

const numberOf = (text: string) => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : null);

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { dialogue, roles } = context.get(placeContext);
  if (!dialogue) throw data("missing", { status: 404 });
  const { db } = context.get(servicesContext);
  const isNew = params.number === "nieuw";
  const number = numberOf(params.number);
  const found = number === null ? null : await findItem(db, dialogue.id, number);
  if (!isNew && !found) throw data("missing", { status: 404 });
  const mayWrite = mayDialogue(dialogue.state, "planProgramme") && (roles.has("organiser") || roles.has("analyst"));
  if (isNew && !mayWrite) throw data("forbidden", { status: 403 });
  const [choices, themes] = await Promise.all([listChoices(db, dialogue.id), listThemes(db, dialogue.id)]);
  const query = new URL(request.url).searchParams;
  const theme = themes.find(({ id }) => id === query.get("thema"));
  return {
    values: found ? valuesOf(found) : { ...empty, id: crypto.randomUUID(), themes: theme ? [theme.id] : [] },
    item: found,
    ways: found ? waysOut(itemTransitions, found.state) : [],
    news: found ? await listProgress(db, found.id) : [],
    choices: { ...choices, themes: themes.map(({ id, name }) => ({ id, name })) },
    mayWrite,
    saved: query.has("bewaard"),
    told: query.has("verteld"),
  };
}

const empty = {
  ...{ version: 0, title: "", kind: "", text: "", acts: "", budget: "", indicator: "" },
  ...{ fields: [] as string[], parties: [] as string[], themes: [] as string[], steps: [] as ItemStep[] },
};

function valuesOf(item: Item): ItemValues {
  const { id, version, title, kind, text, acts, budget, indicator, fieldIds, partyIds, themeIds, steps } = item;
  return {
    id,
    version,
    title,
    kind,
    text,
    acts,
    budget,
    indicator,
    fields: fieldIds,
    parties: partyIds,
    themes: themeIds,
    steps,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue } = context.get(placeContext);
  const { team } = context.get(visitContext);
  if (!dialogue || !team) throw data("missing", { status: 404 });
  const { db } = context.get(servicesContext);
  const form = await request.formData();
  const id = z.uuid().safeParse(form.get("id"));
  if (!id.success) throw data("missing", { status: 400 });
  const at = { db, dialogueId: dialogue.id, who: team.personId, id: id.data as ItemId, home: `/team/${dialogue.slug}/programma` };
  switch (form.get("doen")) {
    case "bewaar":
      return save(at, form);
    case "vertel":
      return tell(at, form);
    case "weg":
      return take(at);
    default:
      throw data("missing", { status: 400 });
  }
}

interface At {
  readonly db: Db;
  readonly dialogueId: DialogueId;
  readonly who: PersonId;
  readonly id: ItemId;
  readonly home: string;
}

const calm: ItemTrouble = { errors: {}, stepError: null, guarded: false, refused: null, theirs: {}, conflictBy: null };

async function save({ db, dialogueId, who, id, home }: At, form: FormData) {
  const typed = typedIn(id, form);
  const no = (status: number, trouble: Partial<ItemTrouble>, version = typed.version) =>
    data({ typed: { ...typed, version }, trouble: { ...calm, ...trouble }, news: null }, { status });
  const read = readForm(itemShape, form, itemLists);
  const steps = readSteps(Object.fromEntries([...form].map(([name, value]) => [name, String(value)])));
  if (!read.ok || !steps.ok) return no(422, { errors: read.ok ? {} : read.errors, stepError: steps.ok ? null : steps });
  if (objection(form, itemProse)) return no(422, { guarded: true });
  try {
    const done = await saveItem(db, dialogueId, who, id, { ...read.value, steps: steps.steps });
    if (done.status === "saved") return redirect(`${home}/${done.number}?bewaard`, 303);
    if (done.status === "gone") return no(409, { refused: "gone" });
    const now = await findKept(db, dialogueId, id);
    return no(409, { theirs: now ? differing(typed, now) : {}, conflictBy: done.by ?? "" }, now?.version);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return no(error.status, { refused: error.code === "gone" ? "gone" : "not-now" });
  }
}

async function findKept(db: Db, dialogueId: DialogueId, id: ItemId): Promise<ItemValues | null> {
  const found = (await listItems(db, dialogueId)).find((one) => one.id === id);
  return found ? valuesOf(found) : null;
}

function differing(typed: ItemValues, kept: ItemValues): Record<string, string> {
  const names = ["title", "kind", "text", "acts", "budget", "indicator"] as const;
  return Object.fromEntries(names.filter((name) => typed[name] !== kept[name]).map((name) => [name, kept[name]]));
}

function typedIn(id: string, form: FormData): ItemValues {
  const one = (name: string) => String(form.get(name) ?? "");
  const all = (name: string) => form.getAll(name).map(String);
  const steps = Array.from({ length: itemLimits.steps }, (_, at) => ({
    text: one(`step-${at}`),
    due: one(`due-${at}`) || null,
    done: one(`done-${at}`) === "on",
  }));
  const last = steps.findLastIndex(({ text, due }) => text !== "" || due !== null);
  return {
    ...{ id, version: Number(one("version")) || 0, title: one("title"), kind: one("kind"), text: one("text") },
    ...{ acts: one("acts"), budget: one("budget"), indicator: one("indicator") },
    ...{ fields: all("fields"), parties: all("parties"), themes: all("themes"), steps: steps.slice(0, last + 1) },
  };
}

async function tell({ db, dialogueId, who, id, home }: At, form: FormData) {
  const event = z.enum(itemEvents).nullable().safeParse(form.get("event"));
  if (!event.success) throw data("missing", { status: 400 });
  const text = cleanText(String(form.get("news") ?? ""));
  const no = (status: number, trouble: "missing" | "long" | "guarded" | "not-now" | "gone") =>
    data({ typed: null, trouble: calm, news: { text, trouble } }, { status });
  if (text === "" && event.data === null) return no(422, "missing");
  if (textLength(text) > itemLimits.news) return no(422, "long");
  if (objection(form, ["news"])) return no(422, "guarded");
  try {
    const number = await tellProgress(db, dialogueId, who, id, { event: event.data, text });
    return redirect(`${home}/${number}?verteld#verloop`, 303);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return no(error.status, error.code === "gone" ? "gone" : "not-now");
  }
}

async function take({ db, dialogueId, who, id, home }: At) {
  await removeItem(db, dialogueId, who, id);
  return redirect(`${home}?weggehaald`, 303);
}

export default function ItemPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(programmeWords);
  const m = words.form;
  const { slug, title } = useDialogue();
  const { item, choices, mayWrite, saved, told, news, ways } = loaderData;
  const values = actionData?.typed ?? loaderData.values;
  const heading = item ? item.title : m.newTitle;
  return (
    <>
      <title>{`${heading} · ${title}`}</title>
      <div className="page-head">
        {item ? (
          <p className="eyebrow">
            {words.items.number({ n: item.number })}, {words.kinds[item.kind].toLowerCase()}
          </p>
        ) : null}
        <h1>{heading}</h1>
        <p>
          <TextLink to={`/team/${slug}/programma`}>{words.back}</TextLink>
        </p>
      </div>
      {saved && !actionData ? <Notice variant="success">{m.saved}</Notice> : null}
      {mayWrite ? (
        <ItemForm
          key={`${values.id} ${values.version}`}
          values={values}
          trouble={actionData?.trouble ?? calm}
          choices={choices}
        />
      ) : item ? (
        <ItemRead item={item} choices={choices} />
      ) : null}
      {item ? (
        <Rail id="verloop" heading={words.progress.heading}>
          {told && !actionData ? <Notice variant="success">{words.progress.told}</Notice> : null}
          {mayWrite ? (
            <ProgressForm key={news[0]?.id ?? 0} id={item.id} state={item.state} ways={ways} typed={actionData?.news ?? null} />
          ) : null}
          {news.length === 0 ? <p>{words.progress.none}</p> : <News news={news} />}
        </Rail>
      ) : null}
      {item && mayWrite ? (
        <Disclosure summary={m.remove}>
          <p>{m.removeText}</p>
          <Form method="post">
            <input type="hidden" name="doen" value="weg" />
            <input type="hidden" name="id" value={item.id} />
            <p className="actions">
              <Button variant="secondary" danger>
                {m.removeSure}
              </Button>
            </p>
          </Form>
        </Disclosure>
      ) : null}
    </>
  );
}
