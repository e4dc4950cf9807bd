import { data, redirect } from "react-router";
import { z } from "zod";
import { askedByGuest } from "../../dialogue/access/asked.server.ts";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { useLocale, useWords } from "../../language/words.ts";
import { Refused } from "../../platform/http/refused.ts";
import { stepsOfTemplate } from "../../prepare/run-sheet/templates/templates.ts";
import { Around, Typed, Written } from "../../ui/form/typed.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { Notice, Refusal } from "../../ui/notice.tsx";
import { memberOf } from "../people/viewer.server.ts";
import { NetworkNav } from "../start/network-nav.tsx";
import type { Route } from "./+types/circle.route.ts";
import { bestFirst } from "./circle.ts";
import { listDates } from "./circle-dates.server.ts";
import { CircleDates, CircleMeeting, CirclePick, CirclePropose } from "./circle-dates.tsx";
import { doInCircle } from "./circle-deeds.server.ts";
import { listNotes, listTied } from "./circle-notes.server.ts";
import { CircleCommitments, CircleEnd, CircleNotes, CirclePeople, CircleSheet } from "./circle-parts.tsx";
import { findCircle } from "./circles.server.ts";
import { circlesWords } from "./messages/circles.ts";
import "../start/network.css";

export const handle = { script: false };

const numbered = z.coerce.number().int().positive().max(1e9);

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const visit = context.get(visitContext);
  const { dialogue, at } = await memberOf(db, visit, context.get(placeContext), "circles");
  const number = numbered.safeParse(params.number);
  const found = number.success ? await findCircle(db, at, number.data) : null;
  if (!found) throw data("missing", { status: 404 });
  const { circle, people, mine, leads } = found;
  const inside = mine === "in";
  const [dates, notes, tied] = inside
    ? await Promise.all([listDates(db, circle.id, at.personId), listNotes(db, circle), listTied(db, at, circle)])
    : [[], [], { tied: [], own: [], practices: [] }];
  const { locale } = visit;
  return {
    ...{ id: circle.id, number: circle.number, kind: circle.kind, name: circle.title, about: circle.about, theme: found.theme },
    area: found.area,
    ...{ mine, leads, dates, best: bestFirst(dates), notes, ...tied },
    // who is in a group is for its members
    people:
      inside || circle.kind === "consultation" ? people.map((one) => ({ ...one, leads: one.personId === circle.personId })) : [],
    count: people.filter(({ joinedAt }) => joinedAt).length,
    meeting: inside && circle.meetsAt ? { startsAt: circle.meetsAt, place: circle.place } : null,
    sheet:
      circle.kind === "consultation"
        ? stepsOfTemplate("peer-consultation", locale).map(({ title, question, seconds }) => ({ title, question, seconds }))
        : [],
    fresh: crypto.randomUUID() as string,
    done: new URL(request.url).searchParams.get("gedaan"),
    slug: dialogue.slug,
    title: dialogue.title,
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { dialogue, guest, db } = askedByGuest(context);
  const at = { dialogueId: dialogue.id, personId: guest.personId };
  const number = numbered.safeParse(params.number);
  const form = await request.formData();
  const home = `/netwerk/${dialogue.slug}/groepen`;
  const found = number.success ? await findCircle(db, at, number.data) : null;
  if (!found) throw data("missing", { status: 404 });
  try {
    const done = await doInCircle(db, at, found.circle.id, form, new Date());
    if (!done) throw data("missing", { status: 400 });
    if (!done.ok)
      return data({ field: done.field, code: done.code, text: done.text, guarded: done.guarded, refused: null }, { status: 422 });
    return redirect(done.left ? `${home}?gedaan=${done.said}` : `${home}/${found.circle.number}?gedaan=${done.said}`, 303);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return data({ field: "", code: "", text: "", guarded: false, refused: error.code }, { status: error.status });
  }
}

export default function CircleView({ loaderData: page, actionData }: Route.ComponentProps) {
  const words = useWords(circlesWords);
  const m = words.one;
  const locale = useLocale();
  const trouble = actionData ?? null;
  const inside = page.mine === "in";
  return (
    <PublicFrame>
      <title>{`${page.name} · ${page.title}`}</title>
      <meta name="robots" content="noindex" />
      <PageHead title={<Written>{page.name}</Written>} eyebrow={words.kinds[page.kind]}>
        <Typed as="p">{page.about}</Typed>
        {page.theme ? (
          <p className="small quiet">
            <Around words={{ name: page.theme }} say={m.theme} />
          </p>
        ) : null}
        {page.area ? <p className="small quiet">{m.area({ name: page.area })}</p> : null}
        {page.kind === "consultation" ? <p className="small quiet">{words.form.woo}</p> : null}
      </PageHead>
      <NetworkNav slug={page.slug} here={null} member />
      {page.done && !trouble && m.done[page.done] ? <Notice variant="success">{m.done[page.done]}</Notice> : null}
      {trouble?.refused ? <Refusal>{words.refused[trouble.refused] ?? words.refused.gone}</Refusal> : null}
      <CirclePeople page={page} />
      {inside ? (
        <>
          <CircleMeeting page={page} locale={locale} />
          <CircleDates page={page} locale={locale} />
          {page.leads ? (
            <>
              <CirclePick page={page} trouble={trouble} locale={locale} />
              <CirclePropose page={page} trouble={trouble} />
            </>
          ) : null}
          <CircleSheet page={page} />
          <CircleNotes page={page} trouble={trouble} locale={locale} />
          <CircleCommitments page={page} locale={locale} />
          <CircleEnd page={page} trouble={trouble} />
        </>
      ) : null}
      <p className="actions">
        <a href={`/netwerk/${page.slug}/groepen`}>{words.back}</a>
      </p>
    </PublicFrame>
  );
}
