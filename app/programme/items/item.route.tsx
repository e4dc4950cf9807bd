import { data, redirect } from "react-router";
import { z } from "zod";
import { askedByTeam, askedOfDialogue } from "../../dialogue/access/asked.server.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import type { Db } from "../../platform/database/change.server.ts";
import { waysOut } from "../../platform/database/transitions.ts";
import { readForm } from "../../platform/http/form.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, ItemId, PersonId } from "../../platform/ids.ts";
import { cleanText, textLength } from "../../platform/text.ts";
import { Rail } from "../../ui/chart/rail.tsx";
import { Around, Typed } from "../../ui/form/typed.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice } from "../../ui/notice.tsx";
import { listThemes } from "../answers/answers.server.ts";
import { listConditions } from "../answers/reactions.server.ts";
import { ReactionsTold } from "../answers/reactions-told.tsx";
import { programmeWords } from "../messages/programme.ts";
import { programmeVoiceWords } from "../messages/programme-voice.ts";
import { programmeWorkWords } from "../messages/programme-work.ts";
import { News } from "../news/news-list.tsx";
import type { Route } from "./+types/item.route.ts";
import { listFindings } from "./claims.server.ts";
import { findingsToTick } from "./finding.ts";
import { itemEvents, itemLimits, itemLists, itemProse, itemShape, itemTransitions, readSteps } from "./item.ts";
import { ItemForm } from "./item-form.tsx";
import { ItemMore } from "./item-more.tsx";
import { ItemRead } from "./item-read.tsx";
import { differing, empty, type ItemValues, typedIn, valuesOf } from "./item-values.ts";
import { findItem, listItems, listProgress, removeItem, saveItem, tellProgress } from "./items.server.ts";
import { listLineage } from "./lineage.server.ts";
import { mayPlan, numberIn } from "./planning.ts";
import { listChoices } from "./programme.server.ts";
import { ProgressForm } from "./progress-form.tsx";
import "./programme.css";
import type { ItemTrouble } from "./item-trouble.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { dialogue, roles, db } = askedOfDialogue(context);
  const isNew = params.number === "nieuw";
  const number = numberIn(params.number);
  const found = number === null ? null : await findItem(db, dialogue.id, number);
  const lineage = await listLineage(db, dialogue.id);
  const former = found ? undefined : lineage.find((one) => one.number === number && one.mergedInto && !one.removedAt);
  if (!isNew && !found && !former?.now) throw data("missing", { status: 404 });
  const mayWrite = mayPlan(dialogue.state, roles);
  if (isNew && !mayWrite) throw data("forbidden", { status: 403 });
  const [choices, themes, findings] = await Promise.all([
    listChoices(db, dialogue.id),
    listThemes(db, dialogue.id),
    listFindings(db, dialogue.id),
  ]);
  const query = new URL(request.url).searchParams;
  const theme = themes.find(({ id }) => id === query.get("thema"));
  const finding = findings.find(({ key }) => key === query.get("conclusie"));
  return {
    values: found
      ? valuesOf(found)
      : { ...empty, id: crypto.randomUUID(), themes: theme ? [theme.id] : [], claims: finding ? [finding.key] : [] },
    item: found ? { ...found, history: null } : null,
    ways: found ? waysOut(itemTransitions, found.state) : [],
    news: found ? await listProgress(db, found.id) : [],
    conditions: found ? await listConditions(db, found.id) : [],
    former: former?.now ? { number: former.number, title: former.title, now: former.now } : null,
    lineage: lineage.map(({ id, number: n, title }) => ({ id, number: n, title })),
    choices: {
      ...choices,
      themes: themes.map(({ id, name }) => ({ id, name })),
      claims: findingsToTick(found?.claims ?? [], findings),
    },
    mayWrite,
    saved: query.has("bewaard"),
    told: query.has("verteld"),
    came: numberIn(query.get("samen") ?? ""),
    split: query.has("gesplitst"),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, team, db } = askedByTeam(context);
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
  const work = useWords(programmeWorkWords);
  const voice = useWords(programmeVoiceWords);
  const { item, choices, mayWrite, saved, told, news, ways, former, lineage, came, split, conditions } = loaderData;
  const values = actionData?.typed ?? loaderData.values;
  const heading = item?.title ?? former?.title ?? m.newTitle;
  const home = `/team/${slug}/programma`;
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
          <TextLink to={home}>{words.back}</TextLink>
        </p>
      </div>
      {saved && !actionData ? <Notice variant="success">{m.saved}</Notice> : null}
      {came && !actionData ? <Notice variant="success">{work.share.merged({ n: came })}</Notice> : null}
      {split && !actionData ? <Notice variant="success">{work.share.splitDone}</Notice> : null}
      {item ? (
        <Rail id="verloop" heading={words.progress.heading}>
          {told && !actionData ? <Notice variant="success">{words.progress.told}</Notice> : null}
          {mayWrite ? (
            <ProgressForm key={news[0]?.id ?? 0} id={item.id} state={item.state} ways={ways} typed={actionData?.news ?? null} />
          ) : null}
          {news.length === 0 ? <p>{words.progress.none}</p> : <News news={news} lineage={lineage} own={item} />}
        </Rail>
      ) : null}
      {former ? (
        <Notice title={work.links.former}>
          <p>
            <Around words={{ title: former.now.title }} say={(p) => work.links.formerText({ n: former.now.number, ...p })} />
          </p>
          <p>
            <TextLink to={`${home}/${former.now.number}`}>{work.links.toItem({ n: former.now.number })}</TextLink>
          </p>
        </Notice>
      ) : mayWrite ? (
        <ItemForm
          key={`${values.id} ${values.version}`}
          values={values}
          trouble={actionData?.trouble ?? calm}
          choices={choices}
          conditions={conditions}
        />
      ) : item ? (
        <ItemRead item={item} choices={choices} />
      ) : null}
      {item?.figures || conditions.length > 0 ? (
        <Rail id="reacties" heading={voice.told.heading}>
          <ReactionsTold figures={item?.figures ?? null} />
          {conditions.length > 0 ? (
            <>
              <h3>{voice.told.conditions}</h3>
              <ul>
                {conditions.map(({ id, text, led }) => (
                  <li key={id}>
                    <Typed>{text}</Typed> {led ? <span className="small quiet">({voice.told.used})</span> : null}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </Rail>
      ) : null}
      {item ? <ItemMore item={item} mayWrite={mayWrite} /> : null}
    </>
  );
}
