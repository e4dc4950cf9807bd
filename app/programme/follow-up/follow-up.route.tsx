import { data, Form, redirect } from "react-router";
import { z } from "zod";
import { askedByTeam } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useLocale, useWords } from "../../language/words.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { InsightId } from "../../platform/ids.ts";
import { dateLong, dateTime } from "../../platform/time.ts";
import { followUpWords } from "../../prepare/planning/messages/follow-up.ts";
import { testAgain } from "../../session/insights/again.server.ts";
import { pulseWords } from "../../session/results/messages/pulse.ts";
import { Button } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { CheckboxGroup } from "../../ui/form/choices.tsx";
import { Typed, Written } from "../../ui/form/typed.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice, Refusal } from "../../ui/notice.tsx";
import type { Route } from "./+types/follow-up.route.ts";
import { askAgain, findFollowUp } from "./follow-up.server.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, roles, team } = askedByTeam(context);
  const search = new URL(request.url).searchParams;
  return {
    ...(await findFollowUp(context.get(servicesContext).db, dialogue.id, team.personId)),
    id: dialogue.id,
    may: roles.has("organiser"),
    mayCreate: roles.has("creator"),
    done: { again: number(search.get("getoetst")), asked: number(search.get("gevraagd")) },
  };
}

const number = (text: string | null) => z.coerce.number().int().nonnegative().nullable().catch(null).parse(text);

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, team, db } = askedByTeam(context);
  const form = await request.formData();
  const home = `/team/${dialogue.slug}/vervolg`;
  switch (form.get("doen")) {
    case "toets": {
      const ids = z.array(z.uuid()).max(1000).safeParse(form.getAll("inzicht"));
      if (!ids.success) throw data("missing", { status: 400 });
      if (ids.data.length === 0) return data({ refusal: "none" as const }, { status: 422 });
      const n = await testAgain(db, dialogue.id, team.personId, ids.data as InsightId[]);
      return redirect(`${home}?getoetst=${n}`, 303);
    }
    case "vraag":
      try {
        return redirect(`${home}?gevraagd=${await askAgain(db, dialogue.id, team.personId)}`, 303);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        return data({ refusal: "over" as const }, { status: error.status });
      }
    default:
      throw data("missing", { status: 400 });
  }
}

/** A next meeting starts from what the last one yielded. */
export default function FollowUp({ loaderData: page, actionData }: Route.ComponentProps) {
  const m = useWords(followUpWords);
  const pulse = useWords(pulseWords);
  const locale = useLocale();
  const { slug, title } = useDialogue();
  const { next, done } = page;
  return (
    <>
      <title>{`${m.title} · ${title}`}</title>
      <PageHead title={m.title} lead={m.lead}>
        {page.before ? <p>{m.before({ title: page.before.title })}</p> : null}
      </PageHead>
      {done.again === null ? null : <Notice variant="success">{m.again.done({ n: done.again })}</Notice>}
      {done.asked === null ? null : <Notice variant="success">{m.people.done({ n: done.asked })}</Notice>}
      {actionData ? <Refusal>{m.refusals[actionData.refusal]}</Refusal> : null}
      <Rail id="open" heading={m.open.heading}>
        {page.open.length === 0 && page.alone === 0 ? <p>{m.open.none}</p> : null}
        {page.open.length > 0 ? (
          <ul>
            {page.open.map(({ id, name, later }) => (
              <li key={id}>
                <Written>{name}</Written> <span className="small quiet">{later ? m.open.later : m.open.waits}</span>
              </li>
            ))}
          </ul>
        ) : null}
        {page.alone > 0 ? <p>{m.open.alone({ n: page.alone })}</p> : null}
      </Rail>
      <Rail id="toegezegd" heading={m.commitments.heading}>
        {page.commitments.length === 0 ? <p>{m.commitments.none}</p> : <p>{m.commitments.lead}</p>}
        <ul>
          {page.commitments.map(({ id, what, by, due, state }) => (
            <li key={id}>
              <Typed>{what}</Typed>{" "}
              <span className="small quiet">
                {by}, {dateLong(new Date(`${due}T12:00:00Z`), locale)}, {m.commitments.states[state]}
              </span>
            </li>
          ))}
        </ul>
      </Rail>
      <Rail id="toetsen" heading={m.again.heading}>
        <p>{m.again.lead}</p>
        {page.voted.length === 0 ? (
          <p>{m.again.none}</p>
        ) : page.may ? (
          <Form method="post">
            <CheckboxGroup
              name="inzicht"
              legend={m.again.which}
              defaultValue={[]}
              choices={page.voted.map(({ id, number, text }) => ({
                value: id,
                label: <Written>{`${number}. ${text}`}</Written>,
              }))}
            />
            <p className="actions">
              <Button name="doen" value="toets">
                {m.again.button}
              </Button>
            </p>
          </Form>
        ) : (
          <ul>
            {page.voted.map(({ id, text }) => (
              <li key={id}>
                <Written>{text}</Written>
              </li>
            ))}
          </ul>
        )}
        {page.repeated.length > 0 ? (
          <>
            <p>{m.again.compare}</p>
            <ul>
              {page.repeated.map(({ number, text }) => (
                <li key={number}>
                  <TextLink href={`/team/${slug}/inzichten/uitkomst/${number}#eerder`}>{text}</TextLink>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </Rail>
      <Rail id="peiling" heading={pulse.title}>
        <p>{m.pulse}</p>
        <p>
          <TextLink to={`/team/${slug}/peiling`}>{pulse.link}</TextLink>
        </p>
      </Rail>
      <Rail id="mensen" heading={m.people.heading}>
        <p>{page.before ? m.people.leadOther : m.people.lead}</p>
        {next ? (
          <>
            <p>{m.people.next({ title: next.title, when: dateTime(next.startsAt, locale), n: next.people })}</p>
            {page.may && next.people > 0 ? (
              <Form method="post">
                <Button name="doen" value="vraag">
                  {m.people.button({ n: next.people })}
                </Button>
              </Form>
            ) : null}
          </>
        ) : (
          <p>
            {m.people.none} {page.may ? <TextLink to={`/team/${slug}/bijeenkomsten/nieuw`}>{m.people.plan}</TextLink> : null}
          </p>
        )}
      </Rail>
      <Rail id="nieuw" heading={m.other.heading}>
        <p>{m.other.text}</p>
        {page.may && page.mayCreate ? (
          <p>
            <TextLink to={`/team/nieuw?vervolg=${page.id}`}>{m.other.link}</TextLink>
          </p>
        ) : null}
      </Rail>
    </>
  );
}
