import { data, redirect } from "react-router";
import { z } from "zod";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { ItemId } from "../../platform/ids.ts";
import { cleanLine, textLength } from "../../platform/text.ts";
import { Written } from "../../ui/form/typed.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { listThemes } from "../answers/answers.server.ts";
import { itemLimits } from "../items/item.ts";
import { findItem, listItems } from "../items/items.server.ts";
import { mergeItems, splitItem } from "../items/lineage.server.ts";
import { mayPlan, numberIn } from "../items/planning.ts";
import { programmeWorkWords } from "../messages/programme-work.ts";
import type { Route } from "./+types/share.route.ts";
import { MergeForm, type ShareTyped, SplitForm } from "./share-forms.tsx";
import "../items/programme.css";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { dialogue, roles } = context.get(placeContext);
  const number = numberIn(params.number);
  if (!dialogue || number === null) throw data("missing", { status: 404 });
  const { db } = context.get(servicesContext);
  const [items, themes] = await Promise.all([listItems(db, dialogue.id), listThemes(db, dialogue.id)]);
  const item = items.find((one) => one.number === number);
  if (!item) throw data("missing", { status: 404 });
  if (!mayPlan(dialogue.state, roles)) throw data("forbidden", { status: 403 });
  return {
    item: { id: item.id, number: item.number, title: item.title },
    fresh: crypto.randomUUID(),
    others: items.filter(({ id }) => id !== item.id).map(({ id, number: n, title }) => ({ id, number: n, title })),
    themes: themes.filter(({ id }) => item.themeIds.includes(id)).map(({ id, name }) => ({ id, name })),
    claims: item.claims.map(({ id, number: n, words }) => ({ id, number: n, words })),
    steps: item.steps.map(({ text }) => text),
  };
}

const ids = z.array(z.uuid()).max(200);

export async function action({ context, params, request }: Route.ActionArgs) {
  const { dialogue } = context.get(placeContext);
  const { team } = context.get(visitContext);
  const number = numberIn(params.number);
  if (!dialogue || !team || number === null) throw data("missing", { status: 404 });
  const { db } = context.get(servicesContext);
  const found = await findItem(db, dialogue.id, number);
  const form = await request.formData();
  const all = (name: string) => form.getAll(name).map(String);
  const typed: ShareTyped = {
    ...{ into: String(form.get("into") ?? ""), title: cleanLine(String(form.get("title") ?? "")) },
    ...{ themes: all("themes"), claims: all("claims"), steps: all("steps") },
  };
  const no = (error: string, status = 422) => data({ typed, error, guarded: error === "guarded" }, { status });
  const home = `/team/${dialogue.slug}/programma`;
  const id = (found?.id ?? form.get("van")) as ItemId;
  if (!z.uuid().safeParse(id).success) throw data("missing", { status: 404 });
  try {
    if (form.get("doen") === "samen") {
      if (!z.uuid().safeParse(typed.into).success) return no("into");
      const into = await mergeItems(db, dialogue.id, team.personId, id, typed.into as ItemId);
      return redirect(`${home}/${into}?samen=${number}`, 303);
    }
    const fresh = z.uuid().safeParse(form.get("id"));
    const chosen = { themes: ids.safeParse(typed.themes), claims: ids.safeParse(typed.claims) };
    if (form.get("doen") !== "splits" || !fresh.success || !chosen.themes.success || !chosen.claims.success)
      throw data("missing", { status: 400 });
    if (typed.title === "" || textLength(typed.title) > itemLimits.title) return no("title");
    if (objection(form, ["title"])) return no("guarded");
    const apart = { themes: chosen.themes.data, claims: chosen.claims.data, steps: typed.steps.map(Number) };
    const made = await splitItem(db, dialogue.id, team.personId, id, { id: fresh.data as ItemId, title: typed.title, apart });
    return redirect(`${home}/${made}?gesplitst`, 303);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return no(error.code === "nothing-chosen" ? "nothing" : error.code, error.status);
  }
}

export default function ShareItem({ loaderData, actionData }: Route.ComponentProps) {
  const m = useWords(programmeWorkWords).share;
  const { slug, title } = useDialogue();
  const { item, others, themes, claims, steps, fresh } = loaderData;
  return (
    <>
      <title>{`${m.title({ n: item.number })} · ${title}`}</title>
      <PageHead title={m.title({ n: item.number })} eyebrow={<Written>{item.title}</Written>} lead={m.lead}>
        <p>
          <TextLink to={`/team/${slug}/programma/${item.number}`}>{m.back}</TextLink>
        </p>
      </PageHead>
      <MergeForm from={item.id} others={others} typed={actionData ?? null} />
      <SplitForm from={item.id} fresh={fresh} themes={themes} claims={claims} steps={steps} typed={actionData ?? null} />
    </>
  );
}
