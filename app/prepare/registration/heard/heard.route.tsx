import { asc, eq } from "drizzle-orm";
import { askedOfDialogue } from "../../../dialogue/access/asked.server.ts";
import { field, party } from "../../../dialogue/tables.ts";
import { useWords } from "../../../language/words.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { FieldMark } from "../../../ui/form/field-mark.tsx";
import { Written } from "../../../ui/form/typed.tsx";
import { PageHead } from "../../../ui/layout/page-head.tsx";
import { TextLink } from "../../../ui/layout/text.tsx";
import { chooseSession } from "../admission/overview.server.ts";
import { listPeople, type PersonOfSession } from "../admission/people-of-session.server.ts";
import { SessionSwitch } from "../form/session-switch.tsx";
import { heardWords } from "../messages/heard.ts";
import type { Route } from "./+types/heard.route.ts";
import { thereByStep, tracesOf } from "./heard.server.ts";
import { type HeardLine, heardBy, leastTold, mayTellChoices, stages, type Traced, unheard } from "./heard.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, db } = askedOfDialogue(context);
  const { here, sessions } = await chooseSession(db, dialogue, new URL(request.url).searchParams.get("bijeenkomst"));
  const base = { title: dialogue.title, slug: dialogue.slug, sessions };
  if (!here) return { ...base, session: null };
  const [all, traces, steps, fields, parties] = await Promise.all([
    listPeople(db, here.id),
    tracesOf(db, here.id),
    thereByStep(db, here.id),
    db.select().from(field).where(eq(field.dialogueId, dialogue.id)).orderBy(asc(field.position)),
    db.select().from(party).where(eq(party.dialogueId, dialogue.id)).orderBy(asc(party.position)),
  ]);
  const people = all.filter(({ state }) => state !== "pending");
  const by = (groupOf: (one: PersonOfSession) => string | null): readonly Traced[] =>
    people.map((one) => ({
      group: groupOf(one),
      admitted: one.state === "admitted",
      came: traces.came.has(one.personId),
      wrote: traces.wrote.has(one.personId),
      chose: traces.chose.has(one.personId),
    }));
  const living = <T extends { readonly removedAt: Date | null }>(list: readonly T[]) =>
    list.filter(({ removedAt }) => removedAt === null);
  const targets = (list: readonly { readonly name: string; readonly target: number | null }[]) =>
    new Map(list.map(({ name, target }) => [name, target ?? 0]));
  const named = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
  const areas = [...new Set(people.flatMap(({ area }) => area ?? []))].sort((a, b) => a.localeCompare(b, "nl"));
  return {
    ...base,
    session: { id: here.id },
    steps,
    shapes: Object.fromEntries(fields.map(({ name, shape }) => [name, shape])),
    fields: heardBy(
      by((one) => one.field),
      named(living(fields)),
      targets(living(fields)),
    ),
    parties: heardBy(
      by((one) => one.party),
      named(living(parties)),
      targets(living(parties)),
    ),
    areas: heardBy(
      by((one) => one.area),
      areas,
    ),
  };
}

export default function Heard({ loaderData: page }: Route.ComponentProps) {
  const m = useWords(heardWords);
  const home = `/team/${page.slug}/aanmeldingen`;
  const title = <title>{`${m.title} · ${page.title}`}</title>;
  if (!page.session || !("fields" in page))
    return (
      <>
        {title}
        <h1>{m.title}</h1>
        <Empty title={m.none} />
      </>
    );
  const silent = [...unheard(page.fields), ...unheard(page.parties)].flatMap(({ group }) => group ?? []);
  const at = `?bijeenkomst=${page.session.id}`;
  return (
    <>
      {title}
      <PageHead title={m.title} lead={silent.length > 0 ? m.unheard({ groups: silent }) : m.allHeard}>
        <SessionSwitch sessions={page.sessions} here={page.session.id} path={`${home}/gehoord`} />
        <p>
          <TextLink to={`${home}/genodigden${at}`}>{m.invite}</TextLink>
        </p>
      </PageHead>
      <Table caption={m.byField} group={m.field} lines={page.fields} shapes={page.shapes} />
      <Table caption={m.byParty} group={m.party} lines={page.parties} />
      {page.areas.length > 0 ? <Table caption={m.byArea} group={m.area} lines={page.areas} /> : null}
      <DataTable
        caption={m.bySteps}
        rowHeaders
        columns={[
          { key: "step", head: m.step },
          { key: "people", head: m.stages.came, numeric: true },
        ]}
        rows={page.steps.map(({ id, title: step, people }) => ({ key: id, cells: { step, people } }))}
      />
      <p className="quiet">{m.told({ least: leastTold })}</p>
    </>
  );
}

interface TableProps {
  readonly caption: string;
  readonly group: string;
  readonly lines: readonly HeardLine[];
  readonly shapes?: Readonly<Record<string, number>>;
}

function Table({ caption, group, lines, shapes = {} }: TableProps) {
  const m = useWords(heardWords);
  const aimed = lines.some(({ target }) => target > 0);
  const shown = stages.filter((stage) => stage !== "chose" || mayTellChoices(lines));
  return (
    <DataTable
      caption={caption}
      rowHeaders
      narrow="stack"
      columns={[
        { key: "group", head: group },
        ...(aimed ? [{ key: "target", head: m.target, numeric: true }] : []),
        ...shown.map((stage) => ({ key: stage, head: m.stages[stage], numeric: true })),
      ]}
      rows={lines.map(({ group: name, target, counts }) => ({
        key: name ?? "",
        cells: {
          group: (
            <>
              {name !== null && shapes[name] !== undefined && <FieldMark shape={shapes[name]} />}{" "}
              {name === null ? m.notTold : <Written>{name}</Written>}
            </>
          ),
          target: target > 0 ? target : "",
          ...counts,
        },
      }))}
    />
  );
}
