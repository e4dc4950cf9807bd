import { data, redirect } from "react-router";
import { z } from "zod";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import { waysOut } from "../../platform/database/transitions.ts";
import { Refused } from "../../platform/http/refused.ts";
import { cleanLine, cleanText, textLength } from "../../platform/text.ts";
import { Around, Written, WrittenIn } from "../../ui/form/typed.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Tag } from "../../ui/tag.tsx";
import { tellAsOwner } from "../answers/reply.server.ts";
import { itemEvents, itemLimits, itemTransitions } from "../items/item.ts";
import { stateTones } from "../items/item-list.tsx";
import { listProgress, listSteps } from "../items/items.server.ts";
import { openedOf } from "../items/title.server.ts";
import { programmeWords } from "../messages/programme.ts";
import { programmeWorkWords } from "../messages/programme-work.ts";
import { News } from "../news/news-list.tsx";
import type { Route } from "./+types/owned.route.ts";
import { ConsentForm, QuickForm } from "./owned-forms.tsx";
import { answerNamed, findOwned } from "./owners.server.ts";
import "../items/programme.css";

export const handle = { script: false };

/** The page of who looks after an item, by the link from a mail: no sign-in. A GET only shows. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const found = await findOwned(db, params.token);
  if (!found) return data(null, { status: 410 });
  const { owner, item, name, dialogueId } = found;
  const query = new URL(request.url).searchParams;
  return data({
    ...(await openedOf(db, dialogueId)),
    owner: { role: owner.role, lead: owner.lead, named: owner.named, name },
    item: { title: item.title, state: item.state, number: item.number },
    steps: await listSteps(db, item.id),
    ways: waysOut(itemTransitions, item.state),
    news: (await listProgress(db, item.id)).filter(({ kind }) => kind !== "merged" && kind !== "split"),
    kept: query.has("bewaard"),
    told: query.has("verteld"),
  });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { db } = context.get(servicesContext);
  const found = await findOwned(db, params.token);
  if (!found) return data(null, { status: 410 });
  const form = await request.formData();
  const here = `/punt/${params.token}`;
  if (form.get("doen") === "naam") {
    const named = form.get("named");
    const name = cleanLine(String(form.get("name") ?? ""));
    const no = (trouble: string) => data({ form: "naam", trouble, text: name, named: String(named ?? "") }, { status: 422 });
    if (named !== "ja" && named !== "nee") return no("choose");
    if (named === "ja" && (name === "" || textLength(name) > 120)) return no("name");
    await answerNamed(db, params.token, name, named === "ja");
    return redirect(`${here}?bewaard`, 303);
  }
  const event = z.union([z.enum(itemEvents), z.literal("")]).safeParse(form.get("event") ?? "");
  const done = z.array(z.coerce.number().int().min(0).max(itemLimits.steps)).safeParse(form.getAll("done"));
  if (!event.success || !done.success) throw data("missing", { status: 400 });
  const text = cleanText(String(form.get("news") ?? ""));
  const no = (status: number, trouble: string) => data({ form: "vertel", trouble, text, named: "" }, { status });
  if (textLength(text) > itemLimits.news) return no(422, "long");
  if (objection(form, ["news"])) return no(422, "guarded");
  if (event.data === "stop" && form.get("zeker") !== "ja") return no(422, "sure");
  try {
    const told = await tellAsOwner(db, params.token, { event: event.data || null, text, done: done.data });
    return told ? redirect(`${here}?verteld`, 303) : no(422, "missing");
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return no(error.status, "not-now");
  }
}

export default function OwnedItem({ loaderData: page, actionData }: Route.ComponentProps) {
  const words = useWords(programmeWorkWords);
  const m = words.mine;
  const states = useWords(programmeWords).states;
  if (!page)
    return (
      <PublicFrame>
        <title>{m.gone}</title>
        <h1>{m.gone}</h1>
        <p>{m.goneText}</p>
      </PublicFrame>
    );
  const { owner, item, steps, ways, news, kept, told, title, way } = page;
  const typed = actionData ?? null;
  const consent = <ConsentForm owner={owner} typed={typed?.form === "naam" ? typed : null} />;
  return (
    <WrittenIn language={page.language}>
      <PublicFrame>
        <title>{item.title}</title>
        <meta name="robots" content="noindex" />
        <div className="page-head">
          <p className="eyebrow">
            <Around words={{ title }} say={m.eyebrow} />
          </p>
          <h1>
            <Written>{item.title}</Written>
          </h1>
          <p>
            <Tag tone={stateTones[item.state]}>{states[item.state]}</Tag> {m.role(owner)}
          </p>
          {way ? (
            <p>
              <a href={`${way}#punt-${item.number}`}>{m.programme}</a>
            </p>
          ) : null}
        </div>
        {kept && !typed ? <Notice variant="success">{m.kept}</Notice> : null}
        {told && !typed ? (
          <Notice variant="success" title={m.told}>
            {m.toldText}
          </Notice>
        ) : null}
        {owner.named === null ? consent : null}
        <QuickForm state={item.state} ways={ways} steps={steps} typed={typed?.form === "vertel" ? typed : null} />
        {owner.named === null ? null : consent}
        {news.length > 0 ? (
          <section aria-labelledby="eerder">
            <h2 id="eerder">{m.earlier}</h2>
            <News news={news} />
          </section>
        ) : null}
      </PublicFrame>
    </WrittenIn>
  );
}
