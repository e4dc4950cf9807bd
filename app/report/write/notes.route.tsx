import { data, Form, redirect } from "react-router";
import { askedByTeam, askedOfDialogue } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { mayDialogue } from "../../dialogue/dialogue.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useWords } from "../../language/words.ts";
import { Refused } from "../../platform/http/refused.ts";
import { Button } from "../../ui/button.tsx";
import { CheckboxGroup } from "../../ui/form/choices.tsx";
import { Typed } from "../../ui/form/typed.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice, Refusal } from "../../ui/notice.tsx";
import type { Route } from "./+types/notes.route.ts";
import { chooseNotes, listNotes } from "./drafts.server.ts";
import { draftWords } from "./messages/draft.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, roles } = askedOfDialogue(context);
  return {
    notes: await listNotes(context.get(servicesContext).db, dialogue.id),
    mayWrite: (roles.has("organiser") || roles.has("analyst")) && mayDialogue(dialogue.state, "draftReport"),
    saved: new URL(request.url).searchParams.has("bewaard"),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, team } = askedByTeam(context);
  const form = await request.formData();
  const chosen = new Set(form.getAll("note").map(String));
  const before = new Set(form.getAll("was").map(String));
  try {
    await chooseNotes(context.get(servicesContext).db, dialogue.id, team.personId, {
      add: [...chosen].filter((id) => !before.has(id)),
      remove: [...before].filter((id) => !chosen.has(id)),
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return data({ refused: true }, { status: error.status });
  }
  return redirect(`/team/${dialogue.slug}/verslag/notities?bewaard`, 303);
}

export default function Notes({ loaderData: { notes, mayWrite, saved }, actionData }: Route.ComponentProps) {
  const m = useWords(draftWords);
  const { slug, title } = useDialogue();
  const groups = [...Map.groupBy(notes, ({ step, group }) => `${step ?? ""}\n${group ?? ""}`).values()];
  return (
    <>
      <title>{`${m.notes.heading} · ${title}`}</title>
      <PageHead title={m.notes.heading} lead={m.notes.lead}>
        <p>
          <TextLink to={`/team/${slug}/verslag`}>{m.back}</TextLink>
        </p>
      </PageHead>
      {saved ? <Notice variant="success">{m.notes.saved}</Notice> : null}
      {actionData?.refused ? <Refusal>{m.versions.notNow}</Refusal> : null}
      {notes.length === 0 ? <p>{m.notes.none}</p> : null}
      <Form method="post">
        {notes
          .filter(({ chosen }) => chosen)
          .map(({ id }) => (
            <input key={id} type="hidden" name="was" value={id} />
          ))}
        {groups.map((own) => {
          const [first] = own;
          if (!first) return null;
          const legend = [first.group === null ? m.notes.noGroup : m.notes.group({ n: first.group }), first.step]
            .filter(Boolean)
            .join(", ");
          return (
            <CheckboxGroup
              key={first.id}
              name="note"
              id={`note-${first.id}`}
              legend={legend}
              defaultValue={own.filter(({ chosen }) => chosen).map(({ id }) => id)}
              choices={own.map(({ id, text, readBack }) => ({
                value: id,
                label: (
                  <>
                    <Typed>{text}</Typed>
                    {readBack ? null : <span className="small quiet"> · {m.notes.notReadBack}</span>}
                  </>
                ),
                disabled: !mayWrite,
              }))}
            />
          );
        })}
        {mayWrite && notes.length > 0 ? (
          <p className="actions">
            <Button>{m.notes.save}</Button>
          </p>
        ) : null}
      </Form>
    </>
  );
}
